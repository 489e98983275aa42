import type { ImportanceReport } from "../../session/protocol";
import type { Say } from "../../words/message";

export interface ImportanceRow {
  readonly name: string;
  readonly rise: number;
  readonly low: number;
  readonly high: number;
}

/** The inputs of which something is known, the one that matters most first. */
export const importanceRows = ({ inputs }: Pick<ImportanceReport, "inputs">, say: Say): ImportanceRow[] =>
  inputs
    .flatMap(({ name, rise }) =>
      rise ? [{ name: say(name), rise: rise.mean, low: rise.low, high: rise.high }] : [],
    )
    .sort((a, b) => b.rise - a.rise);
