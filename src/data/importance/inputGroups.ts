/** What is asked of as one input: a column with all of its words, or both parts of a calendar feature. */
import { message, type Said } from "../../words/message";
import type { Quantity, TableWay } from "../examples";

export interface InputGroup {
  readonly name: Said;
  /** Places among the I features, one after the other. */
  readonly first: number;
  readonly width: number;
}

/** @param way of a table, which knows its columns */
export function inputGroups(features: readonly Quantity[], way?: TableWay): readonly InputGroup[] {
  const groups: InputGroup[] = [];
  let first = 0;
  const add = (name: Said, width: number) => {
    groups.push({ name, first, width });
    first += width;
  };
  for (const column of way?.read ?? []) {
    const width = column.kind === "category" ? column.words.length : 1;
    add(column.kind === "category" ? (way?.names[column.column] ?? "") : features[first].name, width);
  }
  while (first < features.length) {
    const own = calendarOf(features[first]);
    const next = features[first + 1];
    if (own !== null && next && calendarOf(next) === own)
      add(message("importance.calendar", { feature: own }), 2);
    else add(features[first].name, 1);
  }
  return groups;
}

const calendarNames = ["hourOfDay", "dayOfWeek", "dayOfYear", "month"] as const;

function calendarOf({ name }: Quantity): (typeof calendarNames)[number] | null {
  if (typeof name === "string" || name.key !== "table.calendarFeature") return null;
  return calendarNames.find((one) => one === name.values["feature"]) ?? null;
}
