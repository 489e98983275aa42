/** The table of contents at the end of an archive. Nothing else of it is read. */
import { bytesOf, entryName, viewOf, type ZipEntry } from "./zipEntry";

const endSignature = 0x06054b50;
const endBytes = 22;
/** A comment of the archive stands after its end. */
const longestComment = 0xffff;
const locatorSignature = 0x07064b50;
const wideEndSignature = 0x06064b50;
const directorySignature = 0x02014b50;
const directoryHeaderBytes = 46;
const inExtraField = 0xffffffff;

/** Where it stands, and how many files it has. */
interface Place {
  readonly at: number;
  readonly sizeBytes: number;
  readonly count: number;
}

/**
 * All that it lists, folders as well (APPNOTE.TXT 4.3.12); null where it is missing or damaged.
 * @param most a broken one may claim billions: it ends after so many and one
 */
export async function zipDirectory(archive: Blob, most: number): Promise<readonly ZipEntry[] | null> {
  const place = await placeOf(archive);
  if (place === null || place.at < 0 || place.at + place.sizeBytes > archive.size) return null;
  const bytes = await bytesOf(archive, place.at, place.at + place.sizeBytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length <= most && at + directoryHeaderBytes <= bytes.length) {
    const entry = entryAt(bytes, at);
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
  // Before an archive may stand a program that unpacks it, of which its offsets do not know.
  return { at: Math.max(stated, tailAt + end - sizeBytes), sizeBytes, count: view.getUint16(end + 10, true) };
}

function endOf(view: DataView): number | null {
  for (let at = view.byteLength - endBytes; at >= 0; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return null;
}

/** Of an archive with numbers of 64 bits (4.3.14, 4.3.15). */
async function widePlace(archive: Blob, view: DataView, end: number): Promise<Place | null> {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locatorSignature) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  const wide = viewOf(await bytesOf(archive, at, at + 56));
  if (wide.byteLength < 56 || wide.getUint32(0, true) !== wideEndSignature) return null;
  const number = (offset: number) => Number(wide.getBigUint64(offset, true));
  return { count: number(32), sizeBytes: number(40), at: number(48) };
}

function entryAt(bytes: Uint8Array, at: number): { readonly value: ZipEntry; readonly end: number } | null {
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
  return {
    value: {
      path: entryName(bytes.subarray(nameAt, extraAt), flags),
      flags,
      method: short(10),
      crc32: number(16),
      ...stated,
      ...wideNumbers(viewOf(bytes.subarray(extraAt, extraAt + short(30))), stated),
    },
    end,
  };
}

type Stated = Pick<ZipEntry, "sizeBytes" | "packedBytes" | "headerAt">;

/** Those that have no room in 32 bits stand in an extra field, in this order (4.5.3). */
function wideNumbers(extra: DataView, stated: Stated): Partial<Stated> {
  const names = (["sizeBytes", "packedBytes", "headerAt"] as const).filter(
    (name) => stated[name] === inExtraField,
  );
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    const there = names.filter((_, i) => at + 4 + 8 * (i + 1) <= extra.byteLength);
    return Object.fromEntries(
      there.map((name, i) => [name, Number(extra.getBigUint64(at + 4 + 8 * i, true))]),
    );
  }
  return {};
}
