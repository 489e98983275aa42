import type { ExampleData } from "./exampleData";
import type { ExampleInput, FilesWay, SequencesData } from "./examples";

/** What a network knows of the folder that it was trained on, without the files. */
export interface FilesTrainedOn {
  readonly way: FilesWay;
  readonly input: Extract<ExampleInput, { readonly kind: "features" }>;
  readonly answer: Extract<SequencesData["answer"], { readonly kind: "class" }>;
}

/** Null for what is no folder of sounds or pictures. */
export function filesTrainedOn(data: ExampleData): FilesTrainedOn | null {
  if (data.kind !== "sequences" || !data.files) return null;
  const { files: way, input, answer } = data;
  return input.kind === "features" && answer.kind === "class" ? { way, input, answer } : null;
}
