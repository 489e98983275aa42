/** What leaves the page as a file. */
import { count, counted } from "./phrases";

export const takeAlong = {
  title: "Save results",
  answers: "Save answers (CSV)",
  measures: "Save measures (CSV)",
  /** What a file of answers has. */
  answersHint:
    "One row for each held-out answer, with the truth and the residual; forecasts behind the last row too. Training pauses meanwhile.",
  decimal: "Decimal sign",
  point: "Point",
  comma: "Comma",
  mark: "UTF-8 byte order mark",
  markHint: "With it, Excel reads every character correctly.",
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

  /** Pictures of the stage; `layer` is its name, or null where there is but one. */
  saveLanes: "Save the lanes as a picture",
  saveLanesAs: {
    svg: { label: "SVG", about: "Sharp at any size; all units and steps." },
    png: { label: "PNG", about: "Pixels; all units and steps." },
  },
  lanesPicture: ({ layer }: { readonly layer: string | null }): string =>
    layer === null ? "Gates and states" : `Gates and states of ${layer}`,
  /** @param since the training step that what is shown is the difference to, or null */
  lanesNote: ({
    step,
    cell,
    units,
    order,
    since,
  }: {
    readonly step: number;
    readonly cell: string;
    readonly units: number;
    readonly order: string;
    readonly since: number | null;
  }): string => {
    const change = since === null ? "" : ` · change since step ${count(since)}`;
    return `${cell} · training step ${count(step)} · ${counted(units, "unit")} in order: ${order}${change}`;
  },
  /** In which order they stand. */
  laneOrders: {
    alike: "alike ones together",
    stored: "by their numbers in the network",
    memory: "longest time constant first",
    saturation: "most saturated gates first",
    saturatedStates: "most saturated hidden states first",
    mean: "highest mean hidden state first",
    effect: "greatest effect on the answer first",
  },
  /** @param next whether they are what comes next, and not answers */
  lanesLegend: ({ next }: { readonly next: boolean }): string =>
    `${next ? "Expected symbols" : "Answers"}: bold where right, grey where wrong or not known.`,
  unitAxis: "unit",
  inputAxis: "input",
  cellPicture: ({ place }: { readonly place: string }): string => `The cell ${place}`,
  cellNote: ({ step, cell }: { readonly step: number; readonly cell: string }): string =>
    `${cell} · training step ${count(step)}`,
  chainPicture: ({ from, to }: { readonly from: number; readonly to: number }): string =>
    `The cell unrolled, t = ${from} to ${to}`,
  /** Of a cell in which a gate keeps some of the state. */
  chainLegend: ({ gate, is }: { readonly gate: string; readonly is: "kept" | "replaced" }): string =>
    `Bars are states. A wire is as strong as the share of its unit that the step keeps: ${is === "kept" ? gate : `1 − ${gate}`}.`,
  chainWithoutWires: "Bars are states. No gate keeps anything: each step makes its state anew.",
  /** Of the colours of wires. */
  wireScales: {
    gate: "gates (dashed)",
    state: "from −1 to 1",
    open: "without bounds",
    change: "change",
    power: "loudness",
  },
  wires: "A wire has the colour of its number, and is the wider the larger that is.",

  measured: "measured of",
  model: "model",
  measure: "measure",
  value: "value",
};
