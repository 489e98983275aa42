/** Archives: first what is in them, which costs nothing, then the files that are wanted. */

import { unzipSync } from "fflate";
import { isLocked } from "./isLocked";
import { formatCount } from "./phrases";
import { failure, type Result, success } from "./result";

const maxZipBytes = 2 ** 30;
export const maxUnpackedBytes = 500 * 2 ** 20;
const maxEntries = 200_000;

export interface ZipEntry {
  /** As the archive has it, with folders. */
  readonly path: string;
  /** What it takes when it is unpacked, or as it is, whichever is more. */
  readonly sizeBytes: number;
}

/** To be asked before an archive is read. The value is the size itself. */
export function checkZipSize(sizeBytes: number, name: string): Result<number> {
  if (sizeBytes <= maxZipBytes) return success(sizeBytes);
  const size = formatCount(Math.ceil(sizeBytes / 2 ** 20));
  return failure(
    `“${name}” has ${size} MB, and the limit for a zip is ${formatCount(maxZipBytes / 2 ** 20)} MB. Use a part of its files, or open them as a folder.`,
  );
}

/** The files of an archive, without its folders. Nothing is unpacked. */
export function zipEntries(bytes: Uint8Array, name: string): Result<readonly ZipEntry[]> {
  if (bytes.length === 0) return failure(`“${name}” is empty. Choose a zip with files in it.`);
  const entries: ZipEntry[] = [];
  let seen = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name: path, size, originalSize }) => {
        // A broken directory may claim billions of entries.
        if (++seen > maxEntries) throw new RangeError("too many entries");
        if (path !== "" && !/[\\/]$/.test(path)) {
          entries.push({ path, sizeBytes: Math.max(size, originalSize) });
        }
        return false;
      },
    });
  } catch {
    if (seen > maxEntries) {
      return failure(
        `“${name}” says that it has more than ${formatCount(maxEntries)} files, which is too many. Use a part of them.`,
      );
    }
    return failure(
      `“${name}” is not a zip that can be read: its table of contents is missing or damaged. Get the whole file again, or pack it anew.`,
    );
  }
  if (entries.length === 0) return failure(`“${name}” has no files in it. Pack some, and try again.`);
  if (isLocked(bytes)) {
    return failure(
      `“${name}” is locked with a password. Unpack it and open the folder, or pack its files anew without one.`,
    );
  }
  return success(entries);
}

/**
 * The bytes of some files of an archive, in their order. What would take more than 500 MB is refused by the sizes that the
 * archive states, before anything is unpacked; and no file gives more bytes than it states.
 */
export function unzipEntries(
  bytes: Uint8Array,
  name: string,
  entries: readonly ZipEntry[],
): Result<readonly Uint8Array<ArrayBuffer>[]> {
  const total = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  if (!(total <= maxUnpackedBytes)) {
    const size = formatCount(Math.ceil(total / 2 ** 20));
    return failure(
      `“${name}” would unpack to ${size} MB, and the limit is ${maxUnpackedBytes / 2 ** 20} MB. Use a part of its files.`,
    );
  }
  const wanted = new Set(entries.map(({ path }) => path));
  let current = "";
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name: path }) => {
        current = path;
        // Each once, so that an archive that repeats a name takes no more than was counted.
        return wanted.delete(path);
      },
    });
    return success(entries.map(({ path }) => unpacked[path]));
  } catch {
    return failure(
      `“${current}” in “${name}” is damaged, locked with a password, or packed in a way that is not known here. Pack the files anew, without a password.`,
    );
  }
}
