/** What the header of a WAV file says of its sound (Microsoft's RIFF MCI; the tags of RFC 2361). */
import { message, type Said } from "../../words/message";
import { binaryKind } from "../binaryKind";

export interface WavFormat {
  /** Of the codec; what an "extensible" header wraps. */
  readonly tag: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly blockBytes: number;
  readonly bits: number;
  /** Of one channel in a block, as an ADPCM header says; 0 where it does not. */
  readonly samplesPerBlock: number;
  /** Of the sound itself, as far as it is there. */
  readonly dataBytes: number;
}

const extensible = 0xfffe;

/** The parts of a WAV file that matter here. */
export interface WavChunks {
  readonly format: Uint8Array;
  /** As far as it is there; null where it begins beyond the bytes. */
  readonly data: Uint8Array | null;
}

/** Null where it is none, or its header is damaged. */
export function wavChunks(bytes: Uint8Array): WavChunks | null {
  if (binaryKind(bytes) !== "wav") return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: Uint8Array | null = null;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    const [body, name] = [at + 8, textAt(bytes, at)];
    // A writer that did not know the length, as one that streams, has left it out.
    if (name === "data")
      return format && { format, data: bytes.subarray(body, size === 0 ? bytes.length : body + size) };
    if (name === "fmt " && size >= 16 && body + size <= bytes.length)
      format = bytes.subarray(body, body + size);
    // What is of odd length is filled up with a byte that the length leaves out.
    at = body + size + (size & 1);
  }
  // A file that ends with a whole chunk has no sound; of one that goes on, more may come.
  return format && at !== bytes.length ? { format, data: null } : null;
}

/** Null where it is none, or its header is damaged. */
export function wavFormat(bytes: Uint8Array): WavFormat | null {
  const chunks = wavChunks(bytes);
  return chunks && formatOf(chunks);
}

export function formatOf({ format, data }: WavChunks): WavFormat {
  const view = new DataView(format.buffer, format.byteOffset, format.byteLength);
  const short = (offset: number) => (offset + 2 <= format.length ? view.getUint16(offset, true) : 0);
  const tag = short(0);
  return {
    tag: tag === extensible ? short(24) : tag,
    channels: short(2),
    sampleRate: view.getUint32(4, true),
    blockBytes: short(12),
    bits: short(14),
    // How much follows is said before it.
    samplesPerBlock: short(16) >= 2 ? short(18) : 0,
    dataBytes: data?.length ?? 0,
  };
}

/** Four bytes as letters. */
const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

export const adpcmTags = { microsoft: 2, ima: 0x11 } as const;

const names = new Map([
  [adpcmTags.microsoft, "Microsoft ADPCM"],
  [6, "A-law"],
  [7, "µ-law"],
  [adpcmTags.ima, "IMA ADPCM"],
  [0x22, "TrueSpeech"],
  [0x31, "GSM 6.10"],
  [0x40, "G.721 ADPCM"],
  [0x45, "G.726 ADPCM"],
  [0x50, "MPEG audio"],
  [0x55, "MP3"],
  [0xff, "AAC"],
  [0x160, "Windows Media Audio"],
  [0x161, "Windows Media Audio"],
  [0x162, "Windows Media Audio"],
  [0x2000, "AC-3"],
]);

/** "Microsoft ADPCM", "PCM with 24 bits". */
export function wavCodec({ tag, bits }: WavFormat): Said {
  if (tag === 1) return message("reading.pcm", { bits });
  if (tag === 3) return message("reading.floatPcm");
  return names.get(tag) ?? message("reading.codecNumber", { code: `0x${tag.toString(16)}` });
}
