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

export const memoryTasks: Readonly<Record<string, MemoryTask>> = {
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
