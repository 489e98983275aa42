/** The table of contents at the end of an archive. Nothing else of it is read. */
import type { Breathing } from "../breathing";
import { wideNumbers } from "./wideNumbers";
import { bytesOf, directorySignature, entryName, viewOf, type ZipEntry } from "./zipEntry";

const endSignature = 0x06054b50;
const endBytes = 22;
/** A comment of the archive stands after its end. */
const longestComment = 0xffff;
const locatorSignature = 0x07064b50;
const locatorBytes = 20;
const wideEndSignature = 0x06064b50;
const wideEndBytes = 56;
const directoryHeaderBytes = 46;
/** It is read at once. Twice as many files as are taken, with long names, have room in it. */
const maxDirectoryBytes = 64 * 2 ** 20;

/** Where it stands, and how many files it has. */
interface Place {
  readonly at: number;
  readonly sizeBytes: number;
  readonly count: number;
  /** By how much all stands later than the archive says: before it may stand a program that unpacks it. */
  readonly shift: number;
}

/**
 * All that it lists, folders as well (APPNOTE.TXT 4.3.12); null where it is missing, damaged or too long to be one. Rejects as
 * `breathing` does, once its signal is aborted.
 * @param most a broken one may claim billions: it ends after so many and one
 */
export async function zipDirectory(
  archive: Blob,
  most: number,
  breathing: Breathing,
): Promise<readonly ZipEntry[] | null> {
  const place = await placeOf(archive);
  if (place === null || place.at < 0 || place.sizeBytes > maxDirectoryBytes) return null;
  if (place.at + place.sizeBytes > archive.size) return null;
  const bytes = await bytesOf(archive, place.at, place.at + place.sizeBytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length <= most && at + directoryHeaderBytes <= bytes.length) {
    await breathing.breathe();
    const entry = entryAt(bytes, at, place.shift);
    if (!entry) return null;
    entries.push(entry.value);
    at = entry.end;
  }
  // Of more than 65,535, an archive of the old form knows the lower bits of the number alone.
  return entries.length <= most && (entries.length - place.count) % 0x10000 !== 0 ? null : entries;
}

async function placeOf(archive: Blob): Promise<Place | null> {
  const tailAt = Math.max(0, archive.size - endBytes - longestComment);
  const view = viewOf(await bytesOf(archive, tailAt, archive.size));
  const end = endOf(view);
  if (end === null) return null;
  const wide = await widePlace(archive, view, end);
  if (wide) return wide;
  const [sizeBytes, stated] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const at = Math.max(stated, tailAt + end - sizeBytes);
  return { at, sizeBytes, count: view.getUint16(end + 10, true), shift: at - stated };
}

function endOf(view: DataView): number | null {
  for (let at = view.byteLength - endBytes; at >= 0; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return null;
}

/** Of an archive with numbers of 64 bits (4.3.14, 4.3.15). */
async function widePlace(archive: Blob, view: DataView, end: number): Promise<Place | null> {
  const locator = end - locatorBytes;
  if (locator < 0 || view.getUint32(locator, true) !== locatorSignature) return null;
  const stated = Number(view.getBigUint64(locator + 8, true));
  // Where a program stands before the archive, its end is found before what locates it.
  for (const at of [stated, archive.size - view.byteLength + locator - wideEndBytes]) {
    const wide = viewOf(await bytesOf(archive, at, at + wideEndBytes));
    if (wide.byteLength < wideEndBytes || wide.getUint32(0, true) !== wideEndSignature) continue;
    const number = (offset: number) => Number(wide.getBigUint64(offset, true));
    const shift = at - stated;
    return { at: number(48) + shift, sizeBytes: number(40), count: number(32), shift };
  }
  return null;
}

interface Listed {
  readonly value: ZipEntry;
  readonly end: number;
}

function entryAt(bytes: Uint8Array, at: number, shift: number): Listed | null {
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== directorySignature) return null;
  const number = (offset: number) => view.getUint32(at + offset, true);
  const short = (offset: number) => view.getUint16(at + offset, true);
  const nameAt = at + directoryHeaderBytes;
  const extraAt = nameAt + short(28);
  const end = extraAt + short(30) + short(32);
  if (end > bytes.length) return null;
  const flags = short(8);
  const stated = { sizeBytes: number(24), packedBytes: number(20), headerAt: number(42) };
  const numbers = { ...stated, ...wideNumbers(bytes.subarray(extraAt, extraAt + short(30)), stated) };
  return {
    value: {
      path: entryName(bytes.subarray(nameAt, extraAt), flags),
      flags,
      method: short(10),
      crc32: number(16),
      ...numbers,
      headerAt: numbers.headerAt + shift,
    },
    end,
  };
}
