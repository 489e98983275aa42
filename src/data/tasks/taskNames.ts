/** The parameters of every task by its name, in the order of the page: from the most direct to the most like life. */
export const taskParameterNames = {
  copy: ["symbols", "alphabet", "delay"],
  adding: ["steps", "terms"],
  temporalOrder: ["steps", "relevant"],
  parity: ["steps", "modulus"],
  dyck: ["pairs", "kinds", "depth"],
  echo: ["delay", "echoed", "alphabet"],
  reber: ["embeddings", "longest"],
  mackeyGlass: ["steps", "delay", "horizon"],
  sineMixture: ["steps", "waves", "horizon"],
  denoise: ["steps", "noise"],
} as const;

export type MemoryTaskName = keyof typeof taskParameterNames;
export type ParameterName<Task extends MemoryTaskName> = (typeof taskParameterNames)[Task][number];
