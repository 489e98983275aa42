import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { memoryTasks } from "../../data/tasks/registry";
import type { DataSummary, ExamplesSummary } from "../../session/protocol";

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
  return evaluation && ofNumbers(data.answer, evaluation);
}

/** Of a network that gives all C classes, or symbols, the same probability. */
function byChance(C: number): Reference {
  return { name: "chance", loss: Math.log(C), accuracy: 1 / C };
}

function ofNumbers({ outputs }: NumbersAnswer, evaluation: Evaluation): Reference | null {
  if (evaluation.kind === "numbers")
    return { name: "trainingMean", loss: evaluation.meanSquaredError, accuracy: null };
  if (evaluation.kind !== "forecast") return null;
  // Errors are known in the data's units, and all columns count the same in the loss.
  const errors = evaluation.rows
    .filter(({ ahead }) => ahead === null)
    .map(({ column, naive }) => (naive.rmse / outputs[column].scale) ** 2);
  const loss = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return { name: "lastValue", loss, accuracy: null };
}

type NumbersAnswer = Extract<ExamplesSummary["answer"], { readonly kind: "numbers" }>;
