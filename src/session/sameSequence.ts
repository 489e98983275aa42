import { sameSaid } from "../words/message";
import type { ShownSequence } from "./protocol";
import { sameQuantities } from "./sameQuantities";
import { sameTexts } from "./sameTexts";

/** Whether two snapshots show the same sequence: only what the network makes of it is then to be drawn anew. */
export function sameSequence(a: ShownSequence, b: ShownSequence): boolean {
  return sameSaid(a.name, b.name) && a.part === b.part && a.index === b.index && sameInput(a.input, b.input);
}

function sameInput(a: ShownSequence["input"], b: ShownSequence["input"]): boolean {
  if (a.kind === "symbols") return b.kind === "symbols" && sameTexts(a.symbols, b.symbols);
  return (
    b.kind === "features" &&
    a.display.kind === b.display.kind &&
    sameQuantities(a.features, b.features) &&
    sameNumbers(a.values, b.values)
  );
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
