import { createReferenceBackend } from "../engine/backends/reference/reference";
import { inputTensor, type NetworkConfig } from "../engine/model/config";
import { buildPlan } from "../engine/model/network";
import { elementCount } from "../engine/plan/plan";
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

/** The reference's answer, in double precision, to two sequences of seven steps that follow from the sizes alone. */
export async function checkOf(checkpoint: Checkpoint): Promise<Check> {
  const { config } = checkpoint;
  const input = drawnInput(config, 2, 7);
  return { input, output: await answerTo(checkpoint, input), activation: activationOf(config) };
}

/** The reference's answer to token ids [B, T] or features [B, T, I], before the activation: [B, T, O], or [B, O]. */
export async function answerTo({ config, parameters }: Checkpoint, { shape, data }: Values): Promise<Values> {
  const [B, T, I = 1] = shape;
  const plan = buildPlan(config, { batchSize: B, sequenceLength: T }, { mode: "predict" });
  const executable = await createReferenceBackend().load(plan);
  executable.write("parameters", parameters);
  const input = data.map((_, i) => data[moved(i, I, B, T)]);
  const isIds = config.input.kind !== "features";
  executable.write(inputTensor(config.input), isIds ? Int32Array.from(input) : Float32Array.from(input));
  await executable.run("forward");
  const [logits] = await executable.read(["logits"]);
  executable.destroy();
  const { at, size: O } = config.head;
  if (at === "last") return { shape: [B, O], data: Array.from(logits) };
  return { shape: [B, T, O], data: Array.from(logits, (_, i) => logits[moved(i, O, T, B)]) };
}

function drawnInput({ input }: NetworkConfig, B: number, T: number): Values {
  const random = Random.fromSeed(1);
  if (input.kind === "features") {
    const shape = [B, T, input.size];
    return { shape, data: drawn(shape, () => Math.fround(random.normal())) };
  }
  return { shape: [B, T], data: drawn([B, T], () => random.integer(0, input.vocabularySize - 1)) };
}

const drawn = (shape: readonly number[], draw: () => number) =>
  Array.from({ length: elementCount(shape) }, draw);

/** Where element i of [columns, rows, width] stands in [rows, columns, width]. */
function moved(i: number, width: number, rows: number, columns: number): number {
  const [row, column] = [Math.floor(i / width) % rows, Math.floor(i / (width * rows))];
  return (row * columns + column) * width + (i % width);
}
