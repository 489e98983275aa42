/** An archive of files that are not packed, as a stream-reading program takes it (APPNOTE.TXT 4.3). */
import { directorySignature, entryHeaderBytes, entrySignature } from "./zipEntry";

export interface StoredFile {
  readonly path: string;
  readonly content: Blob;
  /** Of the content. */
  readonly crc32: number;
}

const directoryHeaderBytes = 46;
const endBytes = 22;
const endSignature = 0x06054b50;

/** Nothing of the files is read or copied. */
export function storedZip(files: readonly StoredFile[]): Blob {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let at = 0;
  let directoryBytes = 0;
  for (const { path, content, crc32 } of files) {
    const name = new TextEncoder().encode(path);
    const numbers = [crc32, content.size, content.size, name.length];
    parts.push(header(entrySignature, entryHeaderBytes, 14, numbers), name, content);
    const listed = header(directorySignature, directoryHeaderBytes, 16, numbers);
    new DataView(listed.buffer).setUint32(42, at, true);
    directory.push(listed, name);
    directoryBytes += directoryHeaderBytes + name.length;
    at += entryHeaderBytes + name.length + content.size;
  }
  const end = new DataView(new ArrayBuffer(endBytes));
  end.setUint32(0, endSignature, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, directoryBytes, true);
  end.setUint32(16, at, true);
  return new Blob([...parts, ...directory, end]);
}

/** Checksum, packed size, size and the length of the name stand together, at `numbersAt`. */
function header(signature: number, bytes: number, numbersAt: number, numbers: readonly number[]) {
  const view = new DataView(new ArrayBuffer(bytes));
  view.setUint32(0, signature, true);
  // Version 2.0 unpacks it.
  view.setUint16(numbersAt === 14 ? 4 : 6, 20, true);
  const [crc32, packed, size, nameLength] = numbers;
  view.setUint32(numbersAt, crc32, true);
  view.setUint32(numbersAt + 4, packed, true);
  view.setUint32(numbersAt + 8, size, true);
  view.setUint16(numbersAt + 12, nameLength, true);
  return new Uint8Array(view.buffer);
}
