/**
 * Frames of a run's history as bytes, one by one: each is written once, when it is new, in the form of `plainBytes.ts`. What is read is held to its
 * own shapes before anything is drawn of it.
 */
import * as v from "valibot";
import { blobOf } from "../blobOf";
import type { SnapshotLayer } from "../session/protocol";
import { cellNames } from "../session/settings";
import type { HistoryFrame } from "../session/trainingHistory";
import type { Lost } from "./lost";
import { plainParts, readPlain } from "./plainBytes";
import { count, doubles, floats, integers, real, said, whole } from "./plainSchemas";
import { display, forecast, quantities } from "./readExampleData";

const numbers = v.union([floats, doubles]);

const unknown = v.object({ count: whole, readAs: v.string() });

const sequence = v.object({
  name: said,
  part: v.picklist(["train", "heldOut", "own"]),
  index: v.nullable(whole),
  input: v.variant("kind", [
    v.object({ kind: v.literal("symbols"), symbols: v.array(v.string()), unknown }),
    v.object({ kind: v.literal("features"), features: quantities, display, values: numbers }),
  ]),
});

const at = v.picklist(["last", "every"]);

const answer = v.variant("kind", [
  v.object({
    kind: v.literal("class"),
    at,
    labels: v.array(said),
    probabilities: floats,
    truth: integers,
    next: v.boolean(),
  }),
  v.object({
    kind: v.literal("numbers"),
    at,
    outputs: quantities,
    forecast: v.nullable(forecast),
    values: numbers,
    truth: numbers,
  }),
]);

const layer = v.object({
  layer: whole,
  reverse: v.boolean(),
  hiddenSize: count,
  planes: v.array(
    v.object({
      name: v.string(),
      first: whole,
      width: count,
      range: v.picklist(["share", "signed", "sum"]),
    }),
  ),
  gates: floats,
  states: v.pipe(v.array(v.string()), v.minLength(1)),
  hidden: floats,
  inputPart: v.nullable(floats),
  hiddenPart: v.nullable(floats),
});

const frameSchema = v.object({
  loss: v.nullable(real),
  sample: v.nullable(v.string()),
  snapshot: v.object({
    step: whole,
    cell: v.picklist(cellNames),
    steps: count,
    sequence,
    answer,
    layers: v.pipe(v.array(layer), v.minLength(1)),
  }),
});

/** The compiler refuses whatever is lost. */
type Nothing<T extends never> = T;
export type Complete = Nothing<Lost<HistoryFrame, v.InferOutput<typeof frameSchema>>>;

export const frameBlob = (frame: HistoryFrame): Promise<Blob> => blobOf(plainParts(frame));

/** Null for what is no whole frame. */
export async function readFrame(bytes: Blob): Promise<HistoryFrame | null> {
  const plain = readPlain(new Uint8Array(await bytes.arrayBuffer()));
  const parsed = plain.ok ? v.safeParse(frameSchema, plain.value) : null;
  return parsed?.success && fits(parsed.output) ? parsed.output : null;
}

/** Whether all arrays are as long as their shapes say. */
function fits({ snapshot: { steps: T, sequence: read, answer: answered, layers } }: HistoryFrame): boolean {
  const { input } = read;
  const isRead =
    input.kind === "symbols" ? input.symbols.length === T : input.values.length === T * input.features.length;
  const isAnswered =
    answered.kind === "class"
      ? answered.probabilities.length === T * answered.labels.length && answered.truth.length === T
      : answered.values.length === T * answered.outputs.length &&
        answered.truth.length === answered.values.length;
  return isRead && isAnswered && layers.every((one) => layerFits(one, T));
}

function layerFits(one: SnapshotLayer, T: number): boolean {
  const { hiddenSize: H, planes, gates, states, hidden, inputPart, hiddenPart } = one;
  const W = gates.length / T;
  return (
    Number.isInteger(W) &&
    planes.every(({ first, width }) => first + width <= W) &&
    hidden.length === states.length * (T + 1) * H &&
    [inputPart, hiddenPart].every((part) => part === null || part.length % (T * H) === 0)
  );
}
