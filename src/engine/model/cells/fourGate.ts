/** The four-gate GRU; equations in `ops/fourGate.ts`. Weights are concatenated as printed there. */
import { layoutTable } from "../../plan/plan";
import { type Block, columnsOf, copyBlock } from "../copy";
import {
  type Cell,
  type CellSite,
  type GatePlane,
  gradientName,
  type ParameterShape,
  rowWidth,
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
      gates: plan.tensor(named("gates"), [T, B, rowWidth(gates(I, H))], "activation"),
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
    if (site.wanted.x) {
      const dX = { ...columnsOf(dParts, width, I + 4 * H), columns: I };
      copyColumns(site, dX, columnsOf(site.wanted.x, I));
    }
    if (site.wanted.parameters) parameterGradients(site, dParts, width);
  },
};

/** Where the parameters of one layer lie, counted from its first: the banks keep their order and alignment. */
function layout(I: number, H: number) {
  const names = ["weightI", "biasI", "weightF", "biasF", "weightC", "biasC", "weightO", "biasO"] as const;
  const { entries, length } = layoutTable(parameters(I, H));
  return { places: Object.fromEntries(names.map((name, i) => [name, entries[i].offset])), length };
}

/** A block of `columns` columns. */
interface Columns extends Block {
  readonly columns: number;
}

function copyColumns({ plan, T, B }: CellSite, from: Columns, to: Block): void {
  copyBlock(plan, "backward", { from, to, rows: T * B, columns: from.columns });
}

/** A new tensor with two blocks side by side. */
function joined(site: CellSite, name: string, left: Columns, right: Columns): Columns {
  const { plan, named, T, B } = site;
  const width = left.columns + right.columns;
  const out = plan.tensor(named(name), [T, B, width], "activation");
  copyColumns(site, left, columnsOf(out, width));
  copyColumns(site, right, columnsOf(out, width, left.columns));
  return whole(out, width);
}

const whole = (tensor: string, columns: number): Columns => ({ ...columnsOf(tensor, columns), columns });

function parameterGradients(site: CellSite, dParts: string, width: number): void {
  const { plan, named, T, B, I, H } = site;
  const before = whole(stateInProducts(site), H);
  const c = { ...columnsOf(named("gates"), I + 3 * H, I + H), columns: H };
  const ofGates = joined(site, "gateInput", before, whole(site.x, I));
  const ofOutput = joined(site, "outputInput", c, before);
  const gate = (letter: string, first: number, size: number, input: Columns, ofBias = first) => {
    const sums = plan.tensor(named(`d_${letter}`), [T, B, size], "activation");
    const take = (start: number) =>
      copyColumns(site, { ...columnsOf(dParts, width, start), columns: size }, columnsOf(sums, size));
    take(first);
    const weight = { a: sums, b: input.tensor, c: gradientName(named(`weight_${letter}`)) };
    plan.step("backward", "matmulTN", weight, { batch: 1, M: size, N: input.columns, K: T * B });
    // The candidate's bias stands outside of the tanh: its gradient is that of c itself.
    if (ofBias !== first) take(ofBias);
    const bias = { x: sums, out: gradientName(named(`bias_${letter}`)) };
    plan.step("backward", "columnSums", bias, { M: T * B, N: size });
  };
  gate("i", 0, I, ofGates);
  gate("f", I, H, ofGates);
  gate("c", I + H, H, whole(named("candidateInput"), H + I), I + 3 * H);
  gate("o", I + 2 * H, H, ofOutput);
}
