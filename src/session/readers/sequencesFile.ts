/**
 * Tables that are a sequence each, as one table with a row a step: which sequence, which step, their columns, their class. It is
 * written as CSV, so that it opens like any other.
 */

import type { LabelledFile } from "../../data/labelledFiles";
import { failure, type Result, success } from "../../data/result";
import { checkTableSize, readTable } from "../../data/table/readTable";
import type { Table } from "../../data/table/table";
import { type Message, message } from "../../words/message";

type SequenceRows = Pick<Table, "columns" | "rowCount">;

export class SequencesFile {
  readonly #hasLabels: boolean;
  #names: readonly string[] | null = null;
  readonly #parts: string[] = [];
  #length = 0;
  #count = 0;

  constructor(hasLabels: boolean) {
    this.#hasLabels = hasLabels;
  }

  get count(): number {
    return this.#count;
  }

  /** Its columns in the order of the first table. Fails where it has others, and for what is no table. */
  async add(content: Blob, file: LabelledFile<unknown>, signal: AbortSignal): Promise<Result<SequenceRows>> {
    const name = file.path;
    const read = await readTable({ name, size: content.size, stream: () => content.stream() }, { signal });
    if (!read.ok) return read;
    const { names, columns, rowCount } = read.value;
    this.#names ??= names;
    const expected = this.#names;
    if (columns.length !== expected.length)
      return failure(
        message("reading.otherColumns", { name, columns: columns.length, expected: expected.length }),
      );
    // No two columns of a table have one name.
    const other = names.find((one) => !expected.includes(one));
    if (other !== undefined) return failure(message("reading.otherNames", { name, column: other }));
    return success({ columns: expected.map((one) => columns[names.indexOf(one)]), rowCount });
  }

  /** One after the other, in the order of the files. */
  take({ columns, rowCount }: SequenceRows, name: string, label: string): Message | null {
    this.#count++;
    const end = this.#hasLabels ? `,${quoted(label)}` : "";
    const lines = Array.from(
      { length: rowCount },
      (_, row) =>
        `${quoted(name)},${row + 1},${columns.map((column) => quoted(column.at(row))).join(",")}${end}\n`,
    );
    const part = lines.join("");
    this.#parts.push(part);
    this.#length += part.length;
    const size = checkTableSize(Math.max(1, this.#length), name);
    return size.ok ? null : message("reading.sequencesTooLarge");
  }

  file(name: string): File {
    const names = ["sequence_id", "step", ...(this.#names ?? []), ...(this.#hasLabels ? ["class"] : [])];
    const header = `${names.map(quoted).join(",")}\n`;
    return new File([header, ...this.#parts], `${name}.csv`);
  }
}

const quoted = (cell: string): string =>
  /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
