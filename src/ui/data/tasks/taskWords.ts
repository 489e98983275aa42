/** How hard a task is made, and what training begins with, in words. */
import type { MemoryTask, TaskParameters } from "../../../data/tasks/memoryTask";
import { type Message, message } from "../../../words/message";

/** "Steps 50 · Marked numbers 2": every parameter and its value. */
export const parametersInWords = ({ name: task, parameters }: MemoryTask, values: TaskParameters): Message =>
  message("tasks.parameters", {
    parameters: Object.keys(parameters).map((parameter) =>
      message("tasks.parameter", {
        label: message("tasks.label", { task, parameter }),
        value: values[parameter],
      }),
    ),
  });

export function suggestionInWords(task: MemoryTask, parameters: TaskParameters): Message {
  const { hiddenSizes, sequenceLength, batchSize, learningRate } = task.suggested(parameters);
  return message("tasks.suggestion", {
    units: hiddenSizes,
    steps: sequenceLength,
    varies: task.steps(parameters).varies,
    batch: batchSize,
    learningRate,
  });
}
