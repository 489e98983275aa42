import { message, type Said } from "../../words/message";
import type { TablePreview } from "./tableTypes";

/** Why no question is proposed for a table that can be read. */
export function nothingToAsk({ name, problems }: Pick<TablePreview, "name" | "problems">): Said {
  const why =
    problems.find(({ severity }) => severity === "stops") ??
    problems.find(({ kind }) => kind === "unreadNumbers");
  return why ? why.message : message("table.nothingToAsk", { name });
}
