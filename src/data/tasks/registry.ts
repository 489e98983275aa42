/** Every task that tests memory, by its name. */
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
import type { MemoryTaskName, ParameterName } from "./taskNames";
import { temporalOrder } from "./temporalOrder";

const tasks: { readonly [Name in MemoryTaskName]: MemoryTask<ParameterName<Name>> } = {
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
