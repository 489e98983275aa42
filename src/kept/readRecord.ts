/** Reads records, of this form and of all before it. */
import * as v from "valibot";
import { encodings } from "../data/encodings";
import { generatedSampleNames } from "../data/samples/sampleNames";
import { type MemoryTaskName, taskParameterNames } from "../data/tasks/taskNames";
import { isRunSettings, type RunSettings } from "../session/settings";
import { framesPerDoubling, mostFrames } from "../session/trainingHistory";
import { languages } from "../words/language";
import { message, type Said } from "../words/message";
import { evaluationSchema } from "./evaluationSchema";
import { count, doubles, floats, messages, real, said, whole } from "./plainSchemas";
import { type RunRecord, recordForm } from "./runRecord";

/** One that cannot be used stays where it is: a newer version of the page may read it, and who has made it may know more. */
export type ReadRecord =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly problem: Said };

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const reading = {
  unit: v.exactOptional(v.picklist(["characters", "words"])),
  limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(2))),
  lines: v.exactOptional(v.literal("shuffled")),
};

const isTask = (name: unknown): name is MemoryTaskName =>
  typeof name === "string" && Object.hasOwn(taskParameterNames, name);

const data = v.variant("kind", [
  v.object({ kind: v.literal("sample"), language: v.exactOptional(v.picklist(languages)), ...reading }),
  v.object({ kind: v.literal("generated"), sample: v.picklist(generatedSampleNames) }),
  v.object({
    kind: v.literal("task"),
    task: v.object({
      kind: v.literal("task"),
      task: v.custom<MemoryTaskName>(isTask),
      parameters: v.record(v.string(), v.number()),
      seed: v.pipe(v.number(), v.safeInteger()),
    }),
  }),
  v.object({ kind: v.literal("pasted"), sha256: hash, ...reading }),
  v.object({
    kind: v.literal("file"),
    sha256: hash,
    name: v.string(),
    encoding: v.exactOptional(v.picklist(encodings)),
    ...reading,
  }),
  v.object({ kind: v.literal("prepared"), sha256: hash }),
]);

const settings = v.custom<RunSettings>(
  (value) => typeof value === "object" && value !== null && isRunSettings(value),
);

const probe = v.variant("kind", [
  v.object({ kind: v.literal("text"), text: v.string() }),
  v.object({ kind: v.literal("example"), index: whole }),
  v.object({ kind: v.literal("own"), name: said, steps: count, values: floats }),
]);

const size = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)));

const view = v.object({
  layer: whole,
  unit: whole,
  time: whole,
  unitOrder: v.string(),
  rowHeight: size,
  columnWidth: size,
  pins: v.array(v.object({ layer: whole, unit: whole, colour: count })),
  shownLook: v.exactOptional(v.string()),
  writing: v.exactOptional(
    v.object({
      prompt: v.string(),
      sampling: v.object({
        greedy: v.boolean(),
        temperature: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
        topK: v.nullable(count),
      }),
      length: v.pipe(count, v.maxValue(100_000)),
    }),
  ),
});

const evenly = <Columns extends Readonly<Partial<Record<string, Float64Array>>>>(columns: Columns) =>
  new Set(Object.values(columns).map((column) => column?.length)).size === 1;

const steps = v.pipe(
  v.object({ step: doubles, loss: doubles, accuracy: doubles, gradientNorm: doubles }),
  v.check(evenly),
);
const means = v.pipe(
  v.object({
    step: doubles,
    loss: doubles,
    accuracy: doubles,
    gradientNorm: doubles,
    count: v.exactOptional(doubles),
  }),
  v.check(evenly),
);
const validation = v.pipe(v.object({ step: doubles, loss: doubles, accuracy: doubles }), v.check(evenly));

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const engine = v.object({
  choice: v.picklist(["auto", "webgpu", "cpu"]),
  name: v.picklist(["webgpu", "cpu"]),
  device: said,
});

/** What other records have as well. */
export const recordParts = { id, data, engine, settings, view };

const recordSchema = v.object({
  form: v.literal(recordForm),
  id,
  name: v.nullable(v.string()),
  note: v.string(),
  differs: v.array(messages),
  beganMs: real,
  brought: v.exactOptional(v.literal(true)),
  keptMs: real,
  deletedMs: v.nullable(real),
  engine,
  version: v.string(),
  data,
  dataName: said,
  settings,
  probe,
  view,
  summary: v.object({
    suitable: settings,
    pretrained: v.boolean(),
    step: whole,
    parameterCount: whole,
    planBytes: whole,
    stepsPerEpoch: real,
    stepFlop: v.exactOptional(v.pipe(real, v.minValue(0))),
  }),
  step: whole,
  epoch: real,
  learningRate: v.nullable(real),
  curves: v.object({
    stride: count,
    points: steps,
    pending: means,
    newest: v.exactOptional(steps),
    validation,
  }),
  timed: v.exactOptional(v.object({ steps: whole, elapsedMs: v.pipe(real, v.minValue(0)) })),
  evaluated: v.nullable(v.object({ step: whole, evaluation: evaluationSchema })),
  ended: v.exactOptional(
    v.variant("why", [
      v.object({ why: v.literal("patience"), step: whole, undone: whole }),
      v.object({ why: v.literal("length"), step: whole }),
    ]),
  ),
  events: v.array(v.object({ timeMs: real, step: whole, said: messages })),
  history: v.exactOptional(
    v.object({
      from: whole,
      perDoubling: v.pipe(v.number(), v.minValue(0), v.maxValue(framesPerDoubling)),
      steps: v.pipe(v.array(whole), v.maxLength(mostFrames)),
    }),
  ),
});

const anyForm = v.looseObject({ form: count });

/** From each form to the next; form 1 is the first. */
const migrations: ReadonlyMap<number, (older: Readonly<Record<string, unknown>>) => unknown> = new Map();

export function readRecord(value: unknown): ReadRecord {
  const known = v.safeParse(anyForm, value);
  if (!known.success) return { ok: false, problem: message("kept.damaged") };
  if (known.output.form > recordForm) return { ok: false, problem: message("kept.newer") };
  let migrated: unknown = known.output;
  for (let { form } = known.output; form < recordForm; form++)
    migrated = migrations.get(form)?.(v.parse(anyForm, migrated));
  const parsed = v.safeParse(recordSchema, migrated);
  return parsed.success
    ? { ok: true, record: parsed.output }
    : { ok: false, problem: message("kept.damaged") };
}
