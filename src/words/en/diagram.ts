/** One unit's cell at one step: the diagram, its equations, and the answer beside it. */
import { quoted } from "./phrases";

export const diagram = {
  /** What may stand under the lanes. */
  looks: "Looks",
  lookAt: { cell: "Cell", inputs: "Inputs", cost: "Cost" },
  cell: "The cell",
  /** @param symbol what is read there, null where it is no symbol; @param layer its name where there are several */
  place: ({
    step,
    symbol,
    layer,
    unit,
  }: {
    readonly step: number;
    readonly symbol: string | null;
    readonly layer: string | null;
    readonly unit: number;
  }): string => {
    const reading = symbol === null ? "" : `reading ${quoted(symbol)}, `;
    return `at t = ${step}, ${reading}${layer === null ? "" : `${layer}, `}unit ${unit}`;
  },
  unit: "Unit",
  unitRange: ({ last }: { readonly last: number }): string => `0 to\u00a0${last}`,
  about:
    "Each wire has the colour of its number on the scales above, and is the wider the larger that is. Dashed wires carry a gate, which sets how much of another number passes. Point at a part, or tab to it, for its equation.",
  /** One step of the cell, or several beside each other. */
  form: "View",
  oneStep: "One step",
  unrolled: "Unrolled",
  /** Of a walk through the parts of the cell. */
  walk: "Walk through the step",
  pauseWalk: "Pause the walk",
  previousPart: "Previous part",
  nextPart: "Next part",
  endWalk: "End the walk",
  pace: "Pace",
  paces: { slow: "Slow", normal: "Normal", fast: "Fast" },
  partReached: ({
    part,
    parts,
    name,
  }: {
    readonly part: number;
    readonly parts: number;
    readonly name: string;
  }): string => `${part} of ${parts}: ${name}`,
  stepsOfChain: "Steps of the chain",
  chainOf: ({
    name,
    units,
    from,
    to,
  }: {
    readonly name: string;
    readonly units: number;
    readonly from: number;
    readonly to: number;
  }): string => `${name} of ${units} units from step ${from} to step ${to}`,
  /** @param gate its letter */
  keptInChain: ({ gate, is }: { readonly gate: string; readonly is: "kept" | "replaced" }): string =>
    `Each bar is a state, its units in the order of the rows above. Between two bars each unit has a wire, as bright as the share of it that the step keeps: ${is === "kept" ? gate : `1 − ${gate}`}.`,
  nothingKept:
    "Each bar is a state, its units in the order of the rows above. This cell has no gate that keeps: each step makes its state anew, and there are no wires.",
  equation: "Equation",
  allEquations: "All equations of this cell",
  tableAbout: ({ cell }: { readonly cell: string }): string =>
    `The equations of this cell (${cell}). A prime marks what was before this step.`,
  part: "part",
  equationColumn: "equation",
  before: "before",
  now: "now",
  meanOfInputs: "mean of the inputs",
  /** What a button says; @param value the number on show, or the symbol that is read */
  valued: ({ name, value }: { readonly name: string; readonly value: string }): string => `${name}: ${value}`,

  nextSymbol: "Next symbol",
  class: "Class",
  forecast: "Forecast",
  answer: "Answer",
  textEnds: "The text ends here.",
  unknownAnswer: "The correct answer is not known.",
  /** What comes or is right, how probable the network held it, and its place among all. */
  nextIs: ({
    symbol,
    probability,
    rank,
  }: {
    readonly symbol: string;
    readonly probability: string;
    readonly rank: number;
  }): string => `Next is ${quoted(symbol)}: ${probability}, place ${rank}`,
  rightIs: ({
    label,
    probability,
    rank,
  }: {
    readonly label: string;
    readonly probability: string;
    readonly rank: number;
  }): string => `Right is ${label}: ${probability}, place ${rank}`,
  /** Of a tick, and where there is nothing. */
  right: "right",
  comesNext: "comes next",
  none: "none",

  numbers: "Numbers at the current time step",
  forecastOf: "forecast of",
  number: "number",
  network: "network",
  came: "actual",
  error: "error",
  /** @param column null where there is but one */
  rowAhead: ({ column, rows }: { readonly column: string | null; readonly rows: number }): string => {
    const when = rows === 1 ? "next row" : `${rows} rows ahead`;
    return column === null ? when : `${column}, ${when}`;
  },
};
