/** The keys of a heatmap: left and right move the time step, up and down the row. */

export interface Place {
  readonly time: number;
  readonly row: number;
}

const rowsPerPage = 10;

type Move = (at: Place, lastTime: number) => Place;

const moves: ReadonlyMap<string, Move> = new Map<string, Move>([
  ["ArrowLeft", (at) => ({ ...at, time: at.time - 1 })],
  ["ArrowRight", (at) => ({ ...at, time: at.time + 1 })],
  ["ArrowUp", (at) => ({ ...at, row: at.row - 1 })],
  ["ArrowDown", (at) => ({ ...at, row: at.row + 1 })],
  ["Home", (at) => ({ ...at, time: 0 })],
  ["End", (at, lastTime) => ({ ...at, time: lastTime })],
  ["PageUp", (at) => ({ ...at, row: at.row - rowsPerPage })],
  ["PageDown", (at) => ({ ...at, row: at.row + rowsPerPage })],
]);

/** Keys point where time runs to on the screen. */
const mirrored: ReadonlyMap<string, string> = new Map([
  ["ArrowLeft", "ArrowRight"],
  ["ArrowRight", "ArrowLeft"],
]);

const clamp = (index: number, count: number) => Math.max(0, Math.min(count - 1, index));

/**
 * @param at the place selected, which may lie outside a plot that has become smaller.
 * @param steps T of the plot.
 * @param rows H of the plot.
 * @param runsLeft whether time runs to the left.
 * @returns the place to select, or null when the key is none of these.
 */
export function moveSelection(
  at: Place,
  steps: number,
  rows: number,
  key: string,
  runsLeft = false,
): Place | null {
  const within = ({ time, row }: Place) => ({ time: clamp(time, steps), row: clamp(row, rows) });
  const move = moves.get((runsLeft && mirrored.get(key)) || key);
  return move ? within(move(within(at), steps - 1)) : null;
}
