/** What is said of characters or words that the network has never seen. */
import type { TextUnit } from "../data/textUnit";
import type { UnknownCharacters } from "../session/protocol";
import type { Words } from "../words/catalogue";
import { symbolGlyph } from "./stage/symbols";

/** Of the probe text; null where there are none. */
export function unseenInWords(
  { stage }: Words,
  { count, readAs }: UnknownCharacters,
  unit: TextUnit,
): string | null {
  if (count === 0) return null;
  return stage.unseen({ count, unit, readAs: symbolGlyph(readAs) });
}
