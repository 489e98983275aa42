/**
 * Steps of the plan that cells with PyTorch's arrangement of parameters share: `weight_ih` [G·H, I], `weight_hh` [G·H, H] and
 * biases [G·H]. What does not depend on h[t-1] leaves the recurrence: x·W_ihᵀ for all time steps is one product before it, and
 * the gradients of the weights are single products after it.
 */
import { type CellSite, gradientName, type ParameterShape } from "./cell";

export function gatedParameters(
  G: number,
  I: number,
  H: number,
  biases: readonly string[],
): readonly ParameterShape[] {
  return [
    { name: "weight_ih", shape: [G * H, I] },
    { name: "weight_hh", shape: [G * H, H], recurrent: true },
    ...biases.map((name) => ({ name, shape: [G * H] })),
  ];
}

const rowsOf = ({ T, B }: CellSite) => T * B;

/** inputPart = x·W_ihᵀ + b_ih, [T, B, G, H]. */
export function inputPart(site: CellSite, G: number): string {
  const { plan, named, T, B, I, H } = site;
  const part = plan.tensor(named("inputPart"), [T, B, G, H], "activation");
  const slots = { a: site.x, b: named("weight_ih"), bias: named("bias_ih"), c: part };
  plan.step("forward", "matmulNT", slots, { batch: 1, M: rowsOf(site), N: G * H, K: I });
  return part;
}

/** hiddenPart = h'·W_hhᵀ + b_hh, [T, B, G, H], once more and for all time steps at once: the recurrence does not keep it. */
export function inspectHiddenPart(site: CellSite, G: number): void {
  const { plan, named, T, B, H } = site;
  const part = plan.tensor(named("hiddenPart"), [T, B, G, H], "activation");
  const slots = { a: named("hBefore"), b: named("weight_hh"), bias: named("bias_hh"), c: part };
  plan.step("forward", "matmulNT", slots, { batch: 1, M: rowsOf(site), N: G * H, K: H });
}

/** h' as it enters products: the states before each step, times the mask of variational dropout. */
export function stateInProducts(site: CellSite): string {
  const { plan, named, T, B, H, options } = site;
  const before = named("hBefore");
  if (!options.stateMask) return before;
  const masked = plan.tensor(named("hMasked"), [T, B, H], "activation");
  const slots = { x: before, mask: options.stateMask, out: masked };
  plan.step("backward", "applyMask", slots, { length: T * B * H, period: B * H });
  return masked;
}

/** The gradients of W_ih, of b_ih and of x, from `part` [T, B, G·H], the gradient of inputPart. */
export function inputGradients(site: CellSite, G: number, part: string): void {
  const { plan, named, I, H, wanted } = site;
  const N = rowsOf(site);
  if (wanted.parameters) {
    const weight = { a: part, b: site.x, c: gradientName(named("weight_ih")) };
    plan.step("backward", "matmulTN", weight, { batch: 1, M: G * H, N: I, K: N });
    const bias = { x: part, out: gradientName(named("bias_ih")) };
    plan.step("backward", "columnSums", bias, { M: N, N: G * H });
  }
  if (wanted.x) {
    const product = { a: part, b: named("weight_ih"), c: wanted.x };
    plan.step("backward", "matmulNN", product, { batch: 1, M: N, N: I, K: G * H });
  }
}

/** The gradients of W_hh and of b_hh, from `part` [T, B, G·H], the gradient of W_hh h' + b_hh. */
export function hiddenGradients(site: CellSite, G: number, part: string): void {
  const { plan, named, H, wanted } = site;
  if (!wanted.parameters) return;
  const N = rowsOf(site);
  const weight = { a: part, b: stateInProducts(site), c: gradientName(named("weight_hh")) };
  plan.step("backward", "matmulTN", weight, { batch: 1, M: G * H, N: H, K: N });
  const bias = { x: part, out: gradientName(named("bias_hh")) };
  plan.step("backward", "columnSums", bias, { M: N, N: G * H });
}

export const timeSizes = ({ T, B, H, reverse }: CellSite) => ({ T, B, H, reverse });

/** The options that a backward recurrence has as well. */
export function backwardOptions(
  { options }: CellSite,
  ...names: ("lengths" | "stateMask")[]
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const tensor = options[name];
      return tensor ? [[name, tensor]] : [];
    }),
  );
}

/**
 * The forward recurrence of a cell whose G gates are all made of sums of a part from x and one from h'.
 *
 * @param kept how many times H numbers a step leaves in `gates`, 0 for a cell without gates
 */
export function gatedForward(site: CellSite, op: string, G: number, kept: number): void {
  const { plan, named, T, B, H, options } = site;
  const slots = {
    inputPart: inputPart(site, G),
    weightHh: named("weight_hh"),
    biasHh: named("bias_hh"),
    state: named("state"),
    ...(kept > 0 && { gates: plan.tensor(named("gates"), [T, B, kept, H], "activation") }),
    ...options,
  };
  plan.step("forward", op, slots, timeSizes(site));
}

/**
 * Its backward recurrence, and the gradients of all parameters, where both parts have the same gradient.
 *
 * @param states S
 */
export function gatedBackward(
  site: CellSite,
  op: string,
  { G, states, hasGates }: { readonly G: number; readonly states: number; readonly hasGates: boolean },
): void {
  const { plan, named, T, B, H } = site;
  const dPart = plan.tensor(named("dPart"), [T, B, G, H], "activation");
  const slots = {
    dH: named("dH"),
    ...(hasGates && { gates: named("gates") }),
    state: named("state"),
    weightHh: named("weight_hh"),
    dPart,
    dInitial: plan.tensor(named("dInitial"), [states, B, H], "activation"),
    ...backwardOptions(site, "lengths", "stateMask"),
  };
  plan.step("backward", op, slots, timeSizes(site));
  inputGradients(site, G, dPart);
  hiddenGradients(site, G, dPart);
}
