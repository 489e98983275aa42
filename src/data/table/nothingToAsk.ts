import { message, type Said } from "../../words/message";
import type { TablePreview } from "./tableTypes";

/** Why no question is proposed for a table that can be read. */
export function nothingToAsk({ name, problems }: Pick<TablePreview, "name" | "problems">): Said {
  const stop = problems.find(({ severity }) => severity === "stops");
  return stop ? stop.message : message("table.nothingToAsk", { name });
}
