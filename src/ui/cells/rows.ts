/** Rows that cells have in common. */
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

export const hiddenStateRow = (meaning: CellRow["meaning"]): CellRow => ({
  id: "h",
  name: "hiddenState",
  meaning,
  scale: "state",
  role: "h",
  from: "states",
  of: "units",
});

/** Of both GRUs. */
export const gruRows: readonly CellRow[] = [
  gateRow({ id: "z", name: "updateGate", meaning: "updateGate", role: "z" }),
  gateRow({ id: "r", name: "resetGate", meaning: "resetGate", role: "r" }),
  signedRow({ id: "n", name: "candidate", meaning: "candidate", role: "n" }),
  hiddenStateRow("memory"),
];
