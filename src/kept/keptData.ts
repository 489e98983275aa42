/** Data as a record names them, and the bytes beside it. */
import { blobOf } from "../blobOf";
import { failure, type Result, success } from "../data/result";
import type { DataSource, TextReading } from "../session/protocol";
import { message } from "../words/message";
import { plainParts, readPlain } from "./plainBytes";
import { readExampleData } from "./readExampleData";
import type { KeptSource } from "./runRecord";

export interface KeptData {
  readonly source: KeptSource;
  /** Null where they are made anew from little. */
  readonly bytes: Blob | null;
}

/** A source of data is a value: what it comes to is worked out once, however often its run is kept. */
const known = new WeakMap<DataSource, Promise<KeptData>>();

/** Rejects where a file cannot be read any more. */
export function keptData(source: DataSource): Promise<KeptData> {
  const before = known.get(source);
  if (before) return before;
  const kept = makeKept(source);
  known.set(source, kept);
  // A file that was locked may be free the next time.
  kept.catch(() => known.delete(source));
  return kept;
}

const readingOf = ({ unit, limit, lines }: TextReading): TextReading => ({
  ...(unit && { unit }),
  ...(limit !== undefined && { limit }),
  ...(lines && { lines }),
});

async function makeKept(source: DataSource): Promise<KeptData> {
  switch (source.kind) {
    case "sample":
    case "generated":
      return { source, bytes: null };
    case "pasted": {
      const bytes = await blobOf(plainParts(source.text));
      return { source: { kind: "pasted", sha256: await sha256(bytes), ...readingOf(source) }, bytes };
    }
    case "file": {
      const { file, encoding } = source;
      // A copy: the file on the disk may change.
      const bytes = new Blob([await file.arrayBuffer()]);
      const named = { name: file.name, ...(encoding && { encoding }) };
      return { source: { kind: "file", sha256: await sha256(bytes), ...named, ...readingOf(source) }, bytes };
    }
    case "prepared": {
      if (source.data.kind === "task") return { source: { kind: "task", task: source.data }, bytes: null };
      const bytes = await blobOf(plainParts(source.data));
      return { source: { kind: "prepared", sha256: await sha256(bytes) }, bytes };
    }
  }
}

export async function sha256(bytes: Blob): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The name of the bytes that a source needs beside it. */
export const hashOf = (source: KeptSource): string | null => ("sha256" in source ? source.sha256 : null);

/** The data to train on, or why there are none. */
export async function readKept({ source, bytes }: KeptData): Promise<Result<DataSource>> {
  switch (source.kind) {
    case "sample":
    case "generated":
      return success(source);
    case "task":
      return success({ kind: "prepared", data: source.task });
  }
  if (!bytes) return failure(message("kept.noData"));
  const read = await readBytes(source, bytes);
  // It is the same data when the run is kept again.
  if (read.ok) known.set(read.value, Promise.resolve({ source, bytes }));
  return read;
}

async function readBytes(
  source: Extract<KeptSource, { readonly sha256: string }>,
  bytes: Blob,
): Promise<Result<DataSource>> {
  if (source.kind === "file") {
    const { name, sha256: _, ...reading } = source;
    return success({ ...reading, file: new File([bytes], name) });
  }
  const plain = readPlain(new Uint8Array(await bytes.arrayBuffer()));
  if (!plain.ok) return plain;
  if (source.kind === "pasted") {
    const { sha256: _, ...reading } = source;
    return typeof plain.value === "string"
      ? success({ ...reading, text: plain.value })
      : failure(message("kept.damaged"));
  }
  const data = readExampleData(plain.value);
  return data.ok ? success({ kind: "prepared", data: data.value }) : data;
}
