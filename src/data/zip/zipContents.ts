/** What is in an archive, which costs nothing to know: nothing is unpacked. */
import { formatCount } from "../phrases";
import { failure, type Result, success } from "../result";
import { salvagedEntries } from "./salvagedEntries";
import { zipDirectory } from "./zipDirectory";
import { isLocked, type ZipEntry } from "./zipEntry";

const maxZipBytes = 2 ** 30;
const maxEntries = 200_000;

export interface ZipContents {
  /** Files that can be unpacked, in the order of the archive; each path is plain, divided by slashes, and there once. */
  readonly files: readonly ZipEntry[];
  /** What was left out and why, in sentences. */
  readonly leftOut: readonly string[];
}

/** To be asked before an archive is read. The value is the size itself. */
export function checkZipSize(sizeBytes: number, name: string): Result<number> {
  if (sizeBytes <= maxZipBytes) return success(sizeBytes);
  const size = formatCount(Math.ceil(sizeBytes / 2 ** 20));
  return failure(
    `“${name}” has ${size} MB, and the limit for a zip is ${formatCount(maxZipBytes / 2 ** 20)} MB. Use a part of its files, or open them as a folder.`,
  );
}

export async function zipContents(archive: Blob, name: string): Promise<Result<ZipContents>> {
  if (archive.size === 0) return failure(`“${name}” is empty. Choose a zip with files in it.`);
  const listed = await zipDirectory(archive, maxEntries);
  const { entries, cutOff } = listed
    ? { entries: listed, cutOff: null }
    : await salvagedEntries(archive, maxEntries);
  if (entries.length > maxEntries) {
    return failure(
      `“${name}” says that it has more than ${formatCount(maxEntries)} files, which is too many. Use a part of them.`,
    );
  }
  if (listed === null && entries.length === 0) {
    return failure(
      `“${name}” is not a zip that can be read: its table of contents is missing or damaged. Get the whole file again, or pack it anew.`,
    );
  }
  const { files, others } = sorted(entries, archive.size);
  const leftOut = [
    ...(listed === null ? [withoutEnd(entries.length, cutOff)] : []),
    ...Array.from(others, ([reason, some]) => sentenceOn(reason, some)),
  ];
  if (files.length > 0) return success({ files, leftOut });
  if (leftOut.length === 0) return failure(`“${name}” has no files in it. Pack some, and try again.`);
  return failure([`“${name}” has no files in it that can be read.`, ...leftOut].join(" "));
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

const methodName = ({ method }: ZipEntry) => methodNames.get(method) ?? `method ${method}`;

/** What is said of one file, and of several. */
interface Sentence {
  readonly one: (first: ZipEntry) => string;
  readonly many: (first: ZipEntry, count: string, all: readonly ZipEntry[]) => string;
}

const sentences: Readonly<Record<Reason, Sentence>> = {
  outside: {
    one: ({ path }) => `“${path}” belongs outside of the archive’s own folder: left out.`,
    many: ({ path }, count) =>
      `${count} files, “${path}” the first of them, belong outside of the archive’s own folder: left out.`,
  },
  nested: {
    one: ({ path }) => `“${path}” is an archive within the archive: left out. Unpack it first.`,
    many: ({ path }, count) =>
      `${count} files, “${path}” the first of them, are archives within the archive: left out. Unpack them first.`,
  },
  locked: {
    one: ({ path }) =>
      `“${path}” is locked with a password: left out. Unpack the archive and open the folder, or pack it anew without a password.`,
    many: ({ path }, count) =>
      `${count} files, “${path}” the first of them, are locked with a password: left out. Unpack the archive and open the folder, or pack it anew without a password.`,
  },
  method: {
    one: (entry) =>
      `“${entry.path}” is packed with ${methodName(entry)}, which cannot be unpacked here: left out. Pack it anew with Deflate.`,
    many: ({ path }, count, all) =>
      `${count} files, “${path}” the first of them, are packed with ${[...new Set(all.map(methodName))].join(", ")}, which cannot be unpacked here: left out. Pack them anew with Deflate.`,
  },
  beyond: {
    one: ({ path }) => `“${path}” is cut off by the end of the archive: left out.`,
    many: ({ path }, count) =>
      `${count} files, “${path}” the first of them, are cut off by the end of the archive: left out.`,
  },
  repeated: {
    one: ({ path }) => `“${path}” is in the archive twice: the first of the two is read.`,
    many: ({ path }, count) =>
      `${count} files, “${path}” the first of them, have the name of an earlier file of the archive: only the first of each name is read.`,
  },
};

function sentenceOn(reason: Reason, entries: readonly ZipEntry[]): string {
  const { one, many } = sentences[reason];
  return entries.length === 1 ? one(entries[0]) : many(entries[0], formatCount(entries.length), entries);
}

function withoutEnd(count: number, cutOff: string | null): string {
  const found = `The end of the archive is missing or damaged, and its table of contents with it. Whole files found without it: ${formatCount(count)}.`;
  return cutOff === null ? found : `${found} The archive ends in the middle of “${cutOff}”.`;
}
