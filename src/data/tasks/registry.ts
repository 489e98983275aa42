/** Every task that tests memory, by its name. */
import { adding } from "./adding";
import { copy } from "./copy";
import { denoise } from "./denoise";
import { dyck } from "./dyck";
import { echo } from "./echo";
import { mackeyGlass } from "./mackeyGlass";
import type { MemoryTask, MemoryTaskName } from "./memoryTask";
import { parity } from "./parity";
import { reber } from "./reber";
import { sineMixture } from "./sineMixture";
import { temporalOrder } from "./temporalOrder";

const tasks = {
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
};

export const memoryTasks: Readonly<Record<MemoryTaskName, MemoryTask>> = tasks;

export type ParameterName<Name extends MemoryTaskName> = keyof (typeof tasks)[Name]["parameters"] & string;
