/** Of the task that is trained on: what it asks, how hard it is made, and the losses to compare with. */

import { taskNamed } from "../../../data/tasks/registry";
import type { ExamplesSummary } from "../../../session/protocol";
import text from "../../styles/text.module.css";
import { TaskLosses } from "./TaskLosses";
import { parametersInWords } from "./taskWords";

export function TaskFacts({ task: chosen }: { readonly task: NonNullable<ExamplesSummary["task"]> }) {
  const { name, parameters } = chosen;
  const task = taskNamed(name);
  return (
    <>
      <p className={text.hint}>{parametersInWords(task, parameters)}.</p>
      <p>{task.description}</p>
      <TaskLosses task={task} parameters={parameters} />
    </>
  );
}
