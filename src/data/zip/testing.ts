/** For tests: archives that are not what they should be. */
import { strToU8, type Zippable, zipSync } from "fflate";

/** An entry of the table of contents, and the header before its file, to be changed. */
export interface Headers {
  readonly path: string;
  readonly directory: DataView;
  readonly own: DataView;
}

const directorySignature = 0x02014b50;

/** The archive of some files, in whose headers numbers were changed (APPNOTE.TXT 4.3.7, 4.3.12). */
export function changedZip(files: Zippable, change: (headers: Headers) => void): File {
  const bytes = zipSync(files);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== directorySignature) continue;
    const nameLength = view.getUint16(at + 28, true);
    change({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      directory: new DataView(bytes.buffer, at),
      own: new DataView(bytes.buffer, view.getUint32(at + 42, true)),
    });
  }
  return archiveOf(bytes);
}

export const archiveOf = (bytes: Uint8Array): File => new File([bytes.slice()], "archive.zip");

/** As if it were locked with a password. */
export function lock({ directory, own }: Headers): void {
  directory.setUint16(8, directory.getUint16(8, true) | 1, true);
  own.setUint16(6, own.getUint16(6, true) | 1, true);
}

export function setMethod({ directory, own }: Headers, method: number): void {
  directory.setUint16(10, method, true);
  own.setUint16(8, method, true);
}

/** What it states to come to. */
export function setSize({ directory, own }: Headers, sizeBytes: number): void {
  directory.setUint32(24, sizeBytes, true);
  own.setUint32(22, sizeBytes, true);
}

/** As writers do that learn the length of a file only while they pack it: its numbers stand behind it alone (4.3.9). */
export function streamedZip(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [path, text] of Object.entries(files)) {
    const packed = zipSync({ [path]: strToU8(text) });
    const view = new DataView(packed.buffer);
    const end = 30 + path.length + view.getUint32(18, true);
    const descriptor = new DataView(new ArrayBuffer(16));
    descriptor.setUint32(0, 0x08074b50, true);
    for (const [i, at] of [14, 18, 22].entries()) {
      descriptor.setUint32(4 + 4 * i, view.getUint32(at, true), true);
      view.setUint32(at, 0, true);
    }
    view.setUint16(6, view.getUint16(6, true) | 8, true);
    parts.push(packed.subarray(0, end), new Uint8Array(descriptor.buffer));
  }
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
