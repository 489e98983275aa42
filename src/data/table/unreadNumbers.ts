/** Columns that are full of numbers and yet of none: written in two ways, or several to a cell. */
import type { ColumnType } from "./tableTypes";

export interface UnreadNumbers {
  readonly column: number;
  /** The first cell of it; where the sign changes, one with a comma. */
  readonly cell: string;
  /** One with a point, where the decimal sign changes from row to row; null where cells hold lists. */
  readonly pointed: string | null;
}

/** Of the cells, so many must be so. */
const leastShare = 0.85;
/** Fewer numbers without brackets around them may be a telephone number. */
const fewestBare = 5;

const oneNumber = /^[+-]?\d+(?:[.,]\d+)?$/;
const inList = /^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;
const brackets = /^(?:\[(.*)\]|\((.*)\)|\{(.*)\})$/s;

/** @param cells some of the column's, without the missing ones */
export function unreadNumbers(
  column: number,
  type: ColumnType,
  cells: readonly string[],
): UnreadNumbers | null {
  if (type.kind === "number" || type.kind === "date" || cells.length === 0) return null;
  const trimmed = cells.map((cell) => cell.trim());
  const isMostly = (test: (cell: string) => boolean) =>
    trimmed.filter(test).length >= leastShare * cells.length;
  const comma = trimmed.find((cell) => oneNumber.test(cell) && cell.includes(","));
  const point = trimmed.find((cell) => oneNumber.test(cell) && cell.includes("."));
  if (comma !== undefined && point !== undefined && isMostly((cell) => oneNumber.test(cell)))
    return { column, cell: comma, pointed: point };
  const list = trimmed.find(isList);
  return list !== undefined && isMostly(isList) ? { column, cell: list, pointed: null } : null;
}

function isList(cell: string): boolean {
  const match = brackets.exec(cell);
  const inner = (match ? (match[1] ?? match[2] ?? match[3]) : cell).trim();
  const parts = inner.split(/\s*[,;|]\s*|\s+/);
  return parts.length >= (match ? 2 : fewestBare) && parts.every((part) => inList.test(part));
}
