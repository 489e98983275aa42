/**
 * Tables in JSON: an array of objects, an object a line, an array of rows, an object of columns, or an object that has one of these in
 * it somewhere. What is nested in a record becomes columns of its own ("wind.speed").
 */
import { message } from "../../../words/message";
import { failure, type Result, success } from "../../result";
import { JsonElements } from "./jsonElements";
import { type FormedText, type PlainRowSink, type RowParser, rowsOfTurn, UnreadableRow } from "./rowParser";

/** What is no list can only be read as a whole, in UTF-16 units. */
export const mostWholeJson = 2 ** 24;
/** Records that are asked for their names. */
const sampleRecords = 500;
const deepest = 8;

export type JsonLayout = "array" | "lines" | "whole";

/** @param beginning of the file */
export function jsonLayout(beginning: string): JsonLayout {
  const text = beginning.replace(/^\uFEFF?\s*/, "");
  if (text.startsWith("[")) return "array";
  const elements = new JsonElements(false);
  let count = 0;
  for (const _ of elements.push(text)) if (++count > 1) return "lines";
  return count === 1 && elements.waiting > 0 && !elements.isWhole ? "lines" : "whole";
}

/** A list, of which the beginning is known. */
export function jsonText(beginning: string, layout: "array" | "lines", name: string): Result<FormedText> {
  const isArray = layout === "array";
  const records: unknown[] = [];
  for (const text of new JsonElements(isArray).push(beginning)) {
    const record = parsed(text);
    if (record === undefined) return failure(brokenRecord(name, records.length + 1));
    records.push(record);
    if (records.length >= sampleRecords) break;
  }
  if (records.length === 0) return failure(message("table.jsonWithoutRecords", { name }));
  const names = namesOf(records);
  return success({ names, sheets: null, parser: (sink) => new JsonRows(sink, names, isArray, name) });
}

/**
 * All of a file that is one value.
 *
 * @param chosen the list to read, by its name; null: the longest, which is rather what the file is about
 */
export function wholeJson(text: string, name: string, chosen: string | null): Result<FormedText> {
  const value = parsed(text);
  if (value === undefined) return failure(message("table.brokenJson", { name }));
  const lists = [...listsIn(value)];
  const [longest] = lists.toSorted((a, b) => b.records.length - a.records.length);
  const found = lists.find((list) => list.name === chosen) ?? longest;
  if (!found) return failure(message("table.jsonWithoutRecords", { name }));
  const { records, names } = found;
  const parser = (sink: PlainRowSink): RowParser => ({
    waiting: 0,
    *push() {},
    *finish() {
      for (const [i, record] of records.entries()) {
        sink.row(cellsOf(record, names));
        if (i % rowsOfTurn === 0) yield;
      }
    },
  });
  const all = lists.map((list) => list.name);
  return success({ names, parser, sheets: all.length > 1 ? { chosen: found.name, all } : null });
}

class JsonRows implements RowParser {
  readonly #sink: PlainRowSink;
  readonly #names: readonly string[] | null;
  readonly #known: ReadonlySet<string>;
  readonly #elements: JsonElements;
  readonly #file: string;
  #records = 0;

  constructor(sink: PlainRowSink, names: readonly string[] | null, isArray: boolean, file: string) {
    this.#sink = sink;
    this.#names = names;
    this.#known = new Set(names);
    this.#elements = new JsonElements(isArray);
    this.#file = file;
  }

  get waiting(): number {
    return this.#elements.waiting;
  }

  *push(piece: string): Generator<void> {
    for (const text of this.#elements.push(piece)) {
      this.#take(text);
      if (this.#records % rowsOfTurn === 0) yield;
    }
  }

  *finish(): Generator<void> {
    const rest = this.#elements.finish();
    if (rest !== "") this.#take(rest);
    yield;
  }

  #take(text: string): void {
    this.#records++;
    const record = parsed(text);
    if (record === undefined) throw new UnreadableRow(brokenRecord(this.#file, this.#records));
    const fields = isRecord(record) && this.#names ? fieldsOf(record) : null;
    if (fields) this.#sink.row(cellsOfFields(fields, this.#names), this.#others(fields));
    else this.#sink.row(cellsOf(record, this.#names));
  }

  /** Fields with a value that none of the records has that were asked for their names. */
  #others(fields: ReadonlyMap<string, string>): readonly string[] {
    return Array.from(fields).flatMap(([name, cell]) => (cell === "" || this.#known.has(name) ? [] : [name]));
  }
}

const brokenRecord = (name: string, record: number) => message("table.brokenRecord", { name, record });

/** Undefined, which JSON has not, where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Those of all records, in the order in which they occur; null where records are rows without names. */
function namesOf(records: readonly unknown[]): readonly string[] | null {
  if (records.some(Array.isArray)) return null;
  if (!records.some(isRecord)) return ["value"];
  return [...new Set(records.flatMap((record) => [...fieldsOf(record).keys()]))];
}

function cellsOf(record: unknown, names: readonly string[] | null): readonly string[] {
  if (Array.isArray(record)) return record.map(cellOf);
  return isRecord(record) ? cellsOfFields(fieldsOf(record), names) : [cellOf(record)];
}

const cellsOfFields = (
  fields: ReadonlyMap<string, string>,
  names: readonly string[] | null,
): readonly string[] => (names ?? [...fields.keys()]).map((name) => fields.get(name) ?? "");

function fieldsOf(record: unknown, prefix = "", depth = 0): Map<string, string> {
  const fields = new Map<string, string>();
  if (!isRecord(record)) return fields;
  for (const [key, value] of Object.entries(record)) {
    if (isRecord(value) && depth < deepest)
      for (const [inner, cell] of fieldsOf(value, `${prefix}${key}.`, depth + 1)) fields.set(inner, cell);
    else fields.set(`${prefix}${key}`, cellOf(value));
  }
  return fields;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

interface FoundList {
  /** Objects, rows or plain values. */
  readonly records: readonly unknown[];
  readonly names: readonly string[] | null;
}

/** The lists of records, rows or columns in a value, but none in another, each with the keys that lead to it as its name. */
function* listsIn(
  value: unknown,
  path: readonly string[] = [],
): Generator<FoundList & { readonly name: string }> {
  const list = listOf(value);
  if (list) yield { ...list, name: path.join(".") };
  else if (isRecord(value) && path.length <= deepest)
    for (const [key, inner] of Object.entries(value)) yield* listsIn(inner, [...path, key]);
}

/** What a value is by itself. */
function listOf(value: unknown): FoundList | null {
  if (isRecord(value)) return datedRecords(value) ?? columnsIn(value);
  const isList =
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "object" && one !== null);
  return isList ? { records: value, names: namesOf(value) } : null;
}

const date = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?/;

/** An object of records by their dates, which are a column without a name then. */
function datedRecords(value: object): FoundList | null {
  const entries = Object.entries(value);
  if (entries.length < 2 || !entries.every(([key, record]) => date.test(key) && isRecord(record)))
    return null;
  const fields = entries.map(([, record]) => fieldsOf(record));
  const names = [...new Set(fields.flatMap((one) => [...one.keys()]))];
  const records = entries.map(([key], row) => [key, ...cellsOfFields(fields[row], names)]);
  return { records, names: ["", ...names] };
}

/** An object whose values are lists of one length, or objects of the same keys, as pandas writes columns. */
function columnsIn(value: object): FoundList | null {
  const columns = Object.values(value).map((cells): readonly unknown[] => {
    if (Array.isArray(cells)) return cells;
    return isRecord(cells) ? Object.values(cells) : [];
  });
  const length = columns[0]?.length ?? 0;
  if (length < 2 || columns.some((cells) => cells.length !== length)) return null;
  if (columns.some((cells) => cells.some((cell) => typeof cell === "object" && cell !== null))) return null;
  const records = Array.from({ length }, (_, row) => columns.map((cells) => cells[row]));
  return { records, names: Object.keys(value) };
}
