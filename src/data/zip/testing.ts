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

/** How much of it is read. */
export class CountedFile extends File {
  readBytes = 0;
  readonly #onRead: (readBytes: number) => void;

  constructor(parts: BlobPart[], onRead: (readBytes: number) => void = () => undefined) {
    super(parts, "archive.zip");
    this.#onRead = onRead;
  }

  override slice(from?: number, to?: number): Blob {
    const part = super.slice(from, to);
    this.readBytes += part.size;
    this.#onRead(this.readBytes);
    return part;
  }
}

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
export function streamedZip(
  files: Readonly<Record<string, string>>,
  { isSigned = true, isWide = false } = {},
): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [path, text] of Object.entries(files)) {
    const packed = zipSync({ [path]: strToU8(text) });
    const view = new DataView(packed.buffer);
    const dataAt = 30 + path.length;
    const end = dataAt + view.getUint32(18, true);
    const [crc32, packedBytes, sizeBytes] = [14, 18, 22].map((at) => view.getUint32(at, true));
    const bytesOf = isWide ? number64 : number32;
    const descriptor = [...number32(crc32), ...bytesOf(packedBytes), ...bytesOf(sizeBytes)];
    const field = isWide ? wideField(0, 0) : [];
    for (const at of [14, 18, 22]) view.setUint32(at, isWide && at > 14 ? 0xffffffff : 0, true);
    view.setUint16(28, field.length, true);
    view.setUint16(6, view.getUint16(6, true) | 8, true);
    parts.push(
      packed.subarray(0, dataAt),
      Uint8Array.from(field),
      packed.subarray(dataAt, end),
      Uint8Array.from([...(isSigned ? number32(0x08074b50) : []), ...descriptor]),
    );
  }
  return joined(parts);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const number32 = (value: number) => number64(value).slice(0, 4);
const number64 = (value: number) => Array.from({ length: 8 }, (_, i) => Math.floor(value / 256 ** i) & 0xff);
const wideField = (...values: number[]) => [1, 0, 8 * values.length, 0, ...values.flatMap(number64)];

/** All its numbers have 64 bits, those of the files and those of the whole (4.3.14, 4.3.15, 4.5.3). */
export function wideZip(files: Zippable): Uint8Array {
  const bytes = zipSync(files);
  const view = new DataView(bytes.buffer);
  const own: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let headerAt = 0;
  for (
    let at = view.getUint32(bytes.length - 22 + 16, true);
    view.getUint32(at, true) === directorySignature;
  ) {
    const headerEnd = at + 46 + view.getUint16(at + 28, true);
    const [from, packedBytes] = [view.getUint32(at + 42, true), view.getUint32(at + 20, true)];
    const sizeBytes = view.getUint32(at + 24, true);
    const dataAt = from + 30 + view.getUint16(from + 26, true);
    const ownField = Uint8Array.from(wideField(sizeBytes, packedBytes));
    const field = Uint8Array.from(wideField(sizeBytes, packedBytes, headerAt));
    for (const offset of [from + 18, from + 22, at + 20, at + 24, at + 42])
      view.setUint32(offset, 0xffffffff, true);
    view.setUint16(from + 28, ownField.length, true);
    view.setUint16(at + 30, field.length, true);
    own.push(bytes.subarray(from, dataAt), ownField, bytes.subarray(dataAt, dataAt + packedBytes));
    directory.push(bytes.subarray(at, headerEnd), field);
    headerAt += dataAt - from + ownField.length + packedBytes;
    at = headerEnd;
  }
  const listed = joined(directory);
  const count = number64(directory.length / 2);
  const versions = [45, 0, 45, 0, ...number64(0)];
  const end = [...number64(44), ...versions, ...count, ...count, ...number64(listed.length)];
  return joined([
    ...own,
    listed,
    Uint8Array.of(0x50, 0x4b, 6, 6, ...end, ...number64(headerAt)),
    Uint8Array.of(0x50, 0x4b, 6, 7, 0, 0, 0, 0, ...number64(headerAt + listed.length), 1, 0, 0, 0),
    Uint8Array.of(0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...Array(12).fill(0xff), 0, 0),
  ]);
}
