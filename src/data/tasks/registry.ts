/** Every task that tests memory, by its name; the order is that of the page, from the most direct to the most like life. */
import { adding } from "./adding";
import { copy } from "./copy";
import { denoise } from "./denoise";
import { dyck } from "./dyck";
import { echo } from "./echo";
import { mackeyGlass } from "./mackeyGlass";
import type { MemoryTask } from "./memoryTask";
import { parity } from "./parity";
import { reber } from "./reber";
import { sineMixture } from "./sineMixture";
import { temporalOrder } from "./temporalOrder";

const tasks: readonly MemoryTask[] = [
  copy,
  adding,
  temporalOrder,
  parity,
  dyck,
  echo,
  reber,
  mackeyGlass,
  sineMixture,
  denoise,
];

export const memoryTasks: ReadonlyMap<string, MemoryTask> = new Map(tasks.map((task) => [task.name, task]));

/** @throws where there is none: what was checked before names one that there is */
export function taskNamed(name: string): MemoryTask {
  const task = memoryTasks.get(name);
  if (!task) throw new Error(`There is no task “${name}”.`);
  return task;
}
