/** What a chart can show of a measurement. */
import type { DataSummary, ValidationMetrics } from "../../session/protocol";
import { formatDecimal, formatShare } from "../format";

export type QuantityName = "nats" | "bits" | "accuracy" | "squaredError";

export interface Quantity {
  readonly name: QuantityName;
  readonly label: string;
  /** For the chart's accessible name. */
  readonly title: string;
  readonly of: (measured: Pick<ValidationMetrics, "loss" | "accuracy">) => number;
  readonly format: (value: number) => string;
  /** Beside the axis, where there is little room. */
  readonly tick: (value: number) => string;
}

const shortNumber = (value: number) => String(Number(value.toPrecision(3)));

/** Of a network that answers with numbers. */
const squaredError: Quantity = {
  name: "squaredError",
  label: "Squared error",
  title: "Mean squared error of the scaled numbers",
  of: ({ loss }) => loss,
  format: formatDecimal,
  tick: shortNumber,
};

/** @param one what a class is given for: "character", "answer" */
function ofClasses(one: string): readonly Quantity[] {
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

const ofCharacters = ofClasses("character");
const ofWords = ofClasses("word");
const ofAnswers = ofClasses("answer");
const ofNumbers = [squaredError];

/** One or more; the first is shown if nothing else is chosen. */
export function quantitiesOf(data: DataSummary | null): readonly Quantity[] {
  if (data?.kind === "examples") return data.answer.kind === "class" ? ofAnswers : ofNumbers;
  return data?.unit === "words" ? ofWords : ofCharacters;
}
