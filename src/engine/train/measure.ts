/** How long a training step takes on a backend, without training anything. */

import { Random } from "../../random";
import type { Backend, Executable } from "../backends/backend";
import { drops, inputTensor, type NetworkConfig } from "../model/config";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { healthyClip } from "../ops/clip";
import { opOf } from "../ops/registry";
import { type Plan, planBytes, sections } from "../plan/plan";
import type { TrainingConfig } from "./checkpoint";
import { writeClassWeights } from "./classWeights";
import { noDropout } from "./dropoutSeed";
import { optimizerOp, stepHyper } from "./optimizer";

/** Floating-point operations of one measured step: some tens of milliseconds on a slow engine. */
const budget = 100e6;
/** What disturbs a measurement makes it longer, never shorter: the least of some rounds counts. */
const rounds = 3;
const stepsPerRound = 2;
/** Beside a run that trains, and within what a CPU's memory holds. */
const mostBytesTogether = 2 ** 28;

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
  const measuring = measuringSteps(backend, [config], training);
  for (;;) {
    const { done, value } = await measuring.next();
    if (done) return Math.min(...value[0]);
  }
}

/**
 * The same of several networks, which take turns, so that what slows the machine for a while slows all of them: for each its
 * milliseconds in every round. Networks that would take much memory together are measured one after the other. Null where it can be
 * left, between two runs.
 */
export async function* measuringSteps(
  backend: Backend,
  configs: readonly NetworkConfig[],
  training: TrainingConfig,
): AsyncGenerator<null, number[][]> {
  const measured = configs.map((config) => shortened(config, training));
  const isMuch = measured.reduce((sum, { plan }) => sum + planBytes(plan), 0) > mostBytesTogether;
  const turns = isMuch ? measured.map((one) => [one]) : [measured];
  const times: number[][] = [];
  for (const turn of turns) times.push(...(yield* inRounds(backend, turn, training)));
  return times;
}

/** What is measured of a network. */
interface Shortened {
  readonly config: NetworkConfig;
  readonly plan: Plan;
  /** Steps of its sequences. */
  readonly length: number;
}

function shortened(config: NetworkConfig, training: TrainingConfig): Shortened {
  const { batchSize, sequenceLength: T } = training;
  const length = Math.max(1, Math.min(T, Math.floor((T * budget) / stepFlop(config, training))));
  const plan = buildPlan(config, { batchSize, sequenceLength: length }, trainingOptions(training));
  return { config, plan, length };
}

async function* inRounds(
  backend: Backend,
  measured: readonly Shortened[],
  training: TrainingConfig,
): AsyncGenerator<null, number[][]> {
  const executables: Executable[] = [];
  try {
    for (const { config, plan, length } of measured) {
      const executable = await backend.load(plan);
      executables.push(executable);
      writeAnything(executable, config, { ...training, sequenceLength: length });
      // The first run compiles and warms up.
      await runSteps(executable, 1);
      yield null;
    }
    const times: number[][] = measured.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const [i, executable] of executables.entries()) {
        times[i].push((await stepMs(executable)) * (training.sequenceLength / measured[i].length));
        yield null;
      }
    return times;
  } finally {
    for (const executable of executables) executable.destroy();
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
