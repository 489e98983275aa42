/** What a chart can show of a measurement. */
import type { ExampleAnswer } from "../../data/examples";
import { formParts } from "../../data/targetForm";
import type { DataSummary, ValidationMetrics } from "../../session/protocol";
import type { Formats } from "../../words/formats";
import { type Message, message } from "../../words/message";

export type MeasureName = "nats" | "bits" | "accuracy" | "squaredError" | "rootError";

export interface Measure {
  readonly name: MeasureName;
  /** Of the chart. */
  readonly title: Message;
  readonly of: (measured: Pick<ValidationMetrics, "loss" | "accuracy">) => number;
  /** How its values are written. */
  readonly format: keyof Pick<Formats, "decimal" | "share">;
  /** Beside the axis, where there is little room. */
  readonly tick: (value: number, formats: Formats) => string;
}

const shortNumber = (value: number) => String(Number(value.toPrecision(3)));

/**
 * Of a network that answers with numbers. The root has the unit of the data, where all outputs and series share one scale and are
 * no logarithms.
 */
function ofNumbers({ outputs, forecast }: NumbersAnswer, hasOwnScales: boolean): readonly Measure[] {
  const transform = forecast?.transform;
  const scales = transform ? transform.columns.map(({ scale }) => scale) : outputs.map(({ scale }) => scale);
  const [scale] = scales;
  const [{ unit }] = outputs;
  const isLinear = !transform?.columns.some(({ form }) => formParts[form].logarithm);
  const same =
    isLinear &&
    !hasOwnScales &&
    scales.every((one) => one === scale) &&
    outputs.every((one) => one.unit === unit);
  return [
    {
      name: "squaredError",
      title: message("charts.meanSquaredError"),
      of: ({ loss }) => loss,
      format: "decimal",
      tick: shortNumber,
    },
    {
      name: "rootError",
      title: message("charts.rootMeanSquaredError", { unit: same ? (unit ?? "") : null }),
      of: ({ loss }) => Math.sqrt(loss) * (same ? scale : 1),
      format: "decimal",
      tick: shortNumber,
    },
  ];
}

type NumbersAnswer = Extract<ExampleAnswer, { readonly kind: "numbers" }>;

/** @param per what a class is given for */
function ofClasses(per: "character" | "word" | "sequence" | "step"): readonly Measure[] {
  return [
    {
      name: "nats",
      title: message("charts.lossInNats", { per }),
      of: ({ loss }) => loss,
      format: "decimal",
      tick: shortNumber,
    },
    {
      name: "bits",
      title: message("charts.lossInBits", { per }),
      of: ({ loss }) => loss / Math.LN2,
      format: "decimal",
      tick: shortNumber,
    },
    {
      name: "accuracy",
      title: message("charts.accuracyOf", { per }),
      of: ({ accuracy }) => accuracy,
      format: "share",
      tick: (value, formats) => formats.shortShare(value),
    },
  ];
}

/** What an answer is given for. */
export const answered = ({ at }: Pick<ExampleAnswer, "at">) => (at === "last" ? "sequence" : "step");

/** One or more; the first is shown if nothing else is chosen. */
export function measuresOf(data: DataSummary | null): readonly Measure[] {
  if (data?.kind !== "examples") return ofClasses(data?.unit === "words" ? "word" : "character");
  const { answer, hasOwnScales = false } = data;
  return answer.kind === "class" ? ofClasses(answered(answer)) : ofNumbers(answer, hasOwnScales);
}
