/** Where the time of a training step goes, and what the same network costs with another cell. */
import type { Backend, Executable, StepTime } from "../backends/backend";
import { type CellName, cellNames } from "../model/cells/registry";
import { type NetworkConfig, parameterShapes } from "../model/config";
import { buildPlan } from "../model/network";
import { opOf } from "../ops/registry";
import { elementCount, planBytes, type Section, sections } from "../plan/plan";
import type { TrainingConfig } from "../train/checkpoint";
import { measuringSteps, stepFlop, writeAnything } from "../train/measure";
import { optimizerOp } from "../train/optimizer";
import type { Sequences } from "../train/sequences";
import { trainingPlan } from "../train/trainer";

/** One step of the plan. */
export interface StepProfile extends StepTime {
  readonly section: Section;
  readonly op: string;
  /** Floating-point operations, as the op counts them: products and sums. */
  readonly flop: number;
}

/** What a network of these sizes costs with one of the cells. */
export interface CellCost {
  readonly cell: CellName;
  readonly parameters: number;
  readonly flop: number;
  readonly planBytes: number;
  /** Milliseconds of a training step: the fastest of some rounds. */
  readonly stepMs: number;
  /** The least and the most, of all rounds, that a step took in times of one with the network's own cell. */
  readonly ratios: { readonly least: number; readonly most: number };
}

export interface Profile {
  readonly cell: CellName;
  readonly batchSize: number;
  readonly sequenceLength: number;
  /** In the order in which they run; medians of several runs. */
  readonly steps: readonly StepProfile[];
  /** Of every cell, this one included; none before all are measured. */
  readonly cells: readonly CellCost[];
}

const mostRuns = 5;
/** No further run begins after this time. */
const budgetMs = 1000;
/** Beyond it, what is measured is left between two pieces. */
const sliceMs = 50;

/**
 * First the steps, and then once more with the cells, which are measured in turns; null where it can be left meanwhile. Throws
 * `PlanTooLargeError`, also for a cell that needs more than the network's own.
 * @param sequences those that it is trained on
 */
export async function* profileTraining(
  backend: Backend,
  config: NetworkConfig,
  training: TrainingConfig,
  sequences: Pick<Sequences, "masked" | "corpus">,
): AsyncGenerator<Profile | null, void> {
  const { batchSize, sequenceLength } = training;
  const steps = yield* profileSteps(backend, config, training);
  const common = { cell: config.cell, batchSize, sequenceLength, steps };
  yield { ...common, cells: [] };
  const configs = cellNames.map((cell) => ({ ...config, cell }));
  const times = yield* measuringSteps(backend, configs, training);
  const own = times[cellNames.indexOf(config.cell)];
  const cells = configs.map((one, i) => ({
    ...sizesOf(one, training, sequences),
    stepMs: Math.min(...times[i]),
    ratios: ratiosOf(times[i], own),
  }));
  yield { ...common, cells };
}

async function* profileSteps(
  backend: Backend,
  config: NetworkConfig,
  training: TrainingConfig,
): AsyncGenerator<null, StepProfile[]> {
  const options = { mode: "train", optimizer: optimizerOp(training.optimizer) } as const;
  const plan = buildPlan(config, training, options);
  const executable = await backend.load(plan);
  try {
    writeAnything(executable, config, training);
    // The first run warms up.
    yield* profileOnce(executable);
    const runs: StepTime[][] = [];
    for (let spentMs = 0; runs.length < mostRuns && spentMs < budgetMs; ) {
      const run = yield* profileOnce(executable);
      spentMs += run.spentMs;
      runs.push(run.times);
    }
    const steps = sections.flatMap((section) => plan[section].map((step) => ({ section, step })));
    return steps.map(({ section, step }, i) => ({
      section,
      op: step.op,
      flop: opOf(step).cost(step.dims),
      launches: runs[0][i].launches,
      elapsedMs: median(runs.map((times) => times[i].elapsedMs)),
    }));
  } finally {
    executable.destroy();
  }
}

interface ProfiledRun {
  readonly times: StepTime[];
  /** With all that measuring costs, and without what others did meanwhile. */
  readonly spentMs: number;
}

async function* profileOnce(executable: Executable): AsyncGenerator<null, ProfiledRun> {
  const times: StepTime[] = [];
  let spentMs = 0;
  let startMs = performance.now();
  for (const section of sections)
    for await (const time of executable.profile(section)) {
      if (time) times.push(time);
      const sliceSpentMs = performance.now() - startMs;
      if (sliceSpentMs < sliceMs) continue;
      spentMs += sliceSpentMs;
      yield null;
      startMs = performance.now();
    }
  return { times, spentMs: spentMs + performance.now() - startMs };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** Round by round. */
function ratiosOf(times: readonly number[], own: readonly number[]): CellCost["ratios"] {
  const ratios = times.map((ms, round) => ms / own[round]);
  return { least: Math.min(...ratios), most: Math.max(...ratios) };
}

function sizesOf(
  config: NetworkConfig,
  training: TrainingConfig,
  sequences: Pick<Sequences, "masked" | "corpus">,
): Omit<CellCost, "stepMs" | "ratios"> {
  return {
    cell: config.cell,
    parameters: parameterShapes(config).reduce((sum, { shape }) => sum + elementCount(shape), 0),
    flop: stepFlop(config, training),
    planBytes: planBytes(trainingPlan(config, training, sequences)),
  };
}
