/** One character or word of a generated text and the state of a unit of the last layer at it, in words. */

import type { GeneratedToken } from "../../session/protocol";
import { type Message, message } from "../../words/message";
import { formatValue } from "../stage/format";
import { symbolGlyph } from "../stage/symbols";

export function tokenInWords({ symbol, prompt, hidden }: GeneratedToken, unit: number): Message {
  const token = { symbol: symbolGlyph(symbol), prompt, unit };
  return unit < hidden.length
    ? message("generate.token", { ...token, state: formatValue(hidden[unit]) })
    : message("generate.tokenWithoutUnit", { ...token, units: hidden.length });
}
