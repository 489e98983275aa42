import type { Breathing } from "../breathing";
import { bytesOf, viewOf } from "./zipEntry";

/** Most files are small: the first reading brings little, and each brings twice as much as the one before. */
const firstWindowBytes = 4 * 2 ** 10;
const mostWindowBytes = 2 ** 20;
/** The longest of what is read before and behind a signature: a descriptor of 64 bits. */
const besideBytes = 24;

/** Where the letters of a signature stand, with numbers around them. */
export interface ZipRecord {
  readonly signature: number;
  /** In bytes of the archive. */
  readonly at: number;
  /** So many bytes behind it, or before it; NaN beyond what is looked at. */
  number(offset: number, bytes: 4 | 8): number;
}

/**
 * What `match` makes of the first place that looks like a signature and of which it makes something. Rejects as `breathing` does,
 * once its signal is aborted.
 */
export async function firstRecord<Found>(
  archive: Blob,
  from: number,
  match: (record: ZipRecord) => Found | null,
  breathing: Breathing,
): Promise<Found | null> {
  let windowBytes = firstWindowBytes;
  for (let at = from; at < archive.size; ) {
    await breathing.breathe();
    const start = Math.max(from, at - besideBytes);
    const bytes = await bytesOf(archive, start, at + windowBytes + besideBytes);
    const view = viewOf(bytes);
    const end = Math.min(at - start + windowBytes, bytes.length - 3);
    for (let i = bytes.indexOf(0x50, at - start); i >= 0 && i < end; i = bytes.indexOf(0x50, i + 1)) {
      if (bytes[i + 1] !== 0x4b) continue;
      const found = match(recordAt(view, i, start));
      if (found !== null) return found;
    }
    at += windowBytes;
    windowBytes = Math.min(2 * windowBytes, mostWindowBytes);
  }
  return null;
}

const recordAt = (view: DataView, i: number, start: number): ZipRecord => ({
  signature: view.getUint32(i, true),
  at: start + i,
  number: (offset, bytes) => {
    const from = i + offset;
    if (from < 0 || from + bytes > view.byteLength) return Number.NaN;
    return bytes === 4 ? view.getUint32(from, true) : Number(view.getBigUint64(from, true));
  },
});
