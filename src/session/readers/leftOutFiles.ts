import { type Message, message, type Said } from "../../words/message";

/** Of files that could not be read, why not: what is said of them all. */
export function leftOutFiles(
  noun: "picture" | "text" | "table",
  problems: readonly Said[],
): readonly Message[] {
  if (problems.length === 0) return [];
  return [message("reading.unreadFiles", { noun, unread: problems.length, first: problems[0] })];
}
