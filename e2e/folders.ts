/** Makes folders of sounds and texts for tests, packed into a zip. */
import { strToU8, zipSync } from "fflate";

interface ZipFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function zip(name: string, files: Readonly<Record<string, Uint8Array | string>>): ZipFile {
  const entries = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? strToU8(content) : content,
    ]),
  );
  return { name, mimeType: "application/zip", buffer: Buffer.from(zipSync(entries)) };
}

/** 16 bits, one channel (http://soundfile.sapp.org/doc/WaveFormat/). `at` gives −1 to 1 at a time in seconds. */
export function wav(seconds: number, at: (time: number) => number, sampleRate = 8000): Uint8Array {
  const samples = Math.round(seconds * sampleRate);
  const bytes = Buffer.alloc(44 + 2 * samples);
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(36 + 2 * samples, 4);
  bytes.write("WAVEfmt ", 8, "latin1");
  bytes.writeUInt32LE(16, 16);
  // Whole numbers, one channel.
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(2 * sampleRate, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(2 * samples, 40);
  for (let i = 0; i < samples; i++) bytes.writeInt16LE(Math.round(32767 * at(i / sampleRate)), 44 + 2 * i);
  return bytes;
}

/** From one frequency evenly to another. */
export const glide = (from: number, to: number, seconds: number) => (time: number) =>
  0.5 * Math.sin(2 * Math.PI * (from * time + ((to - from) * time * time) / (2 * seconds)));
