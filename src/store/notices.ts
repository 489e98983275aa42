/** Notices: what happened, said in passing. */
import { type Said, sameSaid } from "../words/message";
import type { Notice } from "./state";

/** As many as a reader takes in at once. */
export const shownNotices = 2;
/** Problems wait until there is room for them; the oldest goes first. */
const mostNotices = 4;

/** A notice that is already there is not repeated: it moves to the end, with a new id. */
export function withNotice(
  notices: readonly Notice[],
  kind: Notice["kind"],
  text: Said,
  back: number | null = null,
): readonly Notice[] {
  const id = notices.reduce((last, notice) => Math.max(last, notice.id), 0) + 1;
  const others = notices.filter((notice) => !sameSaid(notice.text, text));
  const all = [...others, { id, kind, text, back }];
  // What only informs and has no room is not said late: it stands in the history.
  return all
    .filter((notice, i) => notice.kind === "problem" || i >= all.length - shownNotices)
    .slice(-mostNotices);
}
