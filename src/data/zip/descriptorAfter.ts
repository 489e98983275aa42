/** The numbers of a file that stand behind it, as of one whose length was not known before it was written (APPNOTE.TXT 4.3.9). */
import type { Breathing } from "../breathing";
import { firstRecord, type ZipRecord } from "./firstRecord";
import { directorySignature, entrySignature } from "./zipEntry";

export const hasDescriptor = 8;
const descriptorSignature = 0x08074b50;

export interface Descriptor {
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where it ends, in bytes of the archive. */
  readonly end: number;
}

/**
 * The first that states the distance to itself as the length of what is packed; null where there is none.
 * @param isWide its lengths may have 64 bits
 */
export const descriptorAfter = (
  archive: Blob,
  dataAt: number,
  isWide: boolean,
  breathing: Breathing,
): Promise<Descriptor | null> =>
  firstRecord(
    archive,
    dataAt,
    (record) => (isWide ? descriptorAt(record, dataAt, 8) : null) ?? descriptorAt(record, dataAt, 4),
    breathing,
  );

/** It may have no signature of its own: then it is found by the one that follows. */
function descriptorAt({ signature, at, number }: ZipRecord, dataAt: number, width: 4 | 8): Descriptor | null {
  const numbersBytes = 4 + 2 * width;
  const isSigned = signature === descriptorSignature;
  if (!isSigned && signature !== entrySignature && signature !== directorySignature) return null;
  const numbersAt = isSigned ? 4 : -numbersBytes;
  const packedBytes = number(numbersAt + 4, width);
  const sizeBytes = number(numbersAt + 4 + width, width);
  const beginsAt = isSigned ? at : at - numbersBytes;
  if (packedBytes !== beginsAt - dataAt || Number.isNaN(sizeBytes)) return null;
  return { crc32: number(numbersAt, 4), packedBytes, sizeBytes, end: at + numbersAt + numbersBytes };
}
