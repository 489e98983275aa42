/** What a chart can show of a measurement. */
import type { ValidationMetrics } from "../../session/protocol";
import { formatDecimal, formatShare } from "../format";

export type QuantityName = "nats" | "bits" | "accuracy";

export interface Quantity {
  readonly label: string;
  /** For the chart's accessible name. */
  readonly title: string;
  readonly of: (measured: Pick<ValidationMetrics, "loss" | "accuracy">) => number;
  readonly format: (value: number) => string;
  /** Beside the axis, where there is little room. */
  readonly tick: (value: number) => string;
  /** Of a network that gives all V symbols the same probability. */
  readonly byChance: (vocabularySize: number) => number;
}

const shortNumber = (value: number) => String(Number(value.toPrecision(3)));

export const quantities: Readonly<Record<QuantityName, Quantity>> = {
  nats: {
    label: "Nats",
    title: "Loss in nats per character",
    of: ({ loss }) => loss,
    format: formatDecimal,
    tick: shortNumber,
    byChance: (vocabularySize) => Math.log(vocabularySize),
  },
  bits: {
    label: "Bits",
    title: "Loss in bits per character",
    of: ({ loss }) => loss / Math.LN2,
    format: formatDecimal,
    tick: shortNumber,
    byChance: (vocabularySize) => Math.log2(vocabularySize),
  },
  accuracy: {
    label: "Accuracy",
    title: "Accuracy, the share of characters guessed right",
    of: ({ accuracy }) => accuracy,
    format: formatShare,
    tick: (value) => `${shortNumber(value * 100)} %`,
    byChance: (vocabularySize) => 1 / vocabularySize,
  },
};
