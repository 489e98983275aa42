/** One character or word of a generated text and a unit's state at it, in words. */

import type { GeneratedToken } from "../../session/protocol";
import { formatValue } from "../stage/format";
import { quotedSymbol } from "../stage/symbols";

export function tokenInWords({ symbol, prompt, hidden }: GeneratedToken, unit: number): string {
  const origin = prompt ? ", of the prompt" : "";
  return `${quotedSymbol(symbol)}${origin}: unit ${unit} is ${formatValue(hidden[unit] ?? null)}`;
}
