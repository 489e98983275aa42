import { fileBytes } from "../fileBytes";

/** A file in an archive, as a header of it says (APPNOTE.TXT 4.3). */
export interface ZipEntry {
  /** As the archive has it, with folders. */
  readonly path: string;
  readonly flags: number;
  /** 0: as it is. 8: deflated. There are others, which nothing here unpacks. */
  readonly method: number;
  readonly crc32: number;
  readonly packedBytes: number;
  /** When it is unpacked. */
  readonly sizeBytes: number;
  /** Where its own header begins, in bytes of the archive. */
  readonly headerAt: number;
}

export const directorySignature = 0x02014b50;
export const entrySignature = 0x04034b50;
/** Of its own header, before its name. */
export const entryHeaderBytes = 30;

const isUtf8 = 0x800;
const strict = new TextDecoder("utf-8", { fatal: true });
const latin = new TextDecoder("latin1");

/** A name in UTF-8 even where the flag is missing, as archives of some systems have it; what is none is read byte by byte. */
export function entryName(bytes: Uint8Array, flags: number): string {
  try {
    return strict.decode(bytes);
  } catch {
    return flags & isUtf8 ? new TextDecoder().decode(bytes) : latin.decode(bytes);
  }
}

/** Bits 0, 6 and 13: the file, its header or the table of contents is encrypted (4.4.4); 99 is the method of AES. */
export const isLocked = ({ flags, method }: ZipEntry): boolean => (flags & 0x2041) !== 0 || method === 99;

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function bytesOf(blob: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return fileBytes(blob.slice(from, to));
}
