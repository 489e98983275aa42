/**
 * The chain of steps: a state before and after each of some steps as a bar of its units, and between two bars a wire for each unit, in the
 * colour of what it was and as bright as the share of it that the step keeps. T time steps, H units.
 */
import type { SnapshotLayer } from "../../../session/protocol";
import type { CellDescription, CellRow, KeptShare } from "../../cells/cellDescription";
import { gatePlane, planeValue, statePlane } from "../../cells/layerPlanes";
import { samplesOfAll } from "../lanes/laneWindow";
import { colourOf, colourScale, type Theme } from "../paint/colourScale";

/** Which steps stand beside each other: from `first` on, `count` of them. */
export interface Chain {
  readonly first: number;
  readonly count: number;
}

/** The page of steps that a step is on, so that the chain stands still while time goes on along it. */
export function chainAt(time: number, T: number, most: number): Chain {
  const count = Math.min(T, most);
  return { first: Math.min(Math.floor(time / count) * count, T - count), count };
}

/** What a step keeps of a unit's state, 0 to 1. */
export function keptShare(layer: SnapshotLayer, { gate, is }: KeptShare, time: number, unit: number): number {
  const value = planeValue(gatePlane(layer, gate), time, unit);
  return is === "kept" ? value : 1 - value;
}

/** States, each of which is a chain. */
export const chainRows = ({ rows }: Pick<CellDescription, "rows">): readonly CellRow[] =>
  rows.filter(({ from }) => from === "states");

/** CSS pixels. */
export const barWidth = 14;
/** How far from one bar to the next. */
export const pitchOf = (width: number, { count }: Chain): number => (width - barWidth) / count;

type Pen = Pick<CanvasRenderingContext2D, "fillRect" | "fillStyle" | "globalAlpha">;

interface DrawnChain {
  readonly layer: SnapshotLayer;
  readonly row: CellRow;
  readonly keeps: KeptShare | null;
  readonly chain: Chain;
  /** The units from the top. */
  readonly units: readonly number[];
  readonly theme: Theme;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export function drawChain(pen: Pen, options: DrawnChain): void {
  const { layer, row, keeps, chain, units, theme, width, height } = options;
  const plane = statePlane(layer, row.id);
  const scale = colourScale(row.scale, theme);
  const pitch = pitchOf(width, chain);
  const shown = samplesOfAll(units.length, height);
  const cell = height / shown.length;
  const wire = Math.max(1, cell * 0.7);
  const paint = (state: number, unit: number) => {
    pen.fillStyle = colourOf(scale, planeValue(plane, state, unit)) ?? "transparent";
  };
  for (const [place, index] of shown.entries()) {
    const unit = units[index];
    const y = place * cell;
    for (let i = 0; i <= chain.count; i++) {
      const state = chain.first + i;
      pen.globalAlpha = 1;
      paint(state, unit);
      pen.fillRect(i * pitch, y, barWidth, cell);
      if (i === chain.count || keeps?.state !== row.id) continue;
      // Forwards a step takes the state at its left, backwards the one at its right.
      paint(layer.reverse ? state + 1 : state, unit);
      pen.globalAlpha = keptShare(layer, keeps, state, unit);
      pen.fillRect(i * pitch + barWidth, y + (cell - wire) / 2, pitch - barWidth, wire);
    }
  }
  pen.globalAlpha = 1;
}
