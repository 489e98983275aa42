import { memoryTasks } from "../../data/tasks/registry";
import type { DataSummary } from "../../session/protocol";

/** What the curves are compared with: what can be had without learning, or without memory. */
export interface Reference {
  /** "by chance", "without memory" */
  readonly name: string;
  readonly loss: number;
  /** Null where nobody knows it. */
  readonly accuracy: number | null;
}

/** Null where there is nothing to compare with before a network has been evaluated. */
export function referenceOf(data: DataSummary | null): Reference | null {
  if (data === null) return null;
  if (data.kind === "text") return byChance(data.vocabulary.length);
  if (data.task) {
    const { loss } = memoryTasks[data.task.name].withoutMemory(data.task.parameters);
    return { name: "without memory", loss, accuracy: null };
  }
  return data.answer.kind === "class" ? byChance(data.answer.labels.length) : null;
}

/** Of a network that gives all C classes, or symbols, the same probability. */
function byChance(C: number): Reference {
  return { name: "by chance", loss: Math.log(C), accuracy: 1 / C };
}
