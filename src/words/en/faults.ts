/** What stands in the place of a part of the page that is not there. */
const parts = {
  page: "The page",
  header: "The header",
  runs: "The list of runs",
  share: "The link",
  link: "The question about a link",
  engineChoice: "The engine menu",
  languageChoice: "The language menu",
  themeChoice: "The theme menu",
  transport: "The training controls",
  failure: "The engine message",
  benchmark: "The benchmark",
  notices: "The notices",
  drop: "File dropping",
  settings: "The settings",
  data: "The data panel",
  networkPanel: "The network settings",
  trainingPanel: "The training settings",
  stage: "The stage",
  sequenceChoice: "The sequence controls",
  lanes: "The gate heatmaps",
  cell: "The cell",
  profile: "The profile",
  importance: "The importance of inputs",
  progress: "The loss",
  chart: "The chart",
  evaluation: "The evaluation",
  forecasts: "The chart of forecasts",
  errors: "The chart of errors",
  generate: "The generated text",
  dialog: "The content of this dialog",
  tableDialog: "The table dialog",
  folderDialog: "The dialog for sounds and texts",
  elsewhereDialog: "The dialog for other programs",
  networkDialog: "The dialog for a network",
  pictureDialog: "The dialog for pictures",
};

export const faults = {
  parts,
  /** @param what one of the parts */
  notLoaded: ({ what }: { readonly what: string }): string =>
    `${what} could not be loaded: the connection may be down, or a newer version of the page may have replaced this one. Everything else goes on. Reloading brings the newer version, and the run comes back as it was kept.`,
  stopped: ({ what, said }: { readonly what: string; readonly said: string }): string =>
    `${what} stopped working because of a defect in this page (${said}). Everything else goes on, and so does the run.`,
  nothingKept:
    "Nothing is kept: the part that keeps runs could not be loaded. Training goes on, but is lost when the page is closed. Opening “Runs” tries again.",
  withoutMessage: "no message",
  retry: "Try again",
  close: "Close",
};
