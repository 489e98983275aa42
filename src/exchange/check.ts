import { createReferenceBackend } from "../engine/backends/reference/reference";
import { inputSize, inputTensor } from "../engine/model/config";
import { buildPlan } from "../engine/model/network";
import type { Checkpoint } from "../engine/train/checkpoint";
import { Random } from "../random";
import { activationOf } from "./network";

/** Rows of values with their shape, batch first. */
export interface Values {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** What this project's engine answers to an input, so that anyone can hold another framework to it. */
export interface Check {
  /** Token ids [B, T], or features [B, T, I], scaled. */
  readonly input: Values;
  /** Before the activation: [B, T, O] at every step, or [B, O] after the last one. */
  readonly output: Values;
  readonly activation: ReturnType<typeof activationOf>;
}

const B = 2;
const T = 7;

/** The reference's answer, in double precision, to two sequences of seven steps that follow from the sizes alone. */
export async function checkOf(checkpoint: Checkpoint): Promise<Check> {
  const { config, parameters } = checkpoint;
  const plan = buildPlan(config, { batchSize: B, sequenceLength: T }, { mode: "predict" });
  const executable = await createReferenceBackend().load(plan);
  const I = config.input.kind === "features" ? inputSize(config.input) : 1;
  const input = drawnInput(checkpoint, I);
  executable.write("parameters", parameters);
  const ordered = timeMajor(input, I);
  const isIds = config.input.kind !== "features";
  executable.write(inputTensor(config.input), isIds ? Int32Array.from(ordered) : Float32Array.from(ordered));
  await executable.run("forward");
  const [logits] = await executable.read(["logits"]);
  executable.destroy();
  const { at, size: O } = config.head;
  return {
    input: { shape: isIds ? [B, T] : [B, T, I], data: input },
    output: {
      shape: at === "every" ? [B, T, O] : [B, O],
      data: at === "every" ? batchMajor(logits, O) : Array.from(logits),
    },
    activation: activationOf(config),
  };
}

function drawnInput({ config: { input } }: Checkpoint, I: number): readonly number[] {
  const random = Random.fromSeed(1);
  return Array.from({ length: B * T * I }, () =>
    input.kind === "features" ? Math.fround(random.normal()) : random.integer(0, input.vocabularySize - 1),
  );
}

const timeMajor = (values: readonly number[], width: number) =>
  values.map((_, i) => values[moved(i, width, B, T)]);

const batchMajor = (values: Float32Array, width: number) =>
  Array.from(values, (_, i) => values[moved(i, width, T, B)]);

/** Where element i of [columns, rows, width] stands in [rows, columns, width]. */
function moved(i: number, width: number, rows: number, columns: number): number {
  const [row, column] = [Math.floor(i / width) % rows, Math.floor(i / (width * rows))];
  return (row * columns + column) * width + (i % width);
}
