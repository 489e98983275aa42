/** The samples that the project makes itself, beside its text. How they are made is in `registry.ts`; what they are, in the catalogue. */
export const generatedSampleNames = ["pictures", "strokes", "sounds", "weather"] as const;
export type GeneratedSampleName = (typeof generatedSampleNames)[number];
