/**
 * Which variant of each family of kernels an adapter runs fastest. Measured on the adapter in use, on small sizes; only
 * variants that compute what the reference does are taken.
 */

import { Random } from "../../../random";
import { type HostArray, type Op, Operands } from "../../ops/op";
import { opOf } from "../../ops/registry";
import { elementCount, type Plan } from "../../plan/plan";
import type { Executable } from "../backend";
import { type DeviceAbilities, type Family, families, type VariantChoice, variantsOf } from "./variants";

/** To be raised when kernels change: what was measured before says nothing of them. */
export const kernelsVersion = 1;

export interface Measurement {
  readonly family: string;
  readonly variant: string;
  /** Of one run, the least of several; null where the values were wrong. */
  readonly elapsedMs: number | null;
}

/** Plain data, to be kept for the adapter and used again. */
export interface Calibration {
  readonly version: number;
  readonly adapter: string;
  readonly choice: VariantChoice;
  /** Everything that was tried. */
  readonly measurements: readonly Measurement[];
}

/** Whether a calibration was made for these kernels and this adapter. */
export const isCurrent = ({ version, adapter }: Calibration, ofAdapter: string) =>
  version === kernelsVersion && adapter === ofAdapter;

/** What a calibration asks of a device. */
export interface Bench {
  readonly abilities: DeviceAbilities;
  load(plan: Plan, choice: VariantChoice): Promise<Executable>;
  /** Resolves when everything submitted has run. */
  done(): Promise<unknown>;
}

/** No variant is begun after its family's time, and none after the time of all, so that people wait for about a second. */
const totalMs = 700;
const budgetMs: Readonly<Record<Family, number>> = {
  recurrence: 400,
  matmulTN: 100,
  matmulNT: 100,
  matmulNN: 100,
  columnSums: 50,
  wideRecurrence: 150,
};

/** Small, but with enough work to tell the variants apart. */
const workOf: Readonly<Record<Family, { readonly op: string; readonly dims: Plan["forward"][0]["dims"] }>> = {
  recurrence: { op: "gruForward", dims: { T: 4, B: 32, H: 128, reverse: 0 } },
  wideRecurrence: { op: "gruForward", dims: { T: 1, B: 32, H: 256, reverse: 0 } },
  matmulNN: { op: "matmulNN", dims: { batch: 1, M: 256, N: 64, K: 192 } },
  matmulNT: { op: "matmulNT", dims: { batch: 1, M: 256, N: 192, K: 64 } },
  columnSums: { op: "columnSums", dims: { M: 1024, N: 128 } },
  matmulTN: { op: "matmulTN", dims: { batch: 1, M: 192, N: 64, K: 256 } },
};

const repetitions = 4;

/** |a - b| <= atol + rtol·|b|, for float32 against float64 on sums of some hundreds of terms of size 1. */
const tolerance = { atol: 1e-4, rtol: 1e-3 };

export async function calibrate(bench: Bench, adapter: string): Promise<Calibration> {
  const measurements: Measurement[] = [];
  const allEnd = performance.now() + totalMs;
  for (const family of families) {
    const work = workFor(family);
    const end = Math.min(allEnd, performance.now() + budgetMs[family]);
    for (const variant of variantsOf(family, bench.abilities)) {
      if (performance.now() > end) break;
      measurements.push({ family, variant, elapsedMs: await measure(bench, work, { [family]: variant }) });
    }
  }
  const choice = Object.fromEntries(
    families.flatMap((family) => {
      const best = fastest(measurements.filter((measurement) => measurement.family === family));
      return best ? [[family, best.variant]] : [];
    }),
  );
  return { version: kernelsVersion, adapter, choice, measurements };
}

function fastest(measurements: readonly Measurement[]): Measurement | null {
  const time = ({ elapsedMs }: Measurement) => elapsedMs ?? Number.POSITIVE_INFINITY;
  const right = measurements.filter(({ elapsedMs }) => elapsedMs !== null);
  return right.reduce<Measurement | null>((best, it) => (best && time(best) <= time(it) ? best : it), null);
}

/** An op by itself, with random inputs and what has to come out. */
interface Work {
  readonly plan: Plan;
  readonly inputs: ReadonlyMap<string, HostArray>;
  readonly expected: ReadonlyMap<string, HostArray>;
}

function workFor(family: Family): Work {
  const { op: name, dims } = workOf[family];
  const op = opOf({ op: name, tensors: {}, dims });
  const slots = Object.keys(op.slots).filter((slot) => !op.slots[slot].optional);
  const tensors = slots.map((slot) => {
    const { shape, type } = op.slots[slot];
    return { name: slot, shape: shape(dims), type, role: "activation" as const };
  });
  const step = { op: name, tensors: Object.fromEntries(slots.map((slot) => [slot, slot])), dims };
  const random = Random.fromSeed(1);
  const scale = 1 / Math.sqrt(dims.H ?? dims.K ?? 1);
  const values = (shape: readonly number[]) =>
    Float64Array.from({ length: elementCount(shape) }, () => Math.fround((random.uniform() - 0.5) * scale));
  const arrays = new Map(tensors.map((tensor) => [tensor.name, values(tensor.shape)]));
  const inputs = new Map([...arrays].map(([slot, array]) => [slot, array.slice()]));
  op.reference(new Operands(arrays), dims);
  const written = new Map([...arrays].filter(([slot]) => isWritten(op, slot)));
  return { plan: { tensors, forward: [step], backward: [], update: [] }, inputs, expected: written };
}

const isWritten = (op: Op, slot: string) => op.slots[slot].access !== "read";

/** The milliseconds of one run, or null if its values are wrong. */
async function measure(bench: Bench, work: Work, choice: VariantChoice): Promise<number | null> {
  const executable = await bench.load(work.plan, choice);
  try {
    for (const [slot, values] of work.inputs) executable.write(slot, values);
    await executable.run("forward");
    const slots = [...work.expected.keys()];
    const actual = await executable.read(slots);
    if (!slots.every((slot, i) => isClose(actual[i], work.expected.get(slot) ?? []))) return null;
    return await leastMs(bench, executable);
  } finally {
    executable.destroy();
  }
}

async function leastMs(bench: Bench, executable: Executable): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repetitions; i++) {
    const startMs = performance.now();
    await executable.run("forward");
    await bench.done();
    least = Math.min(least, performance.now() - startMs);
  }
  return least;
}

function isClose(actual: ArrayLike<number>, expected: ArrayLike<number>): boolean {
  for (let i = 0; i < expected.length; i++) {
    const allowed = tolerance.atol + tolerance.rtol * Math.abs(expected[i]);
    // Not ">": NaN is wrong.
    if (!(Math.abs(actual[i] - expected[i]) <= allowed)) return false;
  }
  return true;
}
