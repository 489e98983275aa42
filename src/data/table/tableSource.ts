/** What a table is read from, and how. */
import type { Table } from "./table";
import type { TableFormat } from "./tableTypes";

/** A `File` is one. */
export interface TableSource {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface ReadOptions {
  /** What the user has chosen; the rest is detected. */
  readonly format?: Partial<TableFormat>;
  readonly signal?: AbortSignal;
  /** Encoding and dialect are detected on so many bytes, or a little more; 256 KiB by default. */
  readonly sampleBytes?: number;
  /** Called after every piece of what is read in pieces; a workbook is not. */
  readonly onProgress?: (bytesRead: number) => void;
  /** Called once the first rows are there, and awaited. */
  readonly onBeginning?: (table: Table) => Promise<void>;
}
