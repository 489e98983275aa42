/** Links: a setup as an address. */
import { bytes, counted, list } from "./phrases";

export const share = {
  copyLink: "Copy link",
  copied: ({ characters }: { readonly characters: number }): string =>
    `Link copied: ${counted(characters, "character")}. It opens these data, settings and view, with fresh weights.`,
  copiedPretrained: ({ characters }: { readonly characters: number }): string =>
    `Link copied: ${counted(characters, "character")}. It opens this network and view.`,
  copiedWithoutTraining: ({ characters }: { readonly characters: number }): string =>
    `Link copied: ${counted(characters, "character")}. It opens the page’s own network and this view, without this training.`,
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
  dataHidden: "This page shows its own data, so files are not opened here.",
  lessonUnusable: "What the link hides or locks cannot be read. The whole page is open.",
  beyondHalf: "Some weights are larger than half precision (float16) can hold. They go as a file alone.",
  /** The dialog of all that a link can say. */
  more: "More ways to share…",
  title: "Share",
  link: "Link",
  length: ({ characters }: { readonly characters: number }): string =>
    characters > 2000
      ? `${counted(characters, "character")}. Some messengers cut links as long as this one.`
      : `${counted(characters, "character")}.`,
  choices: "What the link brings",
  withWeights: "With the weights",
  weightsHint:
    "In half precision (float16), so that answers differ in the third or fourth digit. Training begins anew from them.",
  weightsMaking: "Taking the weights.",
  weightsReady: ({ steps, size }: { readonly steps: number; readonly size: number }): string =>
    `After ${counted(steps, "training step")}, in half precision (float16): ${bytes(size)}. Training begins anew from them.`,
  weightsTooLarge: ({ size, most }: { readonly size: number; readonly most: number }): string =>
    `The weights take ${bytes(size)}, and a link holds ${bytes(most)}. Save the run as a file (.grup) instead.`,
  /** Before they are taken. */
  weightsCannotFit: ({
    parameters,
    size,
    most,
  }: {
    readonly parameters: number;
    readonly size: number;
    readonly most: number;
  }): string =>
    `The ${counted(parameters, "parameter")} take ${bytes(size)} in half precision (float16), and a link holds ${bytes(most)}. Save the run as a file (.grup) instead.`,
  ownNetwork: "This is the page’s own network. A link opens it as it is.",
  saveFile: "Save as a file",
  hide: { data: "Hide the data", settings: "Hide the settings", results: "Hide the results" },
  lock: "Lock the settings",
  lockHint: "For lessons. Whoever opens the link can still open the page freely.",
  embed: "For a frame in another page",
  embedHint:
    "Without the header, dropped files and kept runs. The host of this page decides which pages may frame it (Content-Security-Policy, frame-ancestors): one that names its own origin alone shows nothing in frames elsewhere.",
  linkCopied: ({ characters }: { readonly characters: number }): string =>
    `Link copied: ${counted(characters, "character")}.`,
  copyMarkdown: "Copy as Markdown",
  markdownCopied: "Copied as Markdown.",
  copyFrame: "Copy the iframe",
  frameCopied: "HTML of the iframe copied.",
  system: "Share…",
  notShared: "The system did not take the link. Copy it instead.",
  notCopiedHere: "The browser did not allow copying. The link stands above: copy it from there.",
  close: "Close",
  markdownData: ({ data }: { readonly data: string }): string => `Data: ${data}.`,
  markdownSettings: ({ settings }: { readonly settings: readonly string[] }): string =>
    `Settings that differ from what suits the data: ${list(settings)}.`,
  markdownSuitable: "All settings are those that suit the data.",
  markdownSize: ({ parameters, steps }: { readonly parameters: number; readonly steps: number }): string =>
    `${counted(parameters, "parameter")}, ${counted(steps, "training step")}.`,
  /** What the link lacks of what is told beside it. */
  markdownWithout: {
    weights: "The link opens these settings without these weights.",
    training: "The link opens the page’s own network without this training.",
  },
  markdownLink: "Open it in the GRU playground",
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
