/** For tests: WAV files of any format (http://soundfile.sapp.org/doc/WaveFormat/). */

interface WavParts {
  readonly tag: number;
  readonly channels?: number;
  readonly sampleRate?: number;
  readonly blockBytes: number;
  readonly bits: number;
  /** What follows in the header, as ADPCM has it. */
  readonly more?: readonly number[];
  /** How long a chunk with a note is that stands before the sound; there is none without it. */
  readonly noteBytes?: number;
  readonly data: Uint8Array;
}

/** A whole number as so many bytes, the lowest first. */
export const littleEndian = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 0xff);

const ascii = (word: string) => Array.from(word, (letter) => letter.charCodeAt(0));

export function wavFile(parts: WavParts): Uint8Array<ArrayBuffer> {
  const { tag, channels = 1, sampleRate = 8000, blockBytes, bits, more = [], noteBytes = 0, data } = parts;
  const format = [
    ...littleEndian(tag, 2),
    ...littleEndian(channels, 2),
    ...littleEndian(sampleRate, 4),
    ...littleEndian(sampleRate * blockBytes, 4),
    ...littleEndian(blockBytes, 2),
    ...littleEndian(bits, 2),
    ...more,
  ];
  const note =
    noteBytes === 0
      ? []
      : [...ascii("note"), ...littleEndian(noteBytes, 4), ...Array(noteBytes + (noteBytes % 2)).fill(0)];
  const head = [
    ...ascii("RIFF"),
    ...littleEndian(20 + format.length + note.length + data.length, 4),
    ...ascii("WAVEfmt "),
    ...littleEndian(format.length, 4),
    ...format,
    ...note,
    ...ascii("data"),
    ...littleEndian(data.length, 4),
  ];
  const bytes = new Uint8Array(head.length + data.length);
  bytes.set(head);
  bytes.set(data, head.length);
  return bytes;
}

/** IMA ADPCM: one block of one channel is a sample of 16 bits, an index, and two samples a byte after that. */
export const imaWav = (blockBytes: number, data: Uint8Array, noteBytes = 0) =>
  wavFile({
    noteBytes,
    tag: 0x11,
    blockBytes,
    bits: 4,
    more: [...littleEndian(2, 2), ...littleEndian(1 + 2 * (blockBytes - 4), 2)],
    data,
  });
