/** What a file of sound is packed with, for people whose browser cannot decode it. */

import { type Message, message, type Said } from "../../words/message";
import { binaryKind } from "../binaryKind";
import { fileBytes } from "../fileBytes";
import { wavChunks, wavCodec, wavFormat } from "./wavFormat";

/** What `soundFormat` looks at. */
export const soundBeginningBytes = 64 * 1024;

const beginnings: readonly (readonly [bytes: string, format: string])[] = [
  ["fLaC", "FLAC"],
  ["ID3", "MP3"],
  ["\xff\xfb", "MP3"],
  ["\xff\xf3", "MP3"],
  ["\xff\xf2", "MP3"],
  ["\xff\xf1", "AAC"],
  ["\xff\xf9", "AAC"],
  [".snd", "AU"],
  ["caff", "Core Audio (CAF)"],
  ["#!AMR", "AMR"],
  ["FORM", "AIFF"],
  ["\x30\x26\xb2\x75", "Windows Media Audio"],
  ["\x1a\x45\xdf\xa3", "WebM"],
];
const inOgg = ["Vorbis", "Opus", "FLAC", "Speex"];
/** Their names stand in the description of samples (https://mp4ra.org/registered-types/sampleentries). */
const inMp4 = new Map([
  ["mp4a", "AAC"],
  ["alac", "Apple Lossless"],
  ["ac-3", "AC-3"],
  ["ec-3", "E-AC-3"],
  ["ac-4", "AC-4"],
  ["samr", "AMR"],
  ["Opus", "Opus"],
  ["fLaC", "FLAC"],
]);

/** "Microsoft ADPCM in a WAV file"; null where the first bytes tell nothing. */
export function soundFormat(beginning: Uint8Array): Said | null {
  const wav = wavFormat(beginning);
  if (wav) return message("reading.inWav", { codec: wavCodec(wav) });
  const text = new TextDecoder("latin1").decode(beginning);
  if (binaryKind(beginning) === "wav") return message("reading.damagedWav");
  if (text.startsWith("OggS")) {
    const codec = inOgg.find((name) => text.slice(0, 200).toLowerCase().includes(name.toLowerCase()));
    return codec ? message("reading.inOgg", { codec }) : message("reading.ogg");
  }
  if (text.startsWith("ftyp", 4)) {
    const [, codec] = [...inMp4].find(([name]) => text.includes(name)) ?? [];
    return codec ? message("reading.inMp4", { codec }) : message("reading.mp4");
  }
  if (text.startsWith("MThd")) return message("reading.midi");
  return beginnings.find(([bytes]) => text.startsWith(bytes))?.[1] ?? null;
}

/** Whether a whole file is nothing, or a WAV header before nothing, as of a recording that was stopped at once. */
const isEmpty = (bytes: Uint8Array) => bytes.length === 0 || wavChunks(bytes)?.data?.length === 0;

/** Why a file is not heard that the browser did not decode. */
export async function soundProblem(file: Blob, name: Said): Promise<Message> {
  const beginning = await fileBytes(file.slice(0, soundBeginningBytes));
  if (beginning.length === file.size && isEmpty(beginning)) return message("files.soundEmpty", { name });
  const format = soundFormat(beginning);
  if (format === null) return message("reading.damagedSound", { name });
  return message("reading.unknownSound", { name, format });
}
