/** What can be found of an archive whose end is missing, by the headers before its files. */
import type { Breathing } from "../breathing";
import { descriptorAfter, hasDescriptor } from "./descriptorAfter";
import { firstRecord } from "./firstRecord";
import { wideFieldOf, wideNumbers } from "./wideNumbers";
import { bytesOf, entryHeaderBytes, entryName, entrySignature, viewOf, type ZipEntry } from "./zipEntry";

/** Longer names are cut, and so are the extra fields behind them. */
const longestName = 4096;
/** What stands behind a file of unknown length is looked for up to the end of the archive: not more often in vain. */
const mostDamaged = 8;

export interface Salvaged {
  /** Whole ones. */
  readonly entries: readonly ZipEntry[];
  /** The paths of those whose end was not found, though others stand behind them. */
  readonly damaged: readonly string[];
  /** The path of the one in the middle of which the archive ends. */
  readonly cutOff: string | null;
}

/**
 * Rejects as `breathing` does, once its signal is aborted.
 * @param most ends after so many and one
 */
export async function salvagedEntries(archive: Blob, most: number, breathing: Breathing): Promise<Salvaged> {
  const entries: ZipEntry[] = [];
  const damaged: string[] = [];
  let lost: string | null = null;
  for (let at: number | null = 0; at !== null && entries.length <= most; ) {
    await breathing.breathe();
    const header = await headerAt(archive, at);
    if (header === null) break;
    if (lost !== null) damaged.push(lost);
    lost = null;
    const found = await withNumbers(archive, header, breathing);
    if (found !== null) {
      if (found.end > archive.size) return { entries, damaged, cutOff: header.entry.path };
      entries.push(found.entry);
      at = found.end;
    } else {
      lost = header.entry.path;
      at = damaged.length < mostDamaged ? await nextHeader(archive, header.dataAt, breathing) : null;
    }
  }
  return { entries, damaged, cutOff: lost };
}

const nextHeader = (archive: Blob, from: number, breathing: Breathing): Promise<number | null> =>
  firstRecord(archive, from, ({ signature, at }) => (signature === entrySignature ? at : null), breathing);

interface Header {
  readonly entry: ZipEntry;
  readonly dataAt: number;
  /** What stands behind it has numbers of 64 bits. */
  readonly isWide: boolean;
}

async function headerAt(archive: Blob, at: number): Promise<Header | null> {
  const bytes = await bytesOf(archive, at, at + entryHeaderBytes + longestName);
  if (bytes.length < entryHeaderBytes) return null;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== entrySignature) return null;
  const nameEnd = entryHeaderBytes + view.getUint16(26, true);
  const dataStart = nameEnd + view.getUint16(28, true);
  const extra = bytes.subarray(nameEnd, dataStart);
  const flags = view.getUint16(6, true);
  const stated = {
    packedBytes: view.getUint32(18, true),
    sizeBytes: view.getUint32(22, true),
    headerAt: at,
  };
  return {
    entry: {
      path: entryName(bytes.subarray(entryHeaderBytes, nameEnd), flags),
      flags,
      method: view.getUint16(8, true),
      crc32: view.getUint32(14, true),
      ...stated,
      ...wideNumbers(extra, stated),
    },
    dataAt: at + dataStart,
    isWide: wideFieldOf(extra) !== null,
  };
}

async function withNumbers(archive: Blob, { entry, dataAt, isWide }: Header, breathing: Breathing) {
  if (!(entry.flags & hasDescriptor)) return { entry, end: dataAt + entry.packedBytes };
  const descriptor = await descriptorAfter(archive, dataAt, isWide, breathing);
  if (descriptor === null) return null;
  const { end, ...numbers } = descriptor;
  return { entry: { ...entry, ...numbers }, end };
}
