/**
 * Tables in JSON: an array of objects, an object a line, an array of rows, an object whose lists of one length are columns, what pandas
 * writes in any orientation, or an object that has one of these in it somewhere. What is nested in a record becomes columns of its own
 * ("wind.speed").
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
/** A shorter list beside other things is rather one of them. */
const fewestInColumn = 10;

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

/**
 * The lists of records, rows or columns in a value, but none in another, each with the keys that lead to it as its name. What is written
 * around one record is looked into as well.
 */
function* listsIn(
  value: unknown,
  path: readonly string[] = [],
): Generator<FoundList & { readonly name: string }> {
  const inner = onlyRecordWithLists(value) ?? value;
  const lists = listsOf(inner);
  const named = (key: string) => (key === "" ? path : [...path, key]).join(".");
  for (const { key, records, names } of lists) yield { records, names, name: named(key) };
  if (!isRecord(inner) || path.length > deepest || lists.some(({ isAll }) => isAll)) return;
  const lengths = lists.map(({ records }) => records.length);
  for (const [key, one] of Object.entries(inner))
    if (leafLists(one).every(({ cells }) => !lengths.includes(cells.length)))
      yield* listsIn(one, [...path, key]);
}

/** A list of a single record, in which the lists are that the file is about. */
function onlyRecordWithLists(value: unknown): object | null {
  if (!Array.isArray(value) || value.length !== 1) return null;
  const [only]: readonly unknown[] = value;
  return isRecord(only) && leafLists(only).length > 0 ? only : null;
}

interface ListHere extends FoundList {
  /** Which of several lists at one place; "" of the first. */
  readonly key: string;
  /** Whether there is nothing else in the value. */
  readonly isAll: boolean;
}

/** What a value is by itself: one list, or one for each length that its columns have. */
function listsOf(value: unknown): readonly ListHere[] {
  if (isRecord(value)) {
    const one = splitColumns(value) ?? keyedRecords(value) ?? keyedColumns(value);
    return one ? [{ ...one, key: "", isAll: true }] : columnsIn(value);
  }
  const isList =
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "object" && one !== null);
  return isList ? [{ records: value, names: namesOf(value), key: "", isAll: true }] : [];
}

const date = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?/;
/** What pandas makes of dates: milliseconds, or nanoseconds. */
const epoch = /^-?(\d{11,13}|\d{17,19})$/;
const isTimes = (keys: readonly string[]) =>
  keys.every((key) => date.test(key)) || keys.every((key) => epoch.test(key));
const isNumbered = (keys: readonly string[]) => keys.every((key) => /^\d+$/.test(key));
const isCount = (keys: readonly unknown[]) => keys.every((key, i) => String(key) === String(i));

/** Names, rows and what the rows are called, as pandas writes them with `orient="split"`. */
function splitColumns(value: object): FoundList | null {
  const fields = new Map<string, unknown>(Object.entries(value));
  const [columns, rows, index] = ["columns", "data", "index"].map((key) => listIn(fields.get(key)));
  if (rows.length < 2 || !rows.every((row) => Array.isArray(row) && row.length === columns.length))
    return null;
  if (columns.length === 0 || columns.some((name) => typeof name === "object")) return null;
  const names = columns.map(String);
  if (index.length !== rows.length || isCount(index)) return { records: rows, names };
  return { records: rows.map((row, i) => [index[i], ...listIn(row)]), names: ["", ...names] };
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An object of records by their dates, which are a column without a name then. */
function keyedRecords(value: object): FoundList | null {
  const entries = Object.entries(value);
  if (entries.length < 2 || !isTimes(Object.keys(value)) || !entries.every(([, one]) => isRecord(one)))
    return null;
  const fields = entries.map(([, record]) => fieldsOf(record));
  const names = [...new Set(fields.flatMap((one) => [...one.keys()]))];
  const records = entries.map(([key], row) => [key, ...cellsOfFields(fields[row], names)]);
  return { records, names: ["", ...names] };
}

/** An object of columns whose cells have the same keys in each, as pandas writes them; keys that do not count rows are a column. */
function keyedColumns(value: object): FoundList | null {
  const columns = Object.values(value);
  const [first] = columns;
  if (!isRecord(first)) return null;
  const keys = Object.keys(first);
  const isAlike = (one: unknown) =>
    isRecord(one) &&
    Object.values(one).every((cell) => typeof cell !== "object" || cell === null) &&
    Object.keys(one).length === keys.length &&
    Object.keys(one).every((key, i) => key === keys[i]);
  if (keys.length < 2 || !columns.every(isAlike)) return null;
  // A few words are rather the names of what belongs together.
  if (!isNumbered(keys) && !isTimes(keys) && keys.length < fewestInColumn) return null;
  const cells = columns.map((one): readonly unknown[] => Object.values(one));
  const isNamed = !isCount(keys);
  const records = keys.map((key, row) => [...(isNamed ? [key] : []), ...cells.map((one) => one[row])]);
  return { records, names: [...(isNamed ? [""] : []), ...Object.keys(value)] };
}

interface LeafList {
  readonly name: string;
  readonly cells: readonly unknown[];
}

/** Lists of plain values, two or more of them, in an object or in what it has inside. */
function leafLists(value: unknown, name = "", depth = 0): readonly LeafList[] {
  if (Array.isArray(value)) {
    const cells: readonly unknown[] = value;
    if (cells.length > 1 && cells.every((cell) => typeof cell !== "object" || cell === null))
      return [{ name, cells }];
    return cells.length === 1 ? leafLists(cells[0], name, depth + 1) : [];
  }
  if (!isRecord(value) || depth > deepest) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    leafLists(inner, name === "" ? key : `${name}.${key}`, depth + 1),
  );
}

/**
 * An object that has lists among its values: those of one length are the columns of a table, with lists of this length that lie deeper.
 * What is no list is said of all of it, and is no column.
 */
function columnsIn(value: object): readonly ListHere[] {
  const values = Object.entries(value);
  const own = values.flatMap(([name, cells]) => (Array.isArray(cells) ? leafLists(cells, name) : []));
  const lengths = [...new Set(own.map(({ cells }) => cells.length))];
  const isAll = lengths.length === 1 && own.length === values.length;
  return lengths
    .map((length) => {
      const columns = leafLists(value).filter(({ cells }) => cells.length === length);
      const records = Array.from({ length }, (_, row) => columns.map(({ cells }) => cells[row]));
      return { records, names: lastOf(columns.map(({ name }) => name)), isAll };
    })
    .filter(({ records, names }) => isAll || names.length > 1 || records.length >= fewestInColumn)
    .toSorted((a, b) => b.records.length * b.names.length - a.records.length * a.names.length)
    .map((list, i) => ({ ...list, key: i === 0 ? "" : list.names[0] }));
}

/** The last key of each, where these are different. */
function lastOf(names: readonly string[]): readonly string[] {
  const last = names.map((name) => name.slice(name.lastIndexOf(".") + 1));
  return new Set(last).size === last.length ? last : names;
}
