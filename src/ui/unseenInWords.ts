/** What is said of characters that the network has never seen. */
import type { UnknownCharacters } from "../session/protocol";
import { formatCounted } from "./format";
import { quoted } from "./stage/symbols";

/** @param text what they stand in: "prompt" */
export function unseenInWords({ count, readAs }: UnknownCharacters, text: string): string | null {
  if (count === 0) return null;
  const words = count === 1 ? "is one" : "are ones";
  const place = count === 1 ? "its place" : "their place";
  return `${formatCounted(count, "character")} of the ${text} ${words} that the network has never seen: it reads ${quoted(readAs)} in ${place}.`;
}
