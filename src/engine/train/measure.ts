/** How long a training step takes on a backend, without training anything. */

import { Random } from "../../random";
import type { Backend, Executable } from "../backends/backend";
import { drops, inputTensor, type NetworkConfig } from "../model/config";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { healthyClip } from "../ops/clip";
import { opOf } from "../ops/registry";
import { type Plan, sections } from "../plan/plan";
import type { TrainingConfig } from "./checkpoint";
import { writeClassWeights } from "./classWeights";
import { noDropout } from "./dropoutSeed";
import { optimizerOp, stepHyper } from "./optimizer";

/** Floating-point operations of one measured step: some tens of milliseconds on a slow engine. */
const budget = 100e6;
/** What disturbs a measurement makes it longer, never shorter: the least of some rounds counts. */
const rounds = 3;
const stepsPerRound = 2;

/** Floating-point operations of one training step, as the ops count them. */
export function planCost(plan: Plan): number {
  const steps = sections.flatMap((section) => plan[section]);
  return steps.reduce((sum, step) => sum + opOf(step).cost(step.dims), 0);
}

const trainingOptions = ({ optimizer }: TrainingConfig) =>
  ({ mode: "train", optimizer: optimizerOp(optimizer) }) as const;

/** Those of a network: forward, backward and update, wherever its batches come from. */
export const stepFlop = (config: NetworkConfig, training: TrainingConfig): number =>
  planCost(buildPlan(config, training, trainingOptions(training)));

/**
 * Milliseconds of one training step of a network. Sequences are shortened until a step stays within
 * a budget, and the time is scaled up again: it grows with T.
 */
export async function measureStep(
  backend: Backend,
  config: NetworkConfig,
  training: TrainingConfig,
): Promise<number> {
  const measuring = measuringStep(backend, config, training);
  for (;;) {
    const { done, value } = await measuring.next();
    if (done) return value;
  }
}

/** The same; null where it can be left between two rounds. */
export async function* measuringStep(
  backend: Backend,
  config: NetworkConfig,
  training: TrainingConfig,
): AsyncGenerator<null, number> {
  const { batchSize, sequenceLength: T } = training;
  const length = Math.max(1, Math.min(T, Math.floor((T * budget) / stepFlop(config, training))));
  const shape = { batchSize, sequenceLength: length };
  const executable = await backend.load(buildPlan(config, shape, trainingOptions(training)));
  try {
    writeAnything(executable, config, { ...training, sequenceLength: length });
    // The first run compiles and warms up.
    await runSteps(executable, 1);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      yield null;
      times.push(await stepMs(executable));
    }
    return Math.min(...times) * (T / length);
  } finally {
    executable.destroy();
  }
}

async function stepMs(executable: Executable): Promise<number> {
  const startMs = performance.now();
  await runSteps(executable, stepsPerRound);
  return (performance.now() - startMs) / stepsPerRound;
}

async function runSteps(executable: Executable, count: number): Promise<void> {
  for (let i = 0; i < count; i++) for (const section of sections) await executable.run(section);
  await executable.read(["metrics"]);
}

/** Fills in everything that a training plan reads. */
export function writeAnything(executable: Executable, config: NetworkConfig, training: TrainingConfig): void {
  const { input, head, loss } = config;
  const positions = training.batchSize * training.sequenceLength;
  const answers = head.at === "every" ? positions : training.batchSize;
  const ids = (count: number, below: number) => Int32Array.from({ length: count }, (_, i) => (7 * i) % below);
  const numbers = (count: number) => Float32Array.from({ length: count }, (_, i) => ((7 * i) % 11) / 10);
  executable.write("parameters", initializeParameters(config, Random.fromSeed(training.seed)));
  executable.write(
    inputTensor(input),
    input.kind === "features" ? numbers(positions * input.size) : ids(positions, input.vocabularySize),
  );
  executable.write(
    "targets",
    loss.kind === "crossEntropy" ? ids(answers, head.size) : numbers(answers * head.size),
  );
  executable.write("hyper", stepHyper(training.optimizer, { ...training, step: 1 }));
  executable.write("clip", healthyClip());
  if (drops(config)) executable.write("dropoutSeed", noDropout());
  writeClassWeights(executable, config);
}
