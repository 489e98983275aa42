/** Which column of another table stands for each of those that a network was trained on: by name, or as somebody says. */
import type { TableWay } from "../../examples";
import { columnsOf, columnsOfId } from "../columnsOf";
import { inputsOf } from "../inputsOf";
import type { SeriesId, TableQuestion } from "../tableTypes";

export type ColumnPart = "target" | "input" | "time" | "series" | "label" | "filter";

export interface MatchedColumn {
  /** Of the first table. */
  readonly column: number;
  readonly name: string;
  readonly part: ColumnPart;
  /** Of the other one; null where it has none. */
  readonly found: number | null;
  /**
   * Nothing is answered without it; without labels there are answers, and nothing to compare them with, and without the column of the
   * filter all rows are read.
   */
  readonly isNeeded: boolean;
}

/** By a column of the first table: the one of the other that stands for it. */
export type ChosenColumns = Readonly<Record<number, number>>;

export interface ColumnMatch {
  readonly columns: readonly MatchedColumn[];
  /** Columns of the other table that stand for none. */
  readonly further: readonly string[];
}

export function matchColumns(
  way: TableWay,
  names: readonly string[],
  chosen: ChosenColumns = {},
): ColumnMatch {
  const columns = [...new Set(usedColumns(way))].map((column): MatchedColumn => {
    const name = way.names[column];
    const part = partOf(way, column);
    const isNeeded = part !== "label" && part !== "filter";
    return { column, name, part, found: chosen[column] ?? placeOf(name, names), isNeeded };
  });
  const used = new Set(columns.map(({ found }) => found));
  return { columns, further: names.filter((_, column) => !used.has(column)) };
}

/** Of inputs those that are read: some were left out as they stood. */
function usedColumns({ question, filter, even, read }: TableWay): readonly number[] {
  const isRead = (column: number) => read.length === 0 || read.some((one) => one.column === column);
  const inputs = new Set(inputsOf(question));
  const asked = columnsOf(question).filter((column) => isRead(column) || !inputs.has(column));
  const inSteps = even ? [...columnsOfId(even), ...even.time] : [];
  return [...asked, ...inSteps, ...(filter ? [filter.column] : [])];
}

/** The same name or, where there is none, one that differs in case and spaces alone. */
function placeOf(name: string, names: readonly string[]): number | null {
  const plain = (one: string) => one.trim().toLowerCase();
  const exact = names.indexOf(name);
  const place = exact >= 0 ? exact : names.findIndex((one) => plain(one) === plain(name));
  return place >= 0 ? place : null;
}

function partOf({ question, even }: TableWay, column: number): ColumnPart {
  if (even?.time.includes(column)) return "time";
  if (even && columnsOfId(even).includes(column)) return "series";
  if (!columnsOf(question).includes(column)) return "filter";
  if (question.kind === "forecast") {
    if (question.targets.includes(column)) return "target";
  } else if (question.label === column) return "label";
  if (question.kind !== "classifyWide" && question.kind !== "classifyText") {
    if (columnsOfId(question).includes(column)) return "series";
    if (question.time.includes(column)) return "time";
  }
  return "input";
}

/** The question of the other table. @param at its column for one of the first, for each that the question names */
export function questionWith(question: TableQuestion, at: (column: number) => number | null): TableQuestion {
  const all = (columns: readonly number[]) => placesOf(columns, at);
  // A label that is not there is no column.
  const labelAt = (column: number) => at(column) ?? -1;
  switch (question.kind) {
    case "forecast":
      return {
        ...question,
        ...seriesWith(question, at),
        targets: all(question.targets),
        inputs: all(question.inputs),
        time: all(question.time),
      };
    case "classifyLong":
      return {
        ...question,
        id: at(question.id) ?? -1,
        ...(question.idWith && { idWith: all(question.idWith) }),
        time: all(question.time),
        features: all(question.features),
        label: labelAt(question.label),
      };
    case "labelSteps":
      return {
        ...question,
        ...seriesWith(question, at),
        time: all(question.time),
        features: all(question.features),
        label: labelAt(question.label),
      };
    case "classifyWide":
      return { ...question, steps: all(question.steps), label: labelAt(question.label) };
    case "classifyText":
      return { ...question, text: at(question.text) ?? -1, label: labelAt(question.label) };
  }
}

/** Those of them that there are. */
export const placesOf = (
  columns: readonly number[],
  at: (column: number) => number | null,
): readonly number[] => columns.map(at).filter((column): column is number => column !== null);

export function seriesWith({ id, idWith }: SeriesId, at: (column: number) => number | null): SeriesId {
  return {
    id: id === null ? null : at(id),
    ...(idWith && { idWith: placesOf(idWith, at) }),
  };
}
