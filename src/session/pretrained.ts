/**
 * The network that ships with the page, as two files: `pretrained.json` says what it is, `pretrained.bin` holds its
 * parameters and both moments, one after the other, as little-endian float32.
 */
import * as v from "valibot";
import type { Checkpoint } from "../engine/train/checkpoint";

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

export function writeCheckpoint(checkpoint: Checkpoint): CheckpointFiles {
  const { parameters, firstMoment, secondMoment, ...header } = checkpoint;
  const values = new Float32Array(3 * parameters.length);
  [parameters, firstMoment, secondMoment].forEach((bank, i) => {
    values.set(bank, i * parameters.length);
  });
  return { json: JSON.stringify(header), bytes: values.buffer };
}

/** Throws `ValiError` if the header is not one. */
export function readCheckpoint({ json, bytes }: CheckpointFiles): Checkpoint {
  const header = v.parse(headerSchema, JSON.parse(json));
  const values = new Float32Array(bytes);
  const length = values.length / 3;
  return {
    ...header,
    parameters: values.slice(0, length),
    firstMoment: values.slice(length, 2 * length),
    secondMoment: values.slice(2 * length),
  };
}
