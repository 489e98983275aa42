/** One character or word of a generated text and the state of a unit of the last layer at it, in words. */

import type { GeneratedToken } from "../../session/protocol";
import { formatValue } from "../stage/format";
import { quotedSymbol } from "../stage/symbols";

export function tokenInWords({ symbol, prompt, hidden }: GeneratedToken, unit: number): string {
  const origin = prompt ? ", of the prompt" : "";
  const state =
    unit < hidden.length
      ? `unit ${unit} is ${formatValue(hidden[unit])}`
      : `there is no unit ${unit} in the last layer, which has ${hidden.length}`;
  return `${quotedSymbol(symbol)}${origin}: ${state}`;
}
