/** What the samples are that the project makes itself, beside its text. How they are made is in `registry.ts`. */

export interface SampleDescription {
  readonly title: string;
  /** What it is and what is asked, in a sentence. */
  readonly about: string;
}

export const generatedSampleNames = {
  pictures: {
    title: "Small pictures",
    about: "Digits and shapes of 20 × 20 pixels, read row by row: which of ten is it? Or draw one.",
  },
  strokes: {
    title: "Pen strokes",
    about: "Drawings as movements of a pen: which of ten shapes is it? Draw one and see.",
  },
  sounds: {
    title: "Sounds",
    about: "Tones, chirps, rhythms and noise, synthesised: which of ten kinds is it? Or record one.",
  },
  weather: {
    title: "Invented weather",
    about: "Twelve years of daily temperatures: how warm will it be tomorrow?",
  },
} as const satisfies Readonly<Record<string, SampleDescription>>;

export type GeneratedSampleName = keyof typeof generatedSampleNames;
