/** What can be found of an archive whose end is missing, by the headers before its files. */
import { bytesOf, entryHeaderBytes, entryName, entrySignature, viewOf, type ZipEntry } from "./zipEntry";

const descriptorBytes = 16;
/** Its length is only known after it was written, and stands behind it. */
const hasDescriptor = 8;
const windowBytes = 2 ** 20;
/** Longer names are cut. */
const longestName = 4096;

export interface Salvaged {
  /** Whole ones. */
  readonly entries: readonly ZipEntry[];
  /** The path of the one in the middle of which the archive ends. */
  readonly cutOff: string | null;
}

/** @param most ends after so many and one */
export async function salvagedEntries(archive: Blob, most: number): Promise<Salvaged> {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length <= most) {
    const header = await headerAt(archive, at);
    if (header === null) break;
    const found = await withNumbers(archive, header);
    if (found === null || found.end > archive.size) return { entries, cutOff: header.entry.path };
    entries.push(found.entry);
    at = found.end;
  }
  return { entries, cutOff: null };
}

interface Header {
  readonly entry: ZipEntry;
  readonly dataAt: number;
}

async function headerAt(archive: Blob, at: number): Promise<Header | null> {
  const bytes = await bytesOf(archive, at, at + entryHeaderBytes + longestName);
  if (bytes.length < entryHeaderBytes) return null;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== entrySignature) return null;
  const nameEnd = entryHeaderBytes + view.getUint16(26, true);
  const flags = view.getUint16(6, true);
  return {
    entry: {
      path: entryName(bytes.subarray(entryHeaderBytes, nameEnd), flags),
      flags,
      method: view.getUint16(8, true),
      crc32: view.getUint32(14, true),
      packedBytes: view.getUint32(18, true),
      sizeBytes: view.getUint32(22, true),
      headerAt: at,
    },
    dataAt: at + nameEnd + view.getUint16(28, true),
  };
}

async function withNumbers(archive: Blob, { entry, dataAt }: Header) {
  if (!(entry.flags & hasDescriptor)) return { entry, end: dataAt + entry.packedBytes };
  const descriptor = await descriptorAfter(archive, dataAt);
  if (descriptor === null) return null;
  const { at, ...numbers } = descriptor;
  return { entry: { ...entry, ...numbers }, end: at + descriptorBytes };
}

/** The first that states the distance to itself as the length of what is packed (APPNOTE.TXT 4.3.9). */
async function descriptorAfter(archive: Blob, dataAt: number) {
  for (let from = dataAt; from < archive.size; from += windowBytes) {
    const bytes = await bytesOf(archive, from, from + windowBytes + descriptorBytes);
    const view = viewOf(bytes);
    for (let i = bytes.indexOf(0x50); i >= 0 && i < windowBytes; i = bytes.indexOf(0x50, i + 1)) {
      if (i + descriptorBytes > bytes.length) break;
      const packedBytes = view.getUint32(i + 8, true);
      if (view.getUint32(i, true) !== 0x08074b50 || packedBytes !== from + i - dataAt) continue;
      const [crc32, sizeBytes] = [view.getUint32(i + 4, true), view.getUint32(i + 12, true)];
      return { at: from + i, crc32, packedBytes, sizeBytes };
    }
  }
  return null;
}
