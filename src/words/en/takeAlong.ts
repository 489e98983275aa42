/** What leaves the page as a file. */
import { counted } from "./phrases";

export const takeAlong = {
  title: "Take along",
  answers: "Save answers (CSV)",
  measures: "Save measures (CSV)",
  /** What a file of answers has. */
  answersHint:
    "One row for each held-out answer, with the truth and the residual; forecasts behind the last row too. Training pauses meanwhile.",
  decimal: "Decimal sign",
  point: "Point",
  comma: "Comma",
  mark: "UTF-8 byte order mark",
  markHint: "Excel then reads every letter right.",
  writing: "Writing the answers",
  stop: "Stop",
  saved: ({ name, rows }: { readonly name: string; readonly rows: number }): string =>
    `Saved as ${name}: ${counted(rows, "row")}.`,
  harmless: ({ count: cells }: { readonly count: number }): string =>
    `An apostrophe stands before ${counted(cells, "cell")} of your data that a spreadsheet would have run as a formula.`,
  answersFile: "answers",
  measuresFile: "measures",
  textFile: "generated",
  pictureSaved: ({ name }: { readonly name: string }): string => `Saved as ${name}.`,
  savePicture: ({ title, kind }: { readonly title: string; readonly kind: string }): string =>
    `Save ${title} as ${kind}`,
  copyTable: "Copy table",
  tableCopied: ({ rows }: { readonly rows: number }): string =>
    `Table copied: ${counted(rows, "row")}, for a spreadsheet.`,
  notCopied: "The browser does not allow copying here.",
  saveText: "Save text",

  name: "sequence",
  step: "step",
  series: "series",
  after: "after",
  row: "row",
  ahead: "rows ahead",
  part: "part",
  heldOut: "held out",
  future: "future",
  trueClass: "true class",
  predictedClass: "predicted class",
  isRight: "right",
  probability: ({ label }: { readonly label: string }): string => `p(${label})`,
  truth: ({ column }: { readonly column: string }): string => `${column}: truth`,
  prediction: ({ column }: { readonly column: string }): string => `${column}: forecast`,
  residual: ({ column }: { readonly column: string }): string => `${column}: residual`,
  low: ({ column }: { readonly column: string }): string => `${column}: 80% from`,
  high: ({ column }: { readonly column: string }): string => `${column}: 80% to`,

  measured: "measured of",
  model: "model",
  measure: "measure",
  value: "value",
};
