/** Runs a conformance case on a backend: outputs, gradients and the losses of some training steps. */
import type { Backend, Executable } from "../backends/backend";
import { parameterTable } from "../model/config";
import { buildPlan, gradientName } from "../model/network";
import { elementCount, sections } from "../plan/plan";
import { adamHyper } from "../train/adamHyper";
import { type ConformanceCase, type NamedArray, parseCase } from "./case";

export interface ConformanceResult {
  readonly backend: string;
  readonly adapter: string;
  /** [B, T, O], before the softmax. */
  readonly outputs: NamedArray;
  /** [1, T, B, H]. */
  readonly hidden: NamedArray;
  readonly loss: number;
  /** Of the mean loss, before clipping, at step 0; `x` among them where it holds features. */
  readonly gradients: Readonly<Record<string, NamedArray>>;
  /** Before each of the steps. */
  readonly losses: readonly number[];
}

/** Throws `ConformanceCaseError` if `json` is not a case. */
export async function runConformance(json: unknown, backend: Backend): Promise<ConformanceResult> {
  const one = parseCase(json);
  const [B, T] = one.x.shape;
  const shape = { batchSize: B, sequenceLength: T };
  const executable = await backend.load(buildPlan(one.config, shape, { mode: "train", inputGradient: true }));
  writeCase(executable, one);
  await executable.run("forward");
  await executable.run("backward");
  const first = await readFirst(executable, one);
  const losses: number[] = [];
  for (let step = 1; step <= one.steps; step++) {
    executable.write("hyper", adamHyper(step, { ...one.optimizer, clipNorm: one.clipNorm }));
    for (const section of sections) await executable.run(section);
    const [[loss]] = await executable.read(["metrics"]);
    losses.push(loss);
  }
  executable.destroy();
  return { backend: backend.name, adapter: backend.device, ...first, losses };
}

/** The engine's sequences are time-major, the case's are batch-major. */
function writeCase(executable: Executable, { config, params, x, y }: ConformanceCase): void {
  const { entries, length } = parameterTable(config);
  const bank = new Float64Array(length);
  for (const { name, offset } of entries) bank.set(params[name].data, offset);
  executable.write("parameters", bank);
  executable.write("clip", Float32Array.of(0, 1, 1));
  executable.write("targets", Int32Array.from(swapOuter(y).data));
  const input = swapOuter(x).data;
  if (config.input.kind === "features") executable.write("x", Float64Array.from(input));
  else executable.write("tokens", Int32Array.from(input));
}

async function readFirst(executable: Executable, { config, x }: ConformanceCase) {
  const { entries } = parameterTable(config);
  const [B, T] = x.shape;
  const names = ["logits", "hOut", "metrics", ...entries.map(({ name }) => gradientName(name))];
  const [logits, hidden, metrics, ...gradients] = await executable.read(names);
  const named = entries.map(({ name, shape }, i) => [name, arrayOf(shape, gradients[i])] as const);
  const features = config.input.kind === "features" ? await executable.read([gradientName("x")]) : [];
  const ofX = features.map((dx) => ["x", swapOuter(arrayOf([T, B, x.shape[2]], dx))] as const);
  return {
    outputs: swapOuter(arrayOf([T, B, config.head.size], logits)),
    hidden: arrayOf([1, T, B, config.hiddenSize], hidden),
    loss: metrics[0],
    gradients: Object.fromEntries([...named, ...ofX]),
  };
}

const arrayOf = (shape: readonly number[], data: ArrayLike<number>): NamedArray => ({
  shape: [...shape],
  data: Array.from(data),
});

/** [P, Q, …] to [Q, P, …]. */
function swapOuter({ shape, data }: NamedArray): NamedArray {
  const [P, Q, ...rest] = shape;
  const size = elementCount(rest);
  const out: number[] = [];
  for (let q = 0; q < Q; q++) {
    for (let p = 0; p < P; p++) out.push(...data.slice((p * Q + q) * size, (p * Q + q + 1) * size));
  }
  return { shape: [Q, P, ...rest], data: out };
}
