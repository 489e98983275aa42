/** What a chart can show of a measurement. */
import type { ExampleAnswer, Quantity } from "../../data/examples";
import type { DataSummary, ValidationMetrics } from "../../session/protocol";
import { formatDecimal, formatShare } from "../format";

export type MeasureName = "nats" | "bits" | "accuracy" | "squaredError" | "rootError";

export interface Measure {
  readonly name: MeasureName;
  readonly label: string;
  /** For the chart's accessible name. */
  readonly title: string;
  readonly of: (measured: Pick<ValidationMetrics, "loss" | "accuracy">) => number;
  readonly format: (value: number) => string;
  /** Beside the axis, where there is little room. */
  readonly tick: (value: number) => string;
}

const shortNumber = (value: number) => String(Number(value.toPrecision(3)));

/** Of a network that answers with numbers. The root has the unit of the data, where all outputs share one scale. */
function ofNumbers(outputs: readonly Quantity[]): readonly Measure[] {
  const [{ scale, unit }] = outputs;
  const same = outputs.every((output) => output.scale === scale && output.unit === unit);
  const known = same && unit ? `in ${unit}` : same ? "in the data’s own unit" : "of the scaled numbers";
  return [
    {
      name: "squaredError",
      label: "Squared error",
      title: "Mean squared error of the scaled numbers",
      of: ({ loss }) => loss,
      format: formatDecimal,
      tick: shortNumber,
    },
    {
      name: "rootError",
      label: "RMSE",
      title: `Root mean squared error ${known}`,
      of: ({ loss }) => Math.sqrt(loss) * (same ? scale : 1),
      format: formatDecimal,
      tick: shortNumber,
    },
  ];
}

/** @param one what a class is given for: "character", "sequence", "step" */
function ofClasses(one: string): readonly Measure[] {
  return [
    {
      name: "nats",
      label: "Nats",
      title: `Loss in nats per ${one}`,
      of: ({ loss }) => loss,
      format: formatDecimal,
      tick: shortNumber,
    },
    {
      name: "bits",
      label: "Bits",
      title: `Loss in bits per ${one}`,
      of: ({ loss }) => loss / Math.LN2,
      format: formatDecimal,
      tick: shortNumber,
    },
    {
      name: "accuracy",
      label: "Accuracy",
      title: `Accuracy, the share of ${one}s guessed right`,
      of: ({ accuracy }) => accuracy,
      format: formatShare,
      tick: (value) => `${shortNumber(value * 100)} %`,
    },
  ];
}

/** What an answer is given for. */
export const answered = ({ at }: Pick<ExampleAnswer, "at">) => (at === "last" ? "sequence" : "step");

/** One or more; the first is shown if nothing else is chosen. */
export function measuresOf(data: DataSummary | null): readonly Measure[] {
  if (data?.kind !== "examples") return ofClasses(data?.unit === "words" ? "word" : "character");
  const { answer } = data;
  return answer.kind === "class" ? ofClasses(answered(answer)) : ofNumbers(answer.outputs);
}
