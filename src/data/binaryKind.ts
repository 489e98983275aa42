/** Recognises files that are certainly not plain text by the bytes they begin with. */

interface Signature {
  readonly kind: string;
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
  { kind: "a PNG image", bytes: "\x89PNG\r\n\x1a\n" },
  { kind: "a JPEG image", bytes: "\xff\xd8\xff" },
  { kind: "a GIF image", bytes: "GIF89a" },
  { kind: "a GIF image", bytes: "GIF87a" },
  { kind: "a WebP image", bytes: "RIFF", follows: { bytes: "WEBP", offset: 8 } },
  { kind: "a ZIP archive (or a Word, Excel or EPUB document)", bytes: "PK\x03\x04" },
  { kind: "an old Word or Excel document", bytes: "\xd0\xcf\x11\xe0" },
  { kind: "a PDF document", bytes: "%PDF-" },
  { kind: "a rich text (RTF) document", bytes: "{\\rtf" },
  { kind: "a gzip archive", bytes: "\x1f\x8b" },
  { kind: "a 7-Zip archive", bytes: "7z\xbc\xaf\x27\x1c" },
  { kind: "a RAR archive", bytes: "Rar!\x1a\x07" },
  { kind: "an xz archive", bytes: "\xfd7zXZ\x00" },
  { kind: "a Zstandard archive", bytes: "\x28\xb5\x2f\xfd" },
  { kind: "a WAV recording", bytes: "RIFF", follows: { bytes: "WAVE", offset: 8 } },
  { kind: "an MP3 recording", bytes: "ID3\x02" },
  { kind: "an MP3 recording", bytes: "ID3\x03" },
  { kind: "an MP3 recording", bytes: "ID3\x04" },
  { kind: "an Ogg recording", bytes: "OggS\x00" },
  { kind: "a FLAC recording", bytes: "fLaC\x00" },
  { kind: "an MP4 film or recording", bytes: "\x00\x00\x00", follows: { bytes: "ftyp", offset: 4 } },
  { kind: "an SQLite database", bytes: "SQLite format 3\x00" },
  { kind: "a program (ELF)", bytes: "\x7fELF" },
  { kind: "a WebAssembly module", bytes: "\x00asm" },
];

/** For example "a PNG image"; null if the first bytes are none that we know. */
export function binaryKind(bytes: Uint8Array): string | null {
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
