/** What a task asks and costs, in words. */
import type { ExampleAnswer } from "../../../data/examples";
import type { MemoryTask, TaskParameter, TaskParameters } from "../../../data/tasks/memoryTask";
import { formatNumber } from "../../controls/parseNumber";
import { formatDecimal } from "../../format";

/** "0.549 nats", "0.167 squared error", "0". */
export function lossInWords(loss: number, { kind }: Pick<ExampleAnswer, "kind">): string {
  if (loss === 0) return "0";
  return `${formatDecimal(loss)} ${kind === "class" ? "nats" : "squared error"}`;
}

/** "How many numbers are to be added. From 2 to 6." */
export function hintOf({ hint, min, max }: TaskParameter): string {
  return `${hint} From ${formatNumber(min)} to ${formatNumber(max)}.`;
}

/** "Steps 50, marked numbers 2": every parameter and its value. */
export function parametersInWords(task: MemoryTask, parameters: TaskParameters): string {
  return Object.entries(task.parameters)
    .map(([name, { label }], i) => `${i === 0 ? label : lowerFirst(label)} ${formatNumber(parameters[name])}`)
    .join(", ");
}

/** "Starts with 32 hidden units, sequences of 50 steps, 32 at a time, and learning rate 0.01." */
export function suggestionInWords(task: MemoryTask, parameters: TaskParameters): string {
  const { hiddenSizes, sequenceLength, batchSize, learningRate } = task.suggested(parameters);
  const parts = [
    hiddenSizes && `${hiddenSizes.join(" + ")} hidden units`,
    sequenceLength && `sequences of ${task.steps(parameters).varies ? "up to " : ""}${sequenceLength} steps`,
    batchSize && `${batchSize} of them a training step`,
    learningRate && `learning rate ${formatNumber(learningRate)}`,
  ].filter((part) => typeof part === "string");
  return `Begins with ${parts.join(", ")}.`;
}

const lowerFirst = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
