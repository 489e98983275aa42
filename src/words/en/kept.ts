/** Runs that are kept: the list of them, where they are kept, their files. */

import { nbsp } from "../formats";
import { bytes, count, decimal, quoted, share } from "./phrases";

export const kept = {
  title: "Runs",
  newestFirst: "Kept runs, newest first",
  none: "None yet. What you train is kept here by itself.",
  close: "Close",
  /** @param parts what differs from the run before */
  differs: ({ parts }: { readonly parts: readonly string[] }): string => parts.join(", "),
  /** Of several with one name, in the order in which they began. */
  numbered: ({ name, number }: { readonly name: string; readonly number: number }): string =>
    `${name} (${count(number)})`,
  isHere: "Open here",
  isElsewhere: "Open in another tab",
  name: "Name",
  note: "Note",
  edit: ({ name }: { readonly name: string }): string => `Name and note of ${quoted(name)}`,
  again: ({ name }: { readonly name: string }): string => `${quoted(name)} again with another seed`,
  delete: ({ name }: { readonly name: string }): string => `Delete ${quoted(name)}`,
  save: ({ name }: { readonly name: string }): string => `Save ${quoted(name)} to a file`,
  savePresent: "Save this run to a file",
  saveWithoutData: "Save to a file without its data",
  openFile: "Open a file…",
  deleted: "Deleted runs",
  wasDeleted: ({ name }: { readonly name: string }): string => `${quoted(name)} was deleted.`,
  undo: "Undo",
  unread: "Runs that cannot be read",
  unreadRun: ({ why }: { readonly why: string }): string => `A kept run cannot be read here. ${why}`,
  forget: "Delete it for good",
  atStep: ({ step }: { readonly step: number }): string => `step${nbsp}${count(step)}`,
  best: ({ loss, nats }: { readonly loss: number; readonly nats: boolean }): string =>
    `best validation loss${nbsp}${decimal(loss)}${nats ? `${nbsp}nats` : ""}`,
  bits: ({ bits, unit }: { readonly bits: number; readonly unit: "characters" | "words" }): string =>
    `${decimal(bits)}${nbsp}bits per ${unit === "words" ? "word" : "character"}`,
  accuracy: ({ accuracy }: { readonly accuracy: number }): string => `accuracy${nbsp}${share(accuracy)}`,
  squaredError: ({ error }: { readonly error: number }): string => `squared error${nbsp}${decimal(error)}`,
  /** Against the strongest baseline, of RMSE, with what the evaluation says of the difference. */
  improvement: ({
    improvement,
    compared,
  }: {
    /** Null: the baseline makes no error. */
    readonly improvement: number | null;
    readonly compared: "better" | "worse" | "unclear" | "tooFew" | null;
  }): string => {
    if (improvement === null) return "no baseline to compare with";
    const than = `RMSE ${share(Math.abs(improvement))} ${improvement < 0 ? "above" : "below"} the best baseline`;
    if (compared === "unclear") return `${than}, no clear difference`;
    return compared === "tooFew" ? `${than}, too few forecasts for a verdict` : than;
  },
  usage: ({ used, quota }: { readonly used: number; readonly quota: number }): string =>
    `${bytes(used)} of ${bytes(quota)} in this browser.`,
  persisted: "The browser does not clear it by itself.",
  notPersisted: "The browser may clear it when the disk is full.",
  foreign: "This is no saved run: its first bytes are not those of one.",
  newer: "It was made by a newer version of this page. Reload the page to get the newest one.",
  damaged: "It is damaged: parts of it do not fit each other.",
  /** Of a file. */
  altered: "It is damaged: it was changed on its way. Save or send it once more.",
  emptyFile: "It is empty (0 bytes). Save or send it once more.",
  cutOff: "It is cut off: its end is missing. Save or send it once more.",
  gone: "It is not kept any more.",
  full: "the browser has no room left for this page",
  refused: ({ said }: { readonly said: string }): string => `the browser’s storage cannot be used (${said})`,
  dataUnreadable: "a file of the data cannot be read any more",
  insecure: "this address is neither https nor localhost, and browsers keep runs of such pages only",
  notKept: ({ why }: { readonly why: string }): string =>
    `Nothing is kept: ${why}. Training goes on, but is lost when the page is closed. “Runs” saves it to a file.`,
  notOpened: ({ why }: { readonly why: string }): string => `The kept run could not be opened. ${why}`,
  failed: ({ why }: { readonly why: string }): string => `That did not work: ${why}.`,
  thinned: "Its weights had to make room for newer runs, so it begins again as a run of its own.",
  framesMadeRoom:
    "Storage is full. The pictures of earlier steps of an older run had to make room; its weights stay.",
  weightsMadeRoom: "Storage is full. The weights of an older run had to make room; its curve stays.",
  racerMadeRoom:
    "Storage is full. The weights of a run in a paused race had to make room; in the race it begins again.",
  noData: "Its data are not there: it was saved without them.",
};
