import { expect, test } from "vitest";
import { createMemory, LinearMemory } from "./memory";
import { Kernels, kernelModule } from "./modules";
import { bestVariant } from "./support";

interface Activation {
  readonly name: string;
  /** Its number in `kernels/host.ts`. */
  readonly which: number;
  readonly exact: (x: number) => number;
  /** Where the bound holds. */
  readonly from: number;
  readonly to: number;
  readonly maxRelativeError: number;
  /** Values beyond, exactly. */
  readonly limits: readonly (readonly [x: number, y: number])[];
}

const { NaN: nan, NEGATIVE_INFINITY: minusInfinity, POSITIVE_INFINITY: infinity } = Number;

/** The bounds that `kernels/activations.ts` states. */
const activations: readonly Activation[] = [
  {
    name: "exponential",
    which: 0,
    exact: Math.exp,
    from: -87,
    to: 88,
    maxRelativeError: 3e-7,
    limits: [
      [-100, 0],
      [minusInfinity, 0],
      [100, infinity],
      [infinity, infinity],
      [0, 1],
    ],
  },
  {
    name: "sigmoid",
    which: 1,
    exact: (x) => 1 / (1 + Math.exp(-x)),
    from: -87,
    to: 200,
    maxRelativeError: 5e-7,
    limits: [
      [-100, 0],
      [minusInfinity, 0],
      [30, 1],
      [infinity, 1],
      [0, 0.5],
    ],
  },
  {
    name: "hyperbolicTangent",
    which: 2,
    exact: Math.tanh,
    from: -20,
    to: 20,
    maxRelativeError: 1e-6,
    limits: [
      [-10, -1],
      [minusInfinity, -1],
      [10, 1],
      [infinity, 1],
      [0, 0],
      [-0, -0],
    ],
  },
  {
    name: "logOnePlus",
    which: 3,
    exact: Math.log1p,
    from: 0,
    to: 1,
    maxRelativeError: 5e-7,
    limits: [[0, 0]],
  },
];

/** Evenly over the whole range, and towards 0 from either side down to the smallest normal numbers. */
function samples({ from, to }: Activation, count: number): Float32Array {
  const even = Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  const small = Array.from({ length: count }, (_, i) => 1.2e-38 ** (i / (count - 1)));
  const inside = [...small, ...small.map((x) => -x)].filter((x) => x >= from && x <= to);
  return Float32Array.from([...even, ...inside]).map((x) => Math.min(to, Math.max(from, x)));
}

async function activator(variant: "plain" | "relaxed") {
  const memory = createMemory(false);
  const kernels = new Kernels(await kernelModule(variant, false), memory);
  const heap = new LinearMemory(memory, kernels.heapBase);
  return (which: number, values: Float32Array): Float32Array => {
    const vectors = Math.ceil(values.length / 4);
    const address = heap.allocate(16 * vectors);
    const view = new Float32Array(memory.buffer, address, values.length);
    view.set(values);
    kernels.named("activate")(which, address, vectors, 0, 1);
    const out = view.slice();
    heap.release(address);
    return out;
  };
}

const cases = (["plain", "relaxed"] as const).flatMap((variant) =>
  activations.map((activation) => ({ variant, activation, name: activation.name })),
);

test("this Node has relaxed SIMD, so both variants are tested", () => {
  expect(bestVariant()).toBe("relaxed");
});

test.each(cases)("$name stays within its error, $variant", async ({ variant, activation }) => {
  const { which, exact, maxRelativeError } = activation;
  const x = samples(activation, 400_000);
  const y = (await activator(variant))(which, x);
  let worst = 0;
  let worstAt = 0;
  x.forEach((argument, i) => {
    const expected = exact(argument);
    const error = expected === 0 ? Math.abs(y[i]) : Math.abs(y[i] / expected - 1);
    if (error <= worst) return;
    worst = error;
    worstAt = argument;
  });
  expect(worst, `at ${worstAt}`).toBeLessThan(maxRelativeError);
});

test.each(cases)("$name saturates, and keeps NaN, $variant", async ({ variant, activation }) => {
  const run = await activator(variant);
  const { which, limits } = activation;
  const values = run(which, Float32Array.from([...limits.map(([x]) => x), nan]));
  expect(Array.from(values)).toEqual([...limits.map(([, y]) => y), nan]);
});
