/** How the samples are made that the project makes itself; what they are is in `sampleNames.ts`. */
import type { ExampleData } from "../exampleData";
import { samplePictures } from "./pictures";
import type { GeneratedSampleName } from "./sampleNames";
import { sounds } from "./sounds";
import { sampleStrokes } from "./strokes";
import { weather } from "./weather";

export const generatedSamples: Readonly<Record<GeneratedSampleName, () => ExampleData>> = {
  pictures: () => samplePictures(),
  strokes: () => sampleStrokes(),
  sounds,
  weather,
};
