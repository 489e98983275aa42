/** Runs a conformance case on a backend: outputs, gradients and the losses of some training steps. */
import type { Backend, Executable } from "../backends/backend";
import { gradientName } from "../model/cells/cell";
import { directions, parameterTable } from "../model/config";
import { buildPlan } from "../model/network";
import { healthyClip } from "../ops/clip";
import { elementCount, sections } from "../plan/plan";
import { optimizerOp, stepHyper } from "../train/optimizer";
import { type ConformanceCase, type NamedArray, parseCase } from "./case";

export interface ConformanceResult {
  readonly backend: string;
  readonly adapter: string;
  /** [B, T, O], or [B, O] at the last step, before softmax or sigmoid. */
  readonly outputs: NamedArray;
  /** [L·D, T, B, H] with D directions: the states after each step. */
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
  const { config, lengths, optimizer, learningRate, clipNorm, clipValue, steps } = one;
  const [B, T] = one.x.shape;
  const shape = { batchSize: B, sequenceLength: T };
  const options = {
    mode: "train" as const,
    inputGradient: true,
    masked: lengths !== null,
    optimizer: optimizerOp(optimizer),
  };
  const executable = await backend.load(buildPlan(config, shape, options));
  writeCase(executable, one);
  await executable.run("forward");
  await executable.run("backward");
  const first = await readFirst(executable, one);
  const losses: number[] = [];
  for (let step = 1; step <= steps; step++) {
    executable.write("hyper", stepHyper(optimizer, { step, learningRate, clipNorm, clipValue }));
    for (const section of sections) await executable.run(section);
    const [[loss]] = await executable.read(["metrics"]);
    losses.push(loss);
  }
  executable.destroy();
  return { backend: backend.name, adapter: backend.device, ...first, losses };
}

/** The engine's sequences are time-major, the case's are batch-major. */
function writeCase(executable: Executable, { config, params, x, y, lengths }: ConformanceCase): void {
  const { entries, length } = parameterTable(config);
  const bank = new Float64Array(length);
  for (const { name, offset } of entries) bank.set(params[name].data, offset);
  executable.write("parameters", bank);
  executable.write("clip", healthyClip());
  const targets = (config.head.at === "every" ? swapOuter(y) : y).data;
  const { loss } = config;
  executable.write(
    "targets",
    loss.kind === "crossEntropy" ? Int32Array.from(targets) : Float64Array.from(targets),
  );
  if (loss.kind === "crossEntropy" && loss.classWeights)
    executable.write("classWeights", Float64Array.from(loss.classWeights));
  if (lengths) executable.write("lengths", Int32Array.from(lengths));
  const input = swapOuter(x).data;
  if (config.input.kind === "features") executable.write("x", Float64Array.from(input));
  else executable.write("tokens", Int32Array.from(input));
}

async function readFirst(executable: Executable, { config, x, ownName }: ConformanceCase) {
  const { entries } = parameterTable(config);
  const [B, T] = x.shape;
  const all = directions(config);
  const [logits, metrics] = await executable.read(["logits", "metrics"]);
  const hidden = await executable.read(all.map(({ suffix }) => `hOut${suffix}`));
  const gradients = await executable.read(entries.map(({ name }) => gradientName(name)));
  const named = entries.map(({ name, shape }, i) => [ownName(name), arrayOf(shape, gradients[i])] as const);
  const features = config.input.kind === "features" ? await executable.read([gradientName("x")]) : [];
  const ofX = features.map((dx) => ["x", swapOuter(arrayOf([T, B, x.shape[2]], dx))] as const);
  const { size, at } = config.head;
  return {
    outputs: at === "every" ? swapOuter(arrayOf([T, B, size], logits)) : arrayOf([B, size], logits),
    hidden: arrayOf(
      [all.length, T, B, config.hiddenSizes[0]],
      hidden.flatMap((values) => Array.from(values)),
    ),
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
