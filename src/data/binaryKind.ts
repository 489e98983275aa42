/** Recognises files that are certainly not plain text by the bytes they begin with. */
import { type Message, message } from "../words/message";

export type BinaryKind =
  | "png"
  | "jpeg"
  | "gif"
  | "webp"
  | "zip"
  | "office"
  | "pdf"
  | "rtf"
  | "gzip"
  | "sevenZip"
  | "rar"
  | "xz"
  | "zstandard"
  | "wav"
  | "mp3"
  | "ogg"
  | "flac"
  | "mp4"
  | "sqlite"
  | "run"
  | "elf"
  | "wasm";

interface Signature {
  readonly kind: BinaryKind;
  /** What the file begins with. */
  readonly bytes: string;
  /** What it must have further on as well, where the beginning alone does not tell. */
  readonly follows?: { readonly bytes: string; readonly offset: number };
}

/**
 * Each character is one byte. A signature is here only if no sensible text begins with it.
 * Source: https://en.wikipedia.org/wiki/List_of_file_signatures
 */
const signatures: readonly Signature[] = [
  { kind: "png", bytes: "\x89PNG\r\n\x1a\n" },
  { kind: "jpeg", bytes: "\xff\xd8\xff" },
  { kind: "gif", bytes: "GIF89a" },
  { kind: "gif", bytes: "GIF87a" },
  { kind: "webp", bytes: "RIFF", follows: { bytes: "WEBP", offset: 8 } },
  { kind: "zip", bytes: "PK\x03\x04" },
  { kind: "office", bytes: "\xd0\xcf\x11\xe0" },
  { kind: "pdf", bytes: "%PDF-" },
  { kind: "rtf", bytes: "{\\rtf" },
  { kind: "gzip", bytes: "\x1f\x8b" },
  { kind: "sevenZip", bytes: "7z\xbc\xaf\x27\x1c" },
  { kind: "rar", bytes: "Rar!\x1a\x07" },
  { kind: "xz", bytes: "\xfd7zXZ\x00" },
  { kind: "zstandard", bytes: "\x28\xb5\x2f\xfd" },
  { kind: "wav", bytes: "RIFF", follows: { bytes: "WAVE", offset: 8 } },
  { kind: "mp3", bytes: "ID3\x02" },
  { kind: "mp3", bytes: "ID3\x03" },
  { kind: "mp3", bytes: "ID3\x04" },
  { kind: "ogg", bytes: "OggS\x00" },
  { kind: "flac", bytes: "fLaC\x00" },
  { kind: "mp4", bytes: "\x00\x00\x00", follows: { bytes: "ftyp", offset: 4 } },
  { kind: "sqlite", bytes: "SQLite format 3\x00" },
  // What this page writes itself (`kept/plainBytes.ts`).
  { kind: "run", bytes: "\x89GRP\r\n\x1a\n" },
  { kind: "elf", bytes: "\x7fELF" },
  { kind: "wasm", bytes: "\x00asm" },
];

/** Null if the first bytes are none that we know. */
export function binaryKind(bytes: Uint8Array): BinaryKind | null {
  const found = signatures.find(
    ({ bytes: beginning, follows }) =>
      holds(bytes, 0, beginning) && (!follows || holds(bytes, follows.offset, follows.bytes)),
  );
  return found ? found.kind : null;
}

function holds(bytes: Uint8Array, offset: number, expected: string): boolean {
  for (let i = 0; i < expected.length; i++) {
    if (bytes[offset + i] !== expected.charCodeAt(i)) return false;
  }
  return true;
}

/** What it is, in words. */
export const binaryName = (kind: BinaryKind): Message => message(`files.${kind}`);
