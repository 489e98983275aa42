/** What readers make of files, pictures, sound and tasks: plain data that can be kept and sent, and the examples in it. */

import { message } from "../words/message";
import type { Example, Examples, SequencesData, SeriesData } from "./examples";
import { nameGiven } from "./givenName";
import { failure, type Result, success } from "./result";
import { seriesExamples } from "./seriesExamples";
import { taskExamples } from "./taskExamples";
import type { MemoryTaskData } from "./tasks/memoryTask";

export type ExampleData = SequencesData | SeriesData | MemoryTaskData;

/**
 * The examples, as sequences of at most T steps: windows of a series have T, longer sequences are cut to their last T, and
 * those of a task are as long as the task makes them.
 */
export function examplesOf(data: ExampleData, T: number): Result<Examples> {
  switch (data.kind) {
    case "sequences":
      return sequenceExamples(data, T);
    case "series":
      return seriesExamples(data, T);
    case "task":
      return taskExamples(data);
  }
}

function sequenceExamples(data: SequencesData, T: number): Result<Examples> {
  const { input, answer, lengths, inputs, answers, names, groups, featuresOf, train, heldOut } = data;
  if (train.length === 0 || heldOut.length === 0) return failure(message("files.nothingHeldOut"));
  const width = input.kind === "features" ? input.features.length : 1;
  const answerWidth = answer.kind === "numbers" ? answer.outputs.length : 1;
  const starts = new Float64Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) starts[i + 1] = starts[i] + length;
  const indexOf = (index: number) => (index < train.length ? train[index] : heldOut[index - train.length]);
  const used = [...train, ...heldOut].map((i) => Math.min(T, lengths[i]));
  const longest = used.reduce((a, b) => Math.max(a, b), 0);
  return success({
    input,
    answer,
    longest,
    varies: used.some((steps) => steps < longest),
    train: train.length,
    heldOut: heldOut.length,
    nameOf: (index) => nameGiven(names[indexOf(index)]),
    ...(featuresOf && {
      quantitiesOf: (index: number) => ({
        features: featuresOf[indexOf(index)],
        outputs: answer.kind === "numbers" ? answer.outputs : [],
      }),
    }),
    ...(groups && { groupOf: (index: number) => groups[indexOf(index)] }),
    example: (index): Example => {
      const i = indexOf(index);
      const end = starts[i + 1];
      const start = Math.max(starts[i], end - T);
      const [from, to] = answer.at === "last" ? [i, i + 1] : [start, end];
      return {
        steps: end - start,
        input: inputs.slice(start * width, end * width),
        answer: answers.slice(from * answerWidth, to * answerWidth),
      };
    },
  });
}
