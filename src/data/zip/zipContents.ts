/** What is in an archive, which costs nothing to know: nothing is unpacked. */

import { type Message, message, type Said, sentences } from "../../words/message";
import type { Breathing } from "../breathing";
import { failure, type Result, success } from "../result";
import { type Salvaged, salvagedEntries } from "./salvagedEntries";
import { zipDirectory } from "./zipDirectory";
import { isLocked, type ZipEntry } from "./zipEntry";

const maxZipBytes = 1e9;
const maxEntries = 200_000;

export interface ZipContents {
  /** Files that can be unpacked, in the order of the archive; each path is plain, divided by slashes, and there once. */
  readonly files: readonly ZipEntry[];
  /** What was left out and why, in sentences. */
  readonly leftOut: readonly Message[];
}

/** Rejects as `breathing` does, once its signal is aborted. */
export async function zipContents(
  archive: Blob,
  name: string,
  breathing: Breathing,
): Promise<Result<ZipContents>> {
  const { size: sizeBytes } = archive;
  if (sizeBytes === 0) return failure(message("reading.zipEmpty", { name }));
  if (sizeBytes > maxZipBytes) {
    return failure(message("reading.zipTooLarge", { name, sizeBytes, limitBytes: maxZipBytes }));
  }
  const listed = await zipDirectory(archive, maxEntries, breathing);
  const found: Salvaged = listed
    ? { entries: listed, damaged: [], cutOff: null }
    : await salvagedEntries(archive, maxEntries, breathing);
  const { entries } = found;
  if (entries.length > maxEntries) {
    return failure(message("reading.zipTooMany", { name, most: maxEntries }));
  }
  if (listed === null && entries.length === 0) {
    return failure(message("reading.zipUnreadable", { name }));
  }
  const { files, others } = sorted(entries, sizeBytes);
  const leftOut = [
    ...(listed === null ? withoutEnd(found) : []),
    ...Array.from(others, ([reason, some]) => leftOutMessage(reason, some)),
  ];
  if (files.length > 0) return success({ files, leftOut });
  if (leftOut.length === 0) return failure(message("reading.zipWithoutFiles", { name }));
  return failure(sentences([message("reading.zipNothingReadable", { name }), ...leftOut]));
}

/** Why a file of an archive is not read. */
type Reason = "outside" | "nested" | "locked" | "method" | "beyond" | "repeated";

function sorted(entries: readonly ZipEntry[], archiveBytes: number) {
  const files = new Map<string, ZipEntry>();
  const others = new Map<Reason, ZipEntry[]>();
  for (const entry of entries) {
    // Some archives are made with the separator of Windows.
    const path = entry.path.replaceAll("\\", "/");
    if (path === "" || path.endsWith("/")) continue;
    const plain = plainPath(path);
    const reason = reasonAgainst(entry, plain, archiveBytes) ?? (files.has(plain) ? "repeated" : null);
    if (reason === null) files.set(plain, { ...entry, path: plain });
    else if (others.get(reason)?.push(entry) === undefined) others.set(reason, [entry]);
  }
  return { files: [...files.values()], others };
}

/** Without what leads nowhere: "./a//b" is "a/b". */
const plainPath = (path: string): string =>
  path.startsWith("/")
    ? path
    : path
        .split("/")
        .filter((part) => part !== "" && part !== ".")
        .join("/");

function reasonAgainst(entry: ZipEntry, path: string, archiveBytes: number): Reason | null {
  if (/^(\/|[a-z]:)/i.test(path) || path.split("/").includes("..")) return "outside";
  if (/\.(zip|7z|rar|tar|t?gz|bz2|xz|zst)$/i.test(path)) return "nested";
  if (isLocked(entry)) return "locked";
  if (entry.method !== 0 && entry.method !== 8) return "method";
  return entry.headerAt + entry.packedBytes > archiveBytes ? "beyond" : null;
}

/** For people, the usual of 4.4.5. */
const methodNames = new Map([
  [1, "Shrink"],
  [6, "Implode"],
  [9, "Deflate64"],
  [12, "bzip2"],
  [14, "LZMA"],
  [93, "Zstandard"],
  [95, "xz"],
  [98, "PPMd"],
]);

const methodName = ({ method }: ZipEntry): Said =>
  methodNames.get(method) ?? message("reading.methodNumber", { method });

function leftOutMessage(reason: Reason, entries: readonly ZipEntry[]): Message {
  const facts = { files: entries.length, first: entries[0].path };
  if (reason !== "method") return message(`reading.${reason}`, facts);
  const one = new Map(entries.map((entry) => [entry.method, methodName(entry)]));
  return message("reading.method", { ...facts, methods: [...one.values()] });
}

function withoutEnd({ entries, damaged, cutOff }: Salvaged): readonly Message[] {
  return [
    message("reading.zipWithoutEnd", { found: entries.length }),
    ...damaged.map((path) => message("reading.zipFileDamaged", { path })),
    ...(cutOff === null ? [] : [message("reading.zipEndsWithin", { path: cutOff })]),
  ];
}
