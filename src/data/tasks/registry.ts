/** Every task that tests memory, by its name. */
import type { MemoryTask } from "./memoryTask";

export const memoryTasks: Readonly<Record<string, MemoryTask>> = {};
