/** Makes files for tests: sounds, pictures and texts, packed into a zip, and a table. */
import { deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { wavFile } from "../src/data/sound/testing";
import { crc32 } from "../src/data/zip/crc32";

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

/** 16 bits, one channel. `at` gives −1 to 1 at a time in seconds. */
export function wav(seconds: number, at: (time: number) => number, sampleRate = 8000): Uint8Array {
  const samples = Math.round(seconds * sampleRate);
  const data = Buffer.alloc(2 * samples);
  for (let i = 0; i < samples; i++) data.writeInt16LE(Math.round(32767 * at(i / sampleRate)), 2 * i);
  return wavFile({ tag: 1, sampleRate, blockBytes: 2, bits: 16, data });
}

/** From one frequency evenly to another. */
export const glide = (from: number, to: number, seconds: number) => (time: number) =>
  0.5 * Math.sin(2 * Math.PI * (from * time + ((to - from) * time * time) / (2 * seconds)));

/** A grey PNG (https://www.w3.org/TR/png/): `grey` gives 0 to 255 of each pixel. */
export function png(width: number, height: number, grey: (x: number, y: number) => number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, grey.
  header[8] = 8;
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = grey(x, y);
  }
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(rows)),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, "latin1");
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** One column of numbers. */
export const smallTable = {
  name: "wave.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`x\n${Array.from({ length: 60 }, (_, i) => Math.sin(i / 3).toFixed(3)).join("\n")}\n`),
};
