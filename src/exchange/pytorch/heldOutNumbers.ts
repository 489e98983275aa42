/**
 * What numbers came where they are held out, and how answers become numbers in the units of the data, so that `train.py` measures them as
 * the page does. R answers of O outputs; output h·K + k is column k, h + 1 rows ahead.
 *
 *     y = g⁻¹(u · scale + base)      g is nothing, or ln(y + offset); then rounded where it is a count, and kept within its limits
 */
import type { ExampleAnswer, Examples, Quantity, SeriesData } from "../../data/examples";
import { partAt } from "../../data/seriesParts";
import { targetsOf } from "../../data/seriesTargets";
import { type ColumnForm, linked } from "../../data/targetForm";
import type { Say } from "../../words/message";
import type { Tensor } from "../safetensors/writeSafetensors";

type NumbersAnswer = Extract<ExampleAnswer, { kind: "numbers" }>;

/** Of one column of a series. */
interface Units {
  readonly scale: number;
  /** Null where there is no logarithm. */
  readonly offset: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly isWhole: boolean;
}

interface HeldOutNumbers {
  /** `heldOutTruth` and `heldOutBase` [R, O], NaN where nobody knows what came, and the series of each, `heldOutSeries` [R]. */
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly units: { readonly columns: readonly string[]; readonly series: readonly (readonly Units[])[] };
}

/** Null where answers are classes. */
export function heldOutNumbers(
  examples: Examples,
  series: SeriesData | null,
  indices: readonly number[],
  say: Say,
): HeldOutNumbers | null {
  const { answer } = examples;
  if (answer.kind !== "numbers") return null;
  return series ? ofForecasts(examples, series, indices, say) : ofNumbers(examples, answer, indices, say);
}

function ofNumbers({ example }: Examples, { outputs }: NumbersAnswer, indices: readonly number[], say: Say) {
  const O = outputs.length;
  const said = indices.flatMap((index) => Array.from<number>(example(index).answer));
  const truth = Float64Array.from(said, (value, i) => value * outputs[i % O].scale + outputs[i % O].shift);
  const base = Float64Array.from(truth, (_, i) => outputs[i % O].shift);
  return together({ truth, base, of: new Int32Array(truth.length / O) }, O, {
    columns: outputs.map(({ name }) => say(name)),
    series: [outputs.map(unitsOfQuantity)],
  });
}

function ofForecasts(examples: Examples, data: SeriesData, indices: readonly number[], say: Say) {
  const { answer, targets, known, parts } = data;
  const { outputs, forecast } = answer;
  const [K, O] = [forecast.columns.length, outputs.length];
  const values = targetsOf({ targets, answer, ...(parts && { parts }) });
  const quantities = parts?.map((part) => part.quantities?.outputs ?? outputs) ?? [outputs];
  const forms = (parts ?? [null]).map((part) => part?.forms ?? forecast.transform?.columns ?? null);
  const [truth, base] = [new Float64Array(indices.length * O), new Float64Array(indices.length * O)];
  const rows = indices.map((index) => examples.rowOf?.(index) ?? 0);
  const of = Int32Array.from(rows, (row) => (parts ? partAt(parts, row) : 0));
  for (const [i, row] of rows.entries())
    for (let output = 0; output < O; output++) {
      const k = output % K;
      const form = forms[of[i]]?.[k] ?? null;
      const came = values.came(row, output);
      const scale = form?.scale ?? quantities[of[i]][k].scale;
      base[i * O + output] = linked(form?.link ?? null, came) - scale * values.answer(row, output, came);
      const isKnown = known?.[(row + 1 + Math.floor(output / K)) * K + k] !== 0;
      truth[i * O + output] = isKnown ? came : Number.NaN;
    }
  return together({ truth, base, of }, O, {
    columns: forecast.columns.map(say),
    series: quantities.map((own, part) =>
      forecast.columns.map((_, k) => unitsOfForm(forms[part]?.[k]) ?? unitsOfQuantity(own[k])),
    ),
  });
}

const unitsOfQuantity = ({ scale }: Pick<Quantity, "scale">): Units => ({
  scale,
  offset: null,
  least: null,
  most: null,
  isWhole: false,
});

const unitsOfForm = (form: ColumnForm | undefined): Units | null =>
  form
    ? {
        scale: form.scale,
        offset: form.link?.offset ?? null,
        least: form.limits.least,
        most: form.limits.most,
        isWhole: form.limits.isWhole ?? false,
      }
    : null;

function together(
  { truth, base, of }: { truth: Float64Array; base: Float64Array; of: Int32Array },
  O: number,
  units: HeldOutNumbers["units"],
): HeldOutNumbers {
  const shape = [truth.length / O, O];
  const tensors = new Map<string, Tensor>([
    ["heldOutTruth", { shape, values: truth }],
    ["heldOutBase", { shape, values: base }],
    ["heldOutSeries", { shape: [of.length], values: of }],
  ]);
  return { tensors, units };
}
