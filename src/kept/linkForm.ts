/** A setup as the part of an address after `#`: what links are made of, and the limits that both sides keep to. */
import type { Setup } from "../session/protocol";
import type { KeptView } from "./runRecord";

/** What a link opens. Settings are null for those that suit the data, of the page's own text with the weights that ship with it. */
export interface Linked {
  readonly setup: Setup;
  readonly view: KeptView;
  readonly lesson?: Lesson;
  readonly weights?: LinkedWeights;
}

/** Parts of the page that a link can leave out. */
export const lessonParts = ["data", "settings", "results"] as const;
export type LessonPart = (typeof lessonParts)[number];

/** What whoever teaches with a link wants of the page: some parts left out, the settings as they are. */
export interface Lesson {
  readonly hidden: readonly LessonPart[];
  readonly isLocked: boolean;
}

/** Until a page that opens with a link for a lesson has read it: what may be hidden is not shown for a moment. */
export const unreadLesson: Lesson = { hidden: lessonParts, isLocked: true };

/** A network as `session/exchanger/halfWeights.ts` makes it: a file that is opened as that of any other program. */
export interface LinkedWeights {
  /** Training steps behind them. */
  readonly steps: number;
  readonly file: Uint8Array<ArrayBuffer>;
}

/**
 * The first character; behind it stands JSON in UTF-8, deflated, as base64url. Links of this form hold differences from the defaults of
 * settings, tasks and view as these are now: whoever changes one of them begins a new form, and keeps the defaults of this one for its
 * links (`links.test.ts` has one of each form).
 */
export const linkVersion = "1";

/**
 * The form of links with weights or for a lesson, which say more than form 1 can: a page that does not know it must say so, and not open
 * the rest as if that were all. The parts of form 1, with `h` (what is hidden), `k` (whether settings are locked), and `w` (of the weights:
 * steps, bytes and checksum); after a dot the weights' file, deflated, as base64url, so that the parts can be read where it was cut off.
 */
export const fullVersion = "2";

/** Between the parts of a link and its weights: no letter of base64url. */
export const weightsMark = ".";

/** Of the weights' file, deflated. */
export const mostWeightBytes = 30 * 1024;

/** Of the same, inflated: more than float16 of any trained network comes to, and little to allocate. */
export const mostFileBytes = 256 * 1024;

/** Of a pasted text, in UTF-8. */
export const mostTextBytes = 2048;

/** No link that was written is longer, and nothing that is inflated from this much is large. */
export const mostLinkCharacters = 8192;

/** The same of its weights. */
export const mostWeightCharacters = Math.ceil((mostWeightBytes * 4) / 3);

/** What is looked at where a link says nothing of it. */
export const plainView: KeptView = {
  layer: 0,
  unit: 0,
  time: 0,
  unitOrder: "alike",
  rowHeight: null,
  columnWidth: null,
  pins: [],
  shownLook: "cell",
};

/** What mail and chats break a long address with: line breaks, soft hyphens, and spaces without width. */
const breaks = /[\r\n\u00ad\u200b]|%0d|%0a|%c2%ad|%e2%80%8b/gi;

/**
 * What stands behind `#`, where it is a link of any form; null where it is something else. It ends before the first letter that no link
 * has, and without full stops: these are of the sentence around it, or were added on its way.
 */
export function linkIn(hash: string): string | null {
  if (!/^#\d/.test(hash)) return null;
  const [link] = /^[\w.-]*/.exec(hash.slice(1).replace(breaks, "")) ?? [""];
  return link.replace(/\.+$/, "");
}

/** Adler-32 (RFC 1950, 8.2). */
export function checksumOf(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}
