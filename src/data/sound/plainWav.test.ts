import { describe, expect, it, vi } from "vitest";
import { message, type Said } from "../../words/message";
import { decodeAnyWav } from "./decodeAnyWav";
import { plainWav } from "./plainWav";
import { soundBeginningBytes, soundFormat, soundProblem } from "./soundFormat";
import { imaWav, littleEndian, wavFile } from "./testing";
import { wavFormat } from "./wavFormat";

/** The samples of a file of 16 bits. */
async function samplesOf(wav: Uint8Array): Promise<number[] | null> {
  const plain = await plainWav(wav);
  if (plain === null) return null;
  expect(wavFormat(plain)).toMatchObject({ tag: 1, bits: 16 });
  return Array.from(new Int16Array(plain.buffer, 44));
}

/** 1000, and four steps up: the sizes of the steps are 7, 16, 34 and 73 (IMA's recommended practices, 1992). */
const imaBlock = Uint8Array.of(...littleEndian(1000, 2), 0, 0, 0x77, 0x77);
const ima = imaWav(6, imaBlock);
/** What `soundProblem` reads of it ends within the note. */
const farIma = imaWav(6, imaBlock, soundBeginningBytes);
const microsoft = (blockBytes: number, perBlock: number, data: readonly number[], channels = 1) =>
  wavFile({
    tag: 2,
    channels,
    blockBytes,
    bits: 4,
    more: [...littleEndian(4, 2), ...littleEndian(perBlock, 2), ...littleEndian(0, 2)],
    data: Uint8Array.from(data),
  });
const doubles = (values: readonly number[]) => new Uint8Array(Float64Array.from(values).buffer);

describe("plainWav", () => {
  it("decodes IMA ADPCM", async () => {
    expect(await samplesOf(ima)).toEqual([1000, 1013, 1043, 1106, 1242]);
  });

  it.each([5, 6])("finds the sound behind a chunk of %i bytes", async (noteBytes) => {
    expect(await samplesOf(imaWav(6, imaBlock, noteBytes))).toEqual([1000, 1013, 1043, 1106, 1242]);
  });

  it("cuts what is longer than what is heard of it", async () => {
    const rate = 96_000;
    const minute = (channels: number) =>
      wavFile({
        tag: 3,
        channels,
        sampleRate: rate,
        blockBytes: 8 * channels,
        bits: 64,
        data: new Uint8Array(8 * channels * 60 * rate),
      });
    expect((await samplesOf(minute(1)))?.length).toBe(21 * rate);
    expect(await plainWav(minute(6))).toBeNull();
  });

  it("decodes Microsoft's ADPCM", async () => {
    // The first coefficients repeat the sample before: 200, then 200 + 1·16, and 216 - 1·16.
    const block = [0, ...littleEndian(16, 2), ...littleEndian(200, 2), ...littleEndian(100, 2), 0x1f];
    expect(await samplesOf(microsoft(8, 4, block))).toEqual([100, 200, 216, 200]);
  });

  it("decodes numbers of 64 bits, made smaller together where they are beyond 1", async () => {
    const float64 = (values: readonly number[]) =>
      wavFile({ tag: 3, blockBytes: 8, bits: 64, data: doubles(values) });
    expect(await samplesOf(float64([0, 0.5, -0.25]))).toEqual([0, 16384, -8192]);
    expect(await samplesOf(float64([2, -1, 0.5]))).toEqual([32767, -16383, 8192]);
  });

  it("takes no header by its word that asks for more than the file can hold", async () => {
    const hostile = [
      // More samples than the bytes of a block have.
      microsoft(8, 65_535, [0, 0, 0, 0, 0, 0, 0, 0]),
      wavFile({ tag: 0x11, blockBytes: 1, bits: 4, more: [2, 0, 0xff, 0xff], data: new Uint8Array(1000) }),
      wavFile({ tag: 0x11, blockBytes: 4, bits: 4, more: [0, 0], data: new Uint8Array(1000) }),
      // That 5 samples are in a block stands behind what says that nothing follows.
      wavFile({ tag: 0x11, blockBytes: 6, bits: 4, more: [0, 0, 5, 0], data: imaBlock }),
      // Its codec would stand within the sound: IMA ADPCM.
      wavFile({
        tag: 0xfffe,
        blockBytes: 4,
        bits: 4,
        data: Uint8Array.from(Array(64).fill([0x11, 0]).flat()),
      }),
      microsoft(70, 2, Array(70).fill(0), 10),
      wavFile({ tag: 3, blockBytes: 8, bits: 64, channels: 0, data: doubles([1]) }),
      wavFile({ tag: 3, blockBytes: 1, bits: 64, channels: 9, data: doubles([1]) }),
      wavFile({ tag: 3, blockBytes: 0, bits: 64, data: doubles([1]) }),
      wavFile({ tag: 3, blockBytes: 1, bits: 8, channels: 60_000, data: doubles([1]) }),
      wavFile({ tag: 3, blockBytes: 8, bits: 64, sampleRate: 0, data: doubles([1]) }),
      wavFile({ tag: 0x31, blockBytes: 65, bits: 0, data: new Uint8Array(65) }),
      Uint8Array.from(ima.subarray(0, 30)),
      new TextEncoder().encode("no sound at all"),
    ];
    for (const wav of hostile) expect(await plainWav(wav)).toBeNull();
  });
});

describe("decodeAnyWav", () => {
  const browser = vi.fn(async (file: Blob) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (wavFormat(bytes)?.tag !== 1) throw new DOMException("Unable to decode audio data", "EncodingError");
    return bytes.length;
  });

  it("lets the browser decode what it can, and converts what it cannot", async () => {
    browser.mockClear();
    const plain = wavFile({ tag: 1, blockBytes: 2, bits: 16, data: new Uint8Array(6) });
    expect(await decodeAnyWav(new Blob([plain]), browser)).toBe(50);
    expect(browser).toHaveBeenCalledOnce();
    expect(await decodeAnyWav(new Blob([ima]), browser)).toBe(44 + 2 * 5);
  });

  it("gives the browser's reason for what is neither", async () => {
    for (const text of ["ID3\x03…", "RIFF", ""])
      await expect(decodeAnyWav(new Blob([text]), browser)).rejects.toThrow("Unable to decode audio data");
  });
});

it.each<[string, BlobPart, Said]>([
  [
    "x.wav",
    wavFile({ tag: 0x31, blockBytes: 65, bits: 0, data: new Uint8Array(65) }),
    message("reading.inWav", { codec: "GSM 6.10" }),
  ],
  ["x.wav", ima, message("reading.inWav", { codec: "IMA ADPCM" })],
  ["x.wav", imaWav(6, imaBlock, 5), message("reading.inWav", { codec: "IMA ADPCM" })],
  ["x.wav", ima.subarray(0, ima.length - 14), message("reading.damagedWav")],
  [
    "x.wav",
    wavFile({ tag: 0x4321, blockBytes: 1, bits: 8, data: new Uint8Array(1) }),
    message("reading.inWav", { codec: message("reading.codecNumber", { code: "0x4321" }) }),
  ],
  // The codec within an "extensible" header: its number begins the name of its subformat.
  [
    "x.wav",
    wavFile({
      tag: 0xfffe,
      blockBytes: 3,
      bits: 24,
      more: [22, 0, 24, 0, 4, 0, 0, 0, 1, 0, ...Array(14).fill(0)],
      data: new Uint8Array(3),
    }),
    message("reading.inWav", { codec: message("reading.pcm", { bits: 24 }) }),
  ],
  ["x.wav", "RIFF\0\0\0\0WAVEjunk", message("reading.damagedWav")],
  ["x.ogg", `OggS${"\0".repeat(24)}\x01vorbis`, message("reading.inOgg", { codec: "Vorbis" })],
  ["x.ogg", `OggS${"\0".repeat(24)}Speex   `, message("reading.inOgg", { codec: "Speex" })],
  [
    "x.m4a",
    `\0\0\0 ftypM4A ${"\0".repeat(99)}stsd…alac`,
    message("reading.inMp4", { codec: "Apple Lossless" }),
  ],
  ["x.mp3", "ID3\x04", "MP3"],
  ["x.flac", "fLaC", "FLAC"],
])("names what a sound is packed with: %s", async (name, content, format) => {
  const file = new Blob([content]);
  expect(soundFormat(new Uint8Array(await file.arrayBuffer()))).toEqual(format);
  expect(await soundProblem(file, name)).toEqual(message("reading.unknownSound", { name, format }));
});

it("names a codec whose sound begins behind what is looked at", async () => {
  const format = message("reading.inWav", { codec: "IMA ADPCM" });
  expect(await soundProblem(new Blob([farIma]), "x.wav")).toEqual(
    message("reading.unknownSound", { name: "x.wav", format }),
  );
});

it("tells what is empty from what is damaged", async () => {
  const empty = message("files.soundEmpty", { name: "x.wav" });
  const header = wavFile({ tag: 1, sampleRate: 8000, blockBytes: 2, bits: 16, data: new Uint8Array(0) });
  for (const content of [new Blob([]), new Blob([header])])
    expect(await soundProblem(content, "x.wav")).toEqual(empty);
  const cut = new Blob([header.subarray(0, 30)]);
  expect(await soundProblem(cut, "x.wav")).not.toEqual(empty);
});

it("says no more of what is unknown than that it is", async () => {
  expect(await soundProblem(new Blob(["?"]), "x.wav")).toEqual(
    message("reading.damagedSound", { name: "x.wav" }),
  );
});
