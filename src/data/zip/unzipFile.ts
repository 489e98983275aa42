/** One file of an archive, unpacked piece by piece, so that it can be stopped, and takes no more room than it states. */
import { Inflate } from "fflate";
import { type Message, message } from "../../words/message";
import type { Breathing } from "../breathing";
import { failure, type Result, success } from "../result";
import { crc32 } from "./crc32";
import { bytesOf, entryHeaderBytes, entrySignature, viewOf, type ZipEntry } from "./zipEntry";

export const maxUnpackedBytes = 500e6;

/** Of what is packed, read at once. */
const windowBytes = 2 ** 20;
/** Of what is packed, unpacked at once: at most 1032 times as much comes of it, in some 30 ms. */
const pieceBytes = 8 * 1024;
/** So much at least comes to something as long as a stream has not ended: a stored block is shorter. */
const fruitlessBytes = 256 * 1024;

/** Refused by the sizes that the archive states, before anything is unpacked. The value is the sum of them. */
export function checkUnpackedSize(files: readonly ZipEntry[], name: string): Result<number> {
  const total = files.reduce((sum, { sizeBytes, packedBytes }) => sum + Math.max(sizeBytes, packedBytes), 0);
  if (total <= maxUnpackedBytes) return success(total);
  return failure(
    message("reading.unpacksTooLarge", { name, sizeBytes: total, limitBytes: maxUnpackedBytes }),
  );
}

export interface Unzipping {
  /** One for all files that are unpacked at the same time: their turns are one. */
  readonly breathing: Breathing;
  /** How much of it is done, 0 to 1. */
  readonly onShare?: (share: number) => void;
}

/** Fails where it is damaged, or comes to more than it states. Rejects as `breathing` does, once its signal is aborted. */
export async function unzipFile(
  archive: Blob,
  entry: ZipEntry,
  { breathing, onShare }: Unzipping,
): Promise<Result<Blob>> {
  const unpacked = new Unpacked(entry);
  for await (const { piece, isLast, end } of piecesOf(archive, entry, breathing)) {
    const problem = unpacked.take(piece, isLast);
    if (problem !== null) return failure(problem);
    if (unpacked.isComplete) break;
    onShare?.(end / entry.packedBytes);
  }
  return unpacked.result();
}

interface Piece {
  readonly piece: Uint8Array<ArrayBuffer>;
  readonly isLast: boolean;
  /** In bytes of what is packed. */
  readonly end: number;
}

/** What is packed; nothing where there is no header of a file, or less behind it than it states. */
async function* piecesOf(archive: Blob, entry: ZipEntry, breathing: Breathing): AsyncGenerator<Piece> {
  const { headerAt, packedBytes } = entry;
  // Most files are so small that one reading brings all: header, name, extra fields and what is packed.
  const usual = entryHeaderBytes + 1024 + entry.path.length * 3;
  let window = await bytesOf(archive, headerAt, headerAt + usual + Math.min(packedBytes, windowBytes));
  if (window.length < entryHeaderBytes) return;
  const view = viewOf(window);
  if (view.getUint32(0, true) !== entrySignature) return;
  const skipped = entryHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
  const dataAt = headerAt + skipped;
  if (dataAt + packedBytes > archive.size) return;
  window = window.subarray(Math.min(skipped, window.length));
  for (let at = 0; ; ) {
    if (window.length === 0 && at < packedBytes)
      window = await bytesOf(archive, dataAt + at, dataAt + Math.min(packedBytes, at + windowBytes));
    await breathing.breathe();
    const piece = window.subarray(0, Math.min(pieceBytes, packedBytes - at));
    window = window.subarray(piece.length);
    at += piece.length;
    yield { piece, isLast: at === packedBytes, end: at };
    if (at === packedBytes) return;
  }
}

/** What has been unpacked so far. */
class Unpacked {
  readonly #entry: ZipEntry;
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  readonly #inflate: Inflate | null;
  #sizeBytes = 0;
  #crc32 = 0;
  #fruitless = 0;

  constructor(entry: ZipEntry) {
    this.#entry = entry;
    this.#inflate = entry.method === 8 ? new Inflate((part) => this.#add(part)) : null;
  }

  get isComplete(): boolean {
    return this.#sizeBytes === this.#entry.sizeBytes && this.#crc32 === this.#entry.crc32;
  }

  /** Null, or why it cannot be used. */
  take(piece: Uint8Array<ArrayBuffer>, isLast: boolean): Message | null {
    const before = this.#sizeBytes;
    try {
      if (this.#inflate) this.#inflate.push(piece, isLast);
      else this.#add(piece);
    } catch {
      return damaged(this.#entry);
    }
    if (this.#sizeBytes > this.#entry.sizeBytes) return larger(this.#entry);
    this.#fruitless = this.#sizeBytes > before ? 0 : this.#fruitless + piece.length;
    return this.#fruitless > fruitlessBytes ? damaged(this.#entry) : null;
  }

  result(): Result<Blob> {
    return this.isComplete ? success(new Blob(this.#parts)) : failure(damaged(this.#entry));
  }

  #add(part: Uint8Array<ArrayBuffer>): void {
    this.#sizeBytes += part.length;
    // It is refused for its size, and nothing of it is needed.
    if (this.#sizeBytes > this.#entry.sizeBytes) return;
    this.#crc32 = crc32(part, this.#crc32);
    this.#parts.push(part);
  }
}

const damaged = ({ path }: ZipEntry) => message("reading.zipFileDamaged", { path });
const larger = ({ path, sizeBytes }: ZipEntry) =>
  message("reading.zipFileTooLarge", { path, stated: sizeBytes });
