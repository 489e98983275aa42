/** Of the task that is trained on: what it asks, how hard it is made, and the losses to compare with. */

import { memoryTasks } from "../../../data/tasks/registry";
import type { ExamplesSummary } from "../../../session/protocol";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import { TaskLosses } from "./TaskLosses";
import { parametersInWords } from "./taskWords";

export function TaskFacts({ task: chosen }: { readonly task: NonNullable<ExamplesSummary["task"]> }) {
  const say = useSay();
  const words = useAllWords().tasks;
  const { name, parameters } = chosen;
  const task = memoryTasks[name];
  return (
    <>
      <p className={text.hint}>{say(parametersInWords(task, parameters))}</p>
      <p>{words.byName[name].description}</p>
      <TaskLosses task={task} parameters={parameters} />
    </>
  );
}
