/** Examples made ready to train on. */
import { type ExampleData, examplesOf } from "../../data/exampleData";
import type {
  Example,
  ExampleAnswer,
  Examples,
  Quantity,
  SuggestedSettings,
  WindowValues,
} from "../../data/examples";
import { scaled } from "../../data/labelledSequences";
import { type Result, success } from "../../data/result";
import { memoryTasks } from "../../data/tasks/registry";
import { encoderOf } from "../../data/textUnit";
import { ExampleSequences } from "../../engine/train/exampleSequences";
import { softmaxRows } from "../../engine/train/inspector";
import { message } from "../../words/message";
import { shapeOfExamples } from "../dataShape";
import type { DataSource, ExamplesSummary, Probe, ShownAnswer, ShownSequence } from "../protocol";
import { fittedSettings, settings as table } from "../settings";
import type { Dataset, ProbeReading } from "./dataset";
import { classCountsOf } from "./trainingStatistics";

/** Longer sequences are cut, unless somebody asks for more. */
const longestByDefault = 256;

export function exampleDataset(source: DataSource, data: ExampleData): Result<Dataset> {
  const whole = examplesOf(data, table.sequenceLength.max);
  // A series has windows of any length; whether it has enough rows, its settings will tell.
  const any = data.kind === "series" ? success(data) : whole;
  if (!any.ok) return any;
  const { input, answer } = any.value;
  const longest = whole.ok && data.kind !== "series" ? whole.value.longest : table.sequenceLength.max;
  const shape = shapeOfExamples(input, answer, data.kind === "task");
  return success({
    source,
    question: { input, answer, next: false },
    shape,
    vocabulary: input.kind === "symbols" ? input.symbols : [],
    suggested: suggestedFor(data, longest),
    ...(answer.kind === "class" &&
      whole.ok && { classCounts: () => classCountsOf(data, whole.value, answer.labels.length) }),
    fit: (settings) => ({
      ...fittedSettings(settings, shape),
      sequenceLength: Math.max(
        table.sequenceLength.min,
        data.kind === "task" ? longest : Math.min(settings.sequenceLength, longest),
      ),
    }),
    open: (training) => {
      const opened = examplesOf(data, training.sequenceLength);
      if (!opened.ok) return opened;
      const examples = opened.value;
      // Shown first is one that is never trained on.
      const sequences = new ExampleSequences(examples, training);
      const firstProbe: Probe = { kind: "example", index: examples.train };
      return success({
        summary: {
          ...summarize(source, data, examples),
          trained: sequences.trained,
          validating: sequences.validating,
        },
        sequences,
        firstProbe,
        heldOut: {
          kind: "examples",
          examples,
          series: data.kind === "series" ? data : null,
          withoutMemory:
            data.kind === "task" ? memoryTasks[data.task].withoutMemory(data.parameters).loss : null,
        },
        read: (probe) => readProbe(examples, probe) ?? readExample(examples, examples.train),
      });
    },
  });
}

function suggestedFor(data: ExampleData, longest: number): SuggestedSettings {
  const fallback = { sequenceLength: Math.min(longest, longestByDefault) };
  if (data.kind !== "task") return { ...fallback, ...data.suggested };
  return { ...fallback, ...memoryTasks[data.task].suggested(data.parameters) };
}

function summarize(
  source: DataSource,
  data: ExampleData,
  examples: Examples,
): Omit<ExamplesSummary, "trained" | "validating"> {
  const { input, answer, train, heldOut, longest, varies, series, quantitiesOf } = examples;
  const isTask = data.kind === "task";
  return {
    kind: "examples",
    source: source.kind === "generated" ? "generated" : "prepared",
    name: isTask ? message("tasks.title", { task: data.task }) : data.name,
    sizeBytes: isTask ? 0 : data.sizeBytes,
    decisions: isTask ? [] : data.decisions,
    task: isTask ? { name: data.task, parameters: data.parameters } : null,
    input,
    answer,
    train,
    heldOut,
    longest,
    varies,
    ...(series && { series }),
    ...(quantitiesOf && { hasOwnScales: true }),
  };
}

/** Null where the probe does not fit the data. */
function readProbe(examples: Examples, probe: Probe): ProbeReading | null {
  const { input } = examples;
  switch (probe.kind) {
    case "example":
      return probe.index >= 0 && probe.index < examples.train + examples.heldOut
        ? readExample(examples, Math.trunc(probe.index))
        : null;
    case "own": {
      if (input.kind !== "features" || !(probe.steps >= 1)) return null;
      if (probe.values.length !== probe.steps * input.features.length) return null;
      const sequence = {
        name: probe.name,
        part: "own",
        index: null,
        input: { ...input, values: probe.values },
      } as const;
      return reading(examples, probe.steps, scaled(probe.values, input.features), sequence, null);
    }
    case "text": {
      if (input.kind !== "symbols" || probe.text === "") return null;
      const { tokens, unknownCharacters, readAs } = encoderOf(input.symbols)(probe.text);
      const unknown = { count: unknownCharacters, readAs };
      const symbols = Array.from(tokens, (id) => input.symbols[id]);
      const sequence = {
        name: "",
        part: "own",
        index: null,
        input: { kind: "symbols", symbols, unknown },
      } as const;
      return reading(examples, tokens.length, tokens, sequence, null);
    }
  }
}

function readExample(examples: Examples, index: number): ProbeReading {
  const { input, answer } = withQuantitiesOf(examples, index);
  const example = examples.example(index);
  const values = examples.valuesOf?.(index) ?? null;
  const common = {
    name: examples.nameOf(index),
    part: index < examples.train ? "train" : "heldOut",
    index,
  } as const;
  const sequence: ShownSequence =
    input.kind === "features"
      ? { ...common, input: { ...input, values: valuesRead(example.input, input.features, values) } }
      : {
          ...common,
          input: {
            kind: "symbols",
            symbols: Array.from(example.input, (id) => input.symbols[id]),
            unknown: { count: 0, readAs: "" },
          },
        };
  return reading({ ...examples, answer }, example.steps, example.input, sequence, { ...example, index });
}

/** As the file has them, where that is known. */
function valuesRead(
  stored: ArrayLike<number>,
  features: readonly Quantity[],
  values: WindowValues | null,
): Float64Array<ArrayBuffer> {
  const I = features.length;
  const read = unscaled(stored, features);
  return values ? read.map((value, i) => values.read(Math.floor(i / I), i % I) ?? value) : read;
}

/** Where series are scaled each by itself, with the scales of the one that the example is of. */
function withQuantitiesOf({ input, answer, quantitiesOf }: Examples, index: number) {
  const own = quantitiesOf?.(index);
  if (!own || input.kind !== "features") return { input, answer };
  return {
    input: { ...input, features: own.features },
    answer: answer.kind === "numbers" ? { ...answer, outputs: own.outputs } : answer,
  };
}

/** An example and where it stands. */
type Known = Example & { readonly index: number };

/** @param known what would be right, or null where nobody knows. */
function reading(
  { answer, valuesOf }: Pick<Examples, "answer" | "valuesOf">,
  steps: number,
  input: Int32Array | Float32Array,
  sequence: ShownSequence,
  known: Known | null,
): ProbeReading {
  const values = known && valuesOf ? valuesOf(known.index) : null;
  return {
    steps,
    input,
    sequence,
    answer: (outputs) =>
      answer.kind === "class"
        ? shownClass(answer, steps, outputs, known)
        : values
          ? shownForecast(answer, steps, outputs, values)
          : shownNumbers(answer, steps, outputs, known),
  };
}

/** Of element k of the row at step t; NaN where nobody knows. */
const rightAt = (known: Example | null, at: "last" | "every", t: number, k: number, width: number): number =>
  known ? known.answer[(at === "every" ? t * width : 0) + k] : Number.NaN;

function shownClass(
  { at, labels }: Extract<ExampleAnswer, { kind: "class" }>,
  steps: number,
  outputs: Float32Array,
  known: Example | null,
): ShownAnswer {
  return {
    kind: "class",
    at,
    labels,
    probabilities: softmaxRows(outputs, labels.length),
    truth: Int32Array.from({ length: steps }, (_, t) => (known ? rightAt(known, at, t, 0, 1) : -1)),
    next: false,
  };
}

type NumbersAnswer = Extract<ExampleAnswer, { kind: "numbers" }>;

/** Of a window of a series: what is forecast after each of its rows, and what then came. */
function shownForecast(
  answer: NumbersAnswer,
  steps: number,
  outputs: Float32Array,
  { forecast, came }: WindowValues,
): ShownAnswer {
  const O = answer.outputs.length;
  return {
    ...answer,
    values: Float64Array.from(outputs, (said, i) => forecast(Math.floor(i / O), i % O, said)),
    truth: Float64Array.from({ length: steps * O }, (_, i) => came(Math.floor(i / O), i % O)),
  };
}

function shownNumbers(
  answer: NumbersAnswer,
  steps: number,
  outputs: Float32Array,
  known: Example | null,
): ShownAnswer {
  const O = answer.outputs.length;
  const truth = Float32Array.from({ length: steps * O }, (_, i) =>
    rightAt(known, answer.at, Math.floor(i / O), i % O, O),
  );
  return {
    ...answer,
    values: unscaled(outputs, answer.outputs),
    truth: unscaled(truth, answer.outputs),
  };
}

/** Rows of quantities as people know them, in double precision: single would round a clock in seconds to minutes. */
function unscaled(values: ArrayLike<number>, quantities: readonly Quantity[]): Float64Array<ArrayBuffer> {
  const I = quantities.length;
  return Float64Array.from(values, (value, i) => value * quantities[i % I].scale + quantities[i % I].shift);
}
