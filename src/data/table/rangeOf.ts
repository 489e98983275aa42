import { isDatePart } from "./dates";
import type { ColumnType } from "./tableTypes";

/** What a range of a column is one of; null where its values have none: of words, and of the hours of a clock. */
export function rangeOf(type: ColumnType): "numbers" | "dates" | null {
  if (type.kind === "number") return "numbers";
  return type.kind === "date" && !isDatePart(type.order) ? "dates" : null;
}
