/** The task that is being chosen, and its parameters while they are typed. */
import { useMemo, useState } from "react";
import type { MemoryTask, MemoryTaskData, TaskParameters } from "../../../data/tasks/memoryTask";
import { defaultParameters } from "../../../data/tasks/parameters";
import { memoryTasks } from "../../../data/tasks/registry";
import type { MemoryTaskName } from "../../../data/tasks/taskNames";
import { formatNumber, parseNumber } from "../../controls/parseNumber";

/** What stands in the fields, by the parameter's name. */
export type TaskDrafts = Readonly<Record<string, string>>;

interface ChosenTask {
  readonly task: MemoryTask;
  readonly drafts: TaskDrafts;
  /** What the drafts mean, or null where one cannot be used. */
  readonly parameters: TaskParameters | null;
  choose(name: MemoryTaskName): void;
  setDraft(name: string, draft: string): void;
}

/** Begins with the task that is trained on, if it is one. */
export function useTaskDrafts(current: Pick<MemoryTaskData, "task" | "parameters"> | null): ChosenTask {
  const begin = (name: MemoryTaskName) => {
    const parameters = current?.task === name ? current.parameters : defaultParameters(memoryTasks[name]);
    return { name, drafts: draftsOf(parameters) };
  };
  const [{ name, drafts }, setChosen] = useState(() => begin(current?.task ?? "copy"));
  const task = memoryTasks[name];
  const parameters = useMemo(() => parametersOf(task, drafts), [task, drafts]);
  return {
    task,
    drafts,
    parameters,
    choose: (other) => setChosen(begin(other)),
    setDraft: (parameter, draft) => setChosen({ name, drafts: { ...drafts, [parameter]: draft } }),
  };
}

const draftsOf = (parameters: TaskParameters): TaskDrafts =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, formatNumber(value)]));

function parametersOf(task: MemoryTask, drafts: TaskDrafts): TaskParameters | null {
  const parsed: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(task.parameters)) {
    const result = parseNumber(drafts[name], parameter);
    if ("problem" in result) return null;
    parsed[name] = result.value;
  }
  return parsed;
}
