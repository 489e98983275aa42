/** Whether something that was kept is a history of training. */
import * as v from "valibot";
import type { Snapshot, SnapshotLayer } from "./protocol";
import { cellNames } from "./settings";
import { framesPerDoubling, mostFrames, type TrainingHistory } from "./trainingHistory";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const single = v.instance(Float32Array);
const numbers = v.union([single, v.instance(Float64Array)]);
const said = v.union([v.string(), v.looseObject({ key: v.string() })]);
const quantities = v.array(v.looseObject({ name: said }));

const sequence = v.object({
  name: said,
  part: v.picklist(["train", "heldOut", "own"]),
  index: v.nullable(whole),
  input: v.variant("kind", [
    v.object({
      kind: v.literal("symbols"),
      symbols: v.array(v.string()),
      unknown: v.object({ count: whole, readAs: v.string() }),
    }),
    v.object({
      kind: v.literal("features"),
      features: quantities,
      display: v.looseObject({ kind: v.string() }),
      values: numbers,
    }),
  ]),
});

const at = v.picklist(["last", "every"]);
const answer = v.variant("kind", [
  v.object({
    kind: v.literal("class"),
    at,
    labels: v.array(said),
    probabilities: single,
    truth: v.instance(Int32Array),
    next: v.boolean(),
  }),
  v.object({
    kind: v.literal("numbers"),
    at,
    outputs: quantities,
    forecast: v.nullable(v.looseObject({})),
    values: numbers,
    truth: numbers,
  }),
]);

const layer = v.object({
  layer: whole,
  reverse: v.boolean(),
  hiddenSize: whole,
  planes: v.array(
    v.object({
      name: v.string(),
      first: whole,
      width: whole,
      range: v.picklist(["share", "signed", "sum"]),
    }),
  ),
  gates: single,
  states: v.array(v.string()),
  hidden: single,
  inputPart: v.nullable(single),
  hiddenPart: v.nullable(single),
});

const snapshot = v.object({
  step: whole,
  cell: v.picklist(cellNames),
  steps: whole,
  sequence,
  answer,
  layers: v.array(layer),
});

const history = v.object({
  from: whole,
  perDoubling: v.pipe(v.number(), v.minValue(0), v.maxValue(framesPerDoubling)),
  frames: v.pipe(
    v.array(v.object({ snapshot, loss: v.nullable(v.number()), sample: v.nullable(v.string()) })),
    v.maxLength(mostFrames),
  ),
});

/** Its form, the order of its frames, and that arrays have the sizes that their snapshots say. */
export function isTrainingHistory(value: unknown): value is TrainingHistory {
  if (!v.is(history, value)) return false;
  return hasOrder(value) && value.frames.every((frame) => hasSizes(frame.snapshot));
}

const hasOrder = ({ from, frames }: v.InferOutput<typeof history>): boolean =>
  frames.every(({ snapshot: { step } }, i) => step >= (i === 0 ? from : frames[i - 1].snapshot.step + 1));

type Sized = Pick<Snapshot, "steps"> & { readonly layers: readonly SnapshotLayer[] } & Pick<
    v.InferOutput<typeof snapshot>,
    "answer" | "sequence"
  >;

function hasSizes({ steps: T, layers, answer: said, sequence: { input } }: Sized): boolean {
  const width = (parts: SnapshotLayer["planes"]) =>
    parts.reduce((end, one) => Math.max(end, one.first + one.width), 0);
  const fits = ({ planes, gates, states, hidden, hiddenSize }: SnapshotLayer) =>
    gates.length === T * width(planes) && hidden.length === states.length * (T + 1) * hiddenSize;
  const answers =
    said.kind === "class"
      ? said.probabilities.length / said.labels.length
      : said.values.length / said.outputs.length;
  const read = input.kind === "symbols" ? input.symbols.length : input.values.length / input.features.length;
  return layers.every(fits) && answers === T && read === T;
}
