/** Rows that cells have in common, and how the colours of rows without bounds are said. */
import type { CellRow } from "./cellDescription";

type Words = Pick<CellRow, "id" | "name" | "meaning" | "role">;

export const gateRow = (words: Words): CellRow => ({ ...words, scale: "gate", from: "gates", of: "units" });

/** −1 to 1. */
export const signedRow = (words: Words): CellRow => ({
  ...words,
  scale: "state",
  from: "gates",
  of: "units",
});

export const hiddenStateRow = (meaning: string): CellRow => ({
  id: "h",
  name: "hidden state",
  meaning,
  scale: "state",
  role: "h",
  from: "states",
  of: "units",
});

/** Said of a row whose numbers have no bounds: how its colours come about. */
export const openRule = (letter: string) => `without bounds: the colour is ${letter} / (1 + |${letter}|)`;

/** Of both GRUs. */
export const gruRows: readonly CellRow[] = [
  gateRow({
    id: "z",
    name: "update gate",
    meaning: "1 keeps the old state, 0 takes the candidate",
    role: "z",
  }),
  gateRow({ id: "r", name: "reset gate", meaning: "1 lets the old state in, 0 shuts it out", role: "r" }),
  signedRow({ id: "n", name: "candidate", meaning: "the new state on offer, −1\u00a0to\u00a01", role: "n" }),
  hiddenStateRow("what the network remembers, −1\u00a0to\u00a01"),
];
