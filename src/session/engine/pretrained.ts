/**
 * The network that ships with the page, as two files: `pretrained.json` says what it is, `pretrained.bin` holds its
 * parameters and both moments, one after the other, as little-endian float32.
 */
import * as v from "valibot";
import { simpleNetwork } from "../../engine/model/config";
import { type Checkpoint, freshRun } from "../../engine/train/checkpoint";
import { defaultTraining } from "../../engine/train/defaultTraining";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const headerSchema = v.object({
  version: v.literal(1),
  config: v.object({
    cell: v.literal("gru"),
    input: v.variant("kind", [
      v.object({ kind: v.literal("embedding"), vocabularySize: count, size: count }),
      v.object({ kind: v.literal("oneHot"), vocabularySize: count }),
    ]),
    hiddenSize: count,
    head: v.object({ size: count }),
  }),
  training: v.object({
    sequenceLength: count,
    batchSize: count,
    learningRate: v.number(),
    clipNorm: v.number(),
    seed: v.pipe(v.number(), v.integer()),
  }),
  vocabulary: v.array(v.string()),
  step: v.pipe(v.number(), v.integer(), v.minValue(0)),
  generator: v.array(v.number()),
  table: v.array(v.object({ name: v.string(), shape: v.array(count), offset: v.number() })),
});

export interface CheckpointFiles {
  readonly json: string;
  readonly bytes: ArrayBuffer;
}

/** Of a network as the page's settings make them: one layer, default training. */
export function writeCheckpoint({
  config,
  training,
  vocabulary,
  step,
  generator,
  table,
  ...banks
}: Checkpoint): CheckpointFiles {
  const { sequenceLength, batchSize, learningRate, clipNorm, seed } = training;
  const header = {
    version: 1,
    config: {
      cell: config.cell,
      input: config.input,
      hiddenSize: config.hiddenSizes[0],
      head: { size: config.head.size },
    },
    vocabulary,
    training: { sequenceLength, batchSize, learningRate, clipNorm, seed },
    step,
    generator,
    table,
  };
  const { parameters, firstMoment, secondMoment } = banks;
  const values = new Float32Array(3 * parameters.length);
  [parameters, firstMoment, secondMoment].forEach((bank, i) => {
    values.set(bank, i * parameters.length);
  });
  return { json: JSON.stringify(header), bytes: values.buffer };
}

/** Throws `ValiError` if the header is not one. */
export function readCheckpoint({ json, bytes }: CheckpointFiles): Checkpoint {
  const { config, training, vocabulary, step, generator, table } = v.parse(headerSchema, JSON.parse(json));
  const values = new Float32Array(bytes);
  const length = values.length / 3;
  return {
    version: 2,
    ...freshRun,
    config: simpleNetwork({
      cell: config.cell,
      input: config.input,
      hiddenSizes: [config.hiddenSize],
      outputs: config.head.size,
    }),
    training: { ...defaultTraining, ...training },
    vocabulary,
    step,
    generator,
    table,
    parameters: values.slice(0, length),
    firstMoment: values.slice(length, 2 * length),
    secondMoment: values.slice(2 * length),
  };
}
