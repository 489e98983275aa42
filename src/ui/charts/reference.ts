import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { memoryTasks } from "../../data/tasks/registry";
import type { DataSummary } from "../../session/protocol";

/** What the curves are compared with: what can be had without learning, or without memory. */
export interface Reference {
  readonly name: "chance" | "withoutMemory" | "trainingMean" | "lastValue";
  readonly loss: number;
  /** Null where nobody knows it. */
  readonly accuracy: number | null;
}

/** @param evaluation of the network, which tells what the mean, or the last value, costs; null before it is measured. */
export function referenceOf(data: DataSummary | null, evaluation: Evaluation | null): Reference | null {
  if (data === null) return null;
  if (data.kind === "text") return byChance(data.vocabulary.length);
  if (data.task) {
    const { loss } = memoryTasks[data.task.name].withoutMemory(data.task.parameters);
    return { name: "withoutMemory", loss, accuracy: null };
  }
  if (data.answer.kind === "class") return byChance(data.answer.labels.length);
  return evaluation && ofNumbers(evaluation);
}

/** Of a network that gives all C classes, or symbols, the same probability. */
function byChance(C: number): Reference {
  return { name: "chance", loss: Math.log(C), accuracy: 1 / C };
}

function ofNumbers(evaluation: Evaluation): Reference | null {
  if (evaluation.kind === "numbers")
    return { name: "trainingMean", loss: evaluation.meanSquaredError, accuracy: null };
  if (evaluation.kind !== "forecast") return null;
  return { name: "lastValue", loss: evaluation.lastValueLoss, accuracy: null };
}
