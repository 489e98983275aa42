/**
 * Tables that are a sequence each, as one table with a row a step: which sequence, which step, their columns, their class. It is
 * written as CSV, so that it opens like any other.
 */

import type { LabelledFile } from "../../data/labelledFiles";
import { failure, type Result } from "../../data/result";
import { checkTableSize, readTable } from "../../data/table/readTable";
import type { Table } from "../../data/table/table";
import { type Message, message } from "../../words/message";

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

  /** Fails for a table of other columns than the first has, and for what is no table. */
  async add(content: Blob, file: LabelledFile<unknown>, signal: AbortSignal): Promise<Result<Table>> {
    const name = file.path;
    const read = await readTable({ name, size: content.size, stream: () => content.stream() }, { signal });
    if (!read.ok) return read;
    const columns = read.value.columns.length;
    this.#names ??= read.value.names;
    if (columns !== this.#names.length)
      return failure(message("reading.otherColumns", { name, columns, expected: this.#names.length }));
    return read;
  }

  /** One after the other, in the order of the files. */
  take({ columns, rowCount }: Table, name: string, label: string): Message | null {
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
