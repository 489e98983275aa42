/** The samples that the project makes itself, beside its text. */
import type { PreparedData } from "../prepared";
import { weather } from "./weather";

export interface GeneratedSample {
  readonly title: string;
  /** What it is and what is asked, in a sentence. */
  readonly description: string;
  make(): PreparedData;
}

export const generatedSamples = {
  weather: {
    title: "Invented weather",
    description: "Twelve years of daily temperatures: what will it be tomorrow?",
    make: weather,
  },
} as const satisfies Readonly<Record<string, GeneratedSample>>;

export type GeneratedSampleName = keyof typeof generatedSamples;
