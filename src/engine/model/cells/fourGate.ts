/** The four-gate GRU; equations in `ops/fourGate.ts`. Weights are concatenated as printed there. */
import { bankAlignment } from "../../plan/plan";
import {
  type Cell,
  type CellSite,
  type GatePlane,
  gateWidth,
  gradientName,
  type ParameterShape,
} from "./cell";
import { backwardOptions, stateInProducts, timeSizes } from "./gated";

const parameters = (I: number, H: number): readonly ParameterShape[] => [
  { name: "weight_i", shape: [I, H + I] },
  { name: "bias_i", shape: [I] },
  { name: "weight_f", shape: [H, H + I] },
  { name: "bias_f", shape: [H] },
  { name: "weight_c", shape: [H, H + I] },
  { name: "bias_c", shape: [H] },
  { name: "weight_o", shape: [H, 2 * H] },
  { name: "bias_o", shape: [H] },
];

const gates = (I: number, H: number): readonly GatePlane[] => [
  { name: "i", first: 0, width: I, range: "share" },
  { name: "f", first: I, width: H, range: "share" },
  // tanh plus a bias outside of it.
  { name: "c", first: I + H, width: H, range: "sum" },
  { name: "o", first: I + 2 * H, width: H, range: "share" },
];

export const fourGate: Cell = {
  states: ["h"],
  parameters,
  gates,
  forward(site) {
    const { plan, named, T, B, I, H, options } = site;
    const { places, length } = layout(I, H);
    const slots = {
      x: site.x,
      weights: plan.view(named("weights"), named("weight_i"), 0, [length]),
      state: named("state"),
      gates: plan.tensor(named("gates"), [T, B, gateWidth(gates(I, H))], "activation"),
      candidateInput: plan.tensor(named("candidateInput"), [T, B, H + I], "activation"),
      ...options,
    };
    plan.step("forward", "fourGateForward", slots, { ...timeSizes(site), I, ...places, length });
  },
  backward(site) {
    const { plan, named, T, B, I, H } = site;
    const { places, length } = layout(I, H);
    const width = 2 * I + 4 * H;
    const dParts = plan.tensor(named("dParts"), [T, B, width], "activation");
    const slots = {
      dH: named("dH"),
      x: site.x,
      weights: named("weights"),
      state: named("state"),
      gates: named("gates"),
      dParts,
      dInitial: plan.tensor(named("dInitial"), [1, B, H], "activation"),
      ...backwardOptions(site, "stateMask"),
    };
    plan.step("backward", "fourGateBackward", slots, { ...timeSizes(site), I, ...places, length });
    if (site.wanted.x) copyColumns(site, dParts, width, I + 4 * H, site.wanted.x, I, 0, I);
    if (site.wanted.parameters) parameterGradients(site, dParts, width);
  },
};

/** Where the parameters of one layer lie, counted from its first: the banks keep their order and alignment. */
function layout(I: number, H: number) {
  const names = ["weightI", "biasI", "weightF", "biasF", "weightC", "biasC", "weightO", "biasO"] as const;
  let length = 0;
  const starts = parameters(I, H).map(({ shape }) => {
    const start = length;
    const size = shape.reduce((product, n) => product * n, 1);
    length += Math.ceil(size / bankAlignment) * bankAlignment;
    return start;
  });
  return { places: Object.fromEntries(names.map((name, i) => [name, starts[i]])), length };
}

function copyColumns(
  { plan, T, B }: CellSite,
  x: string,
  xStride: number,
  xStart: number,
  out: string,
  outStride: number,
  outStart: number,
  columns: number,
): void {
  plan.step(
    "backward",
    "copyBlock",
    { x, out },
    { rows: T * B, columns, xStart, xStride, outStart, outStride },
  );
}

function parameterGradients(site: CellSite, dParts: string, width: number): void {
  const { plan, named, T, B, I, H } = site;
  const before = stateInProducts(site);
  const joined = (
    name: string,
    a: readonly [string, number, number, number],
    b: readonly [string, number, number, number],
  ) => {
    const out = plan.tensor(named(name), [T, B, a[3] + b[3]], "activation");
    copyColumns(site, a[0], a[1], a[2], out, a[3] + b[3], 0, a[3]);
    copyColumns(site, b[0], b[1], b[2], out, a[3] + b[3], a[3], b[3]);
    return out;
  };
  const ofGates = joined("gateInput", [before, H, 0, H], [site.x, I, 0, I]);
  const ofOutput = joined("outputInput", [named("gates"), I + 3 * H, I + H, H], [before, H, 0, H]);
  const gate = (
    letter: string,
    first: number,
    size: number,
    input: string,
    columns: number,
    ofBias = first,
  ) => {
    const sums = plan.tensor(named(`d_${letter}`), [T, B, size], "activation");
    copyColumns(site, dParts, width, first, sums, size, 0, size);
    const weight = { a: sums, b: input, c: gradientName(named(`weight_${letter}`)) };
    plan.step("backward", "matmulTN", weight, { batch: 1, M: size, N: columns, K: T * B });
    // The candidate's bias stands outside of the tanh: its gradient is that of c itself.
    if (ofBias !== first) copyColumns(site, dParts, width, ofBias, sums, size, 0, size);
    const bias = { x: sums, out: gradientName(named(`bias_${letter}`)) };
    plan.step("backward", "columnSums", bias, { M: T * B, N: size });
  };
  gate("i", 0, I, ofGates, H + I);
  gate("f", I, H, ofGates, H + I);
  gate("c", I + H, H, named("candidateInput"), H + I, I + 3 * H);
  gate("o", I + 2 * H, H, ofOutput, 2 * H);
}
