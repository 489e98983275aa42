/** A setup as the part of an address after `#`: what links are made of, and the limits that both sides keep to. */
import type { Setup } from "../session/protocol";
import type { KeptView } from "./runRecord";

/** What a link opens. Settings are null for those that suit the data, of the page's own text with the weights that ship with it. */
export interface Linked {
  readonly setup: Setup;
  readonly view: KeptView;
}

/**
 * The first character; behind it stands JSON in UTF-8, deflated, as base64url. Links of this form hold differences from the defaults of
 * settings, tasks and view as these are now: whoever changes one of them begins a new form, and keeps the defaults of this one for its
 * links (`links.test.ts` has one of each form).
 */
export const linkVersion = "1";

/** Of a pasted text, in UTF-8. */
export const mostTextBytes = 2048;

/** No link that was written is longer, and nothing that is inflated from this much is large. */
export const mostLinkCharacters = 8192;

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

/** What stands behind `#`, where it is a link of any form; null where it is something else. */
export const linkIn = (hash: string): string | null => (/^#\d/.test(hash) ? hash.slice(1) : null);
