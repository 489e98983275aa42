/**
 * What is submitted together. A slow adapter's watchdog kills submissions of seconds, and a browser draws its page between two
 * of them, so their time is bounded; short work is gathered, because each submission costs the same.
 */

/** Something that a submission consists of. */
export interface Costly<C> {
  /** Floating-point operations, roughly; 0 for what is no arithmetic. */
  readonly cost: number;
  /** The same in shorter parts, for an adapter on which it would take too long. */
  readonly pieces?: readonly C[];
}

/** Aimed-at GPU time of one submission. */
const submissionMs = 12;
/** What would take longer is done in pieces. */
const pieceMs = 100;
/** What a command costs beside its arithmetic, in the same unit. */
const commandCost = 20_000;

export class Submissions<C extends Costly<C>> {
  readonly #submit: (commands: readonly C[], cost: number) => void;
  readonly #costPerMs: () => number;
  #pending: C[] = [];
  #cost = 0;

  /** @param costPerMs how much an adapter does in a millisecond, as far as is known */
  constructor(submit: (commands: readonly C[], cost: number) => void, costPerMs: () => number) {
    this.#submit = submit;
    this.#costPerMs = costPerMs;
  }

  /** Whether anything waits to be submitted. */
  get pending(): boolean {
    return this.#pending.length > 0;
  }

  /** Submits when the time of a submission is filled. */
  add(command: C): void {
    for (const piece of this.inPieces(command)) {
      this.#pending.push(piece);
      this.#cost += piece.cost + commandCost;
      if (this.#cost >= submissionMs * this.#costPerMs()) this.flush();
    }
  }

  flush(): void {
    if (!this.pending) return;
    const [commands, cost] = [this.#pending, this.#cost];
    this.#pending = [];
    this.#cost = 0;
    this.#submit(commands, cost);
  }

  /** It, or its pieces where it would take too long. */
  inPieces(command: C): readonly C[] {
    return inPieces(command, this.#costPerMs());
  }
}

const inPieces = <C extends Costly<C>>(command: C, costPerMs: number): readonly C[] =>
  command.pieces && command.cost > pieceMs * costPerMs ? command.pieces : [command];

/** The submissions that these would be by themselves. */
export function* portions<C extends Costly<C>>(
  commands: readonly C[],
  costPerMs: number,
): Generator<readonly C[]> {
  let portion: C[] = [];
  let cost = 0;
  for (const piece of commands.flatMap((command) => inPieces(command, costPerMs))) {
    portion.push(piece);
    cost += piece.cost + commandCost;
    if (cost < submissionMs * costPerMs) continue;
    yield portion;
    portion = [];
    cost = 0;
  }
  if (portion.length > 0) yield portion;
}
