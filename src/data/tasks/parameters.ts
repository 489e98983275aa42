/** The values of a task's parameters: their defaults, and whether they may be used. */
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
    if (typeof value !== "number" || !isAllowed(value, parameter))
      return failure(`${task.title}: “${parameter.label}” has to be ${allowed(parameter)}.`);
    checked[name] = value;
  }
  return success(checked);
}

function isAllowed(value: number, { min, max, integer }: TaskParameter): boolean {
  return value >= min && value <= max && (!integer || Number.isInteger(value));
}

/** "a whole number from 2 to 6" */
function allowed({ min, max, integer }: TaskParameter): string {
  return `a ${integer ? "whole number" : "number"} from ${min} to ${max}`;
}
