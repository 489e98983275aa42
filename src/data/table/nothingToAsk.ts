import type { TablePreview } from "./tableTypes";

/** Why no question is proposed for a table that can be read. */
export function nothingToAsk({ name, problems }: Pick<TablePreview, "name" | "problems">): string {
  const stop = problems.find(({ severity }) => severity === "stops");
  if (stop) return stop.message;
  return `Nothing can be asked of “${name}”: no column has numbers that could be forecast, and none has labels that occur more than once. Correct how it is read or the type of a column, or use another table.`;
}
