/** What a network knows of the table that it was trained on: all that it takes to read another one alike, without the rows. */
import type { ExampleData } from "../../exampleData";
import type { ExampleAnswer, ExampleInput, SeriesPart, TableWay } from "../../examples";

export interface TrainedOn {
  readonly way: TableWay;
  readonly input: ExampleInput;
  readonly answer: ExampleAnswer;
  /** Series that are scaled each by itself. */
  readonly own: readonly Pick<SeriesPart, "name" | "quantities" | "forms">[];
}

/** Null for what is no table. */
export function trainedOn(data: ExampleData): TrainedOn | null {
  if (data.kind === "task" || !data.way) return null;
  const { way, input, answer } = data;
  const parts = data.kind === "series" ? (data.parts ?? []) : [];
  const own = parts.filter(({ quantities }) => quantities);
  return {
    way,
    input,
    answer,
    own: own.map(({ name, quantities, forms }) => ({
      name,
      ...(quantities && { quantities }),
      ...(forms && { forms }),
    })),
  };
}
