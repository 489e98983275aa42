/** The values of a task's parameters: their defaults, and whether they may be used. */
import { type Message, message } from "../../words/message";
import { failure, type Result, success } from "../result";
import type { MemoryTask, TaskParameter, TaskParameters } from "./memoryTask";

export function defaultParameters(task: MemoryTask): TaskParameters {
  return Object.fromEntries(Object.entries(task.parameters).map(([name, { fallback }]) => [name, fallback]));
}

/** The task's parameters from what someone gave, or what is wrong with them. Values with other names are left out. */
export function checkParameters(
  task: MemoryTask,
  given: Readonly<Record<string, unknown>>,
): Result<TaskParameters> {
  const checked: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(task.parameters)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (typeof value !== "number" || !isAllowed(value, parameter)) return failure(notAllowed(task, name));
    checked[name] = value;
  }
  return success(checked);
}

function isAllowed(value: number, { min, max, integer }: TaskParameter): boolean {
  return value >= min && value <= max && (!integer || Number.isInteger(value));
}

function notAllowed({ name: task, parameters }: MemoryTask, parameter: string): Message {
  const { integer, min, max } = parameters[parameter];
  return message("tasks.notAllowed", {
    task: message("tasks.title", { task }),
    label: message("tasks.label", { task, parameter }),
    integer,
    min,
    max,
  });
}
