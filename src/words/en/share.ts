/** Links: a setup as an address. */
import { counted, list } from "./phrases";

export const share = {
  copyLink: "Copy link",
  copied: ({ characters }: { readonly characters: number }): string =>
    `Link copied: ${counted(characters, "character")}. It opens these data, settings and view, with fresh weights.`,
  copiedPretrained: ({ characters }: { readonly characters: number }): string =>
    `Link copied: ${counted(characters, "character")}. It opens this network and view.`,
  copiedWithoutSequence: ({ characters }: { readonly characters: number }): string =>
    `Link copied: ${counted(characters, "character")}. It opens these data, settings and view, with fresh weights. Your own sequence is not in it.`,
  notCopied: "The browser did not allow copying. The link is in the address bar: copy it from there.",
  dataTooLarge:
    "These data do not fit in a link. Samples, memory tasks and pasted texts up to 2\u00a0kB do. “Runs” saves any run to a file.",
  damaged: "This link is damaged, and nothing of it can be read. Copy it once more from where it comes from.",
  newer: "This link was made by a newer version of this page. Reload the page to get the newest one.",
  dataUnusable: "The link’s data cannot be used. The sample text is open instead.",
  settingsUnusable: "The link’s settings cannot be used. They are as at first.",
  probeUnusable: "The sequence that the link shows cannot be used.",
  viewUnusable: "What the link looks at cannot be used.",
  weightsDamaged: "The weights in this link are damaged or cut off. Fresh weights are in their place.",
  weightsUnusable: ({ why }: { readonly why: string }): string =>
    `The weights in this link cannot be used: ${why} Fresh weights are in their place.`,
  lessonUnusable: "What the link hides or locks cannot be read. The whole page is open.",
  beyondHalf: "Some weights are larger than half precision (float16) can hold. They go as a file alone.",
  /** What a link leaves out and locks. */
  hiddenParts: { data: "data", settings: "settings", results: "results" },
  lesson: ({ locked, hidden }: { readonly locked: boolean; readonly hidden: readonly string[] }): string => {
    if (hidden.length === 0) return "The link that opened this page locks the settings.";
    return locked
      ? `The link that opened this page locks the settings and hides: ${list(hidden)}.`
      : `The link that opened this page hides: ${list(hidden)}.`;
  },
  openFreely: "Open it freely",
  settingsLocked: "Locked by the link that opened this page.",
  /** Before a run is replaced that would be lost. */
  ask: "Open the link?",
  atRisk:
    "The browser does not keep the run that is open here. It stays in the history until the page is closed, and is then lost.",
  open: "Open the link",
  stay: "Stay here",
};
