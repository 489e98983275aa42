/** The cells as people call them. */
import type { CellName } from "../session/settings";

interface CellWords {
  readonly name: string;
  /** What it is, in a sentence. */
  readonly about: string;
}

export const cellWords: Readonly<Record<CellName, CellWords>> = {
  gru: {
    name: "GRU",
    about: "Two gates: what stays of the old state, and what of it is let in. The usual one.",
  },
  gruResetBefore: {
    name: "GRU, reset before",
    about: "The first form of the GRU: it resets the old state before the product, not after it.",
  },
  fourGate: {
    name: "Four-gate GRU",
    about: "A variant with input, forget and output gates that is in no framework.",
  },
  lstm: { name: "LSTM", about: "Three gates around a memory of its own, which no product reads." },
  rnn: { name: "Simple RNN", about: "No gates at all: it soon forgets, and shows what gates are for." },
};

const names: Readonly<Record<string, CellWords>> = cellWords;

export const cellName = (cell: string): string => names[cell]?.name ?? cell;
