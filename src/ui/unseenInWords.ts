/** What is said of characters or words that the network has never seen. */
import { counted } from "../data/phrases";
import type { TextUnit } from "../data/textUnit";
import type { UnknownCharacters } from "../session/protocol";
import { quotedSymbol } from "./stage/symbols";
import { unitWords } from "./stepWords";

/** @param text what they stand in: "prompt" */
export function unseenInWords(
  { count, readAs }: UnknownCharacters,
  text: string,
  unit: TextUnit = "characters",
): string | null {
  if (count === 0) return null;
  const words = count === 1 ? "is one" : "are ones";
  const place = count === 1 ? "its place" : "their place";
  return `${counted(count, unitWords[unit].one)} of the ${text} ${words} that the network has never seen: it reads ${quotedSymbol(readAs)} in ${place}.`;
}
