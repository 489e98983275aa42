/** The `hyper` tensor: what the host tells the optimizer before each step. Every optimizer reads its own of these places. */
export const hyperPlaces = [
  "learningRate",
  /** Largest L2 norm of the whole gradient; 0 for no limit. */
  "clipNorm",
  /** Largest size of one gradient, after clipping by norm; 0 for no limit. */
  "clipValue",
  /** L2: weightDecay · parameter is added to the clipped gradient. */
  "weightDecay",
  /** AdamW: parameters shrink by this factor of the learning rate, beside the gradient. */
  "decoupledDecay",
  /** Adam: β1. SGD and RMSprop: momentum. */
  "beta1",
  /** Adam: β2. RMSprop: α. */
  "beta2",
  "oneMinusBeta1",
  /** In full precision: 1 - 0.999 keeps its digits only in float64. */
  "oneMinusBeta2",
  "epsilon",
  /** Adam: 1 - β1^step and 1 - β2^step. */
  "correction1",
  "correction2",
  /** SGD: 1 with Nesterov's momentum, else 0. */
  "nesterov",
] as const;

export type HyperPlace = (typeof hyperPlaces)[number];
export type Hyper = Readonly<Record<HyperPlace, number>>;

/** Numbers in the tensor, the last ones unused. */
export const hyperLength = 16;

export const placeOf = (name: HyperPlace): number => hyperPlaces.indexOf(name);

export function hyperTensor(hyper: Partial<Hyper>): Float64Array {
  const out = new Float64Array(hyperLength);
  hyperPlaces.forEach((name, i) => {
    out[i] = hyper[name] ?? 0;
  });
  return out;
}

export function readHyper(tensor: ArrayLike<number>): Hyper {
  const pairs = hyperPlaces.map((name, i) => [name, tensor[i]] as const);
  return { ...noHyper, ...Object.fromEntries(pairs) };
}

const noHyper: Hyper = {
  learningRate: 0,
  clipNorm: 0,
  clipValue: 0,
  weightDecay: 0,
  decoupledDecay: 0,
  beta1: 0,
  beta2: 0,
  oneMinusBeta1: 0,
  oneMinusBeta2: 0,
  epsilon: 0,
  correction1: 0,
  correction2: 0,
  nesterov: 0,
};
