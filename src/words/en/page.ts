/** The header, and what stands around everything else. */
import { counted } from "./phrases";

export const page = {
  title: "GRU Playground",
  tagline: "Train a recurrent network on your own data, and see every gate.",
  benchmark: "Benchmark",
  playground: "Playground",
  /** Of which a small screen shows one. */
  parts: "Parts of the page",
  places: { stage: "Stage", data: "Data", settings: "Settings", results: "Results" },
  language: "Language",
  dropHere: "Drop a file or a folder to train on it",
  oneFile: ({ count, name }: { readonly count: number; readonly name: string }): string =>
    `One file at a time: of ${counted(count, "file")}, only “${name}” is read.`,
  dropped: "What was dropped",
  droppedUnread: "Its files could not be read. Choose the folder instead.",
  newVersion:
    "A new version of this page is ready. It is used the next time you open the page, once all its tabs have been closed.",
  theme: "Theme",
  light: "Light",
  asTheSystem: "System",
  dark: "Dark",
  themeNotKept: "This browser stores nothing for this page, so the theme lasts until you close it.",
  languageNotKept: "This browser stores nothing for this page, so the language lasts until you close it.",
  languageNotLoaded: ({ language }: { readonly language: string }): string =>
    `${language} could not be loaded: the connection may be down, or a newer version of the page may have replaced this one. Choose it again, or reload the page.`,
};
