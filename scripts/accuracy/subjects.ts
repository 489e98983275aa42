import { generatedSamples } from "../../src/data/samples/registry";
import { memoryTasks } from "../../src/data/tasks/registry";
import type { DataSource } from "../../src/session/protocol";
import type { AccuracyArguments } from "./accuracyArguments";
import { type RowsAsked, readTableFile } from "./readTableFile";
import { Refusal } from "./refusal";

/** What is trained on. */
export interface Subject {
  readonly name: string;
  /** Samples and tasks are made only when they are asked for. */
  source(): DataSource;
}

const tasks: readonly Subject[] = Object.values(memoryTasks).map(({ name, parameters }) => ({
  name,
  source: () => ({
    kind: "prepared",
    data: {
      kind: "task",
      task: name,
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([key, { fallback }]) => [key, fallback]),
      ),
      seed: 1,
    },
  }),
}));

const samples: readonly Subject[] = Object.entries(generatedSamples).map(([name, make]) => ({
  name,
  source: () => ({ kind: "prepared", data: make() }),
}));

/** The tables, and the samples and tasks that are named; of these all, where nothing is named at all. */
export async function subjectsFor({
  tables,
  where = null,
  every = null,
  only,
}: Pick<AccuracyArguments, "tables" | "only"> & Partial<RowsAsked>): Promise<readonly Subject[]> {
  const known = [...samples, ...tasks];
  const missing = only?.filter((name) => !known.some((subject) => subject.name === name)) ?? [];
  if (missing.length > 0)
    throw new Refusal(
      `--only: there is no ${missing.join(", ")}. There are: ${known.map(({ name }) => name).join(", ")}.`,
    );
  const read = await Promise.all(tables.map((place) => readTableFile(place, { where, every })));
  return [
    ...read.map(({ name, data }): Subject => ({ name, source: () => ({ kind: "prepared", data }) })),
    ...known.filter(({ name }) => only?.includes(name) ?? tables.length === 0),
  ];
}
