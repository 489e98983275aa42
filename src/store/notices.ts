/** Notices: what happened, said in passing. */
import { type Said, sameSaid } from "../words/message";
import type { Notice } from "./state";

/** More than a reader takes in at once; the oldest goes first. */
export const maxNotices = 4;

/** A notice that is already there is not repeated: it moves to the end, with a new id. */
export function withNotice(
  notices: readonly Notice[],
  kind: Notice["kind"],
  text: Said,
  back: number | null = null,
): readonly Notice[] {
  const id = notices.reduce((last, notice) => Math.max(last, notice.id), 0) + 1;
  const others = notices.filter((notice) => !sameSaid(notice.text, text));
  return [...others, { id, kind, text, back }].slice(-maxNotices);
}
