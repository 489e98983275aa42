/** Small sound files of each kind, of which bad ones are made. */
import { strToU8, zipSync } from "fflate";
import { png } from "../../e2e/folders";
import { imaWav, littleEndian, wavFile } from "../../src/data/sound/testing";
import { workbookFiles } from "../../src/data/table/forms/testing";
import { streamedZip } from "../../src/data/zip/testing";

export const fileKinds = ["CSV", "JSON", "ARFF", "ts", "xlsx", "text", "zip", "WAV", "PNG"] as const;
export type FileKindName = (typeof fileKinds)[number];

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const wave = (i: number) => Math.round(1000 * Math.sin(i / 3)) / 100;

const csvs = [
  `date,sales,shop\n${range(60)
    .map(
      (i) =>
        `2020-${String(1 + Math.floor(i / 28)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")},${wave(i)},${"ab"[i % 2]}`,
    )
    .join("\n")}\n`,
  `"name";"x";"class"\r\n${range(40)
    .map((i) => `"item, ${i}";${String(wave(i)).replace(".", ",")};${i % 3 ? "yes" : "no"}`)
    .join("\r\n")}`,
  `text\tlabel\n${range(40)
    .map((i) => `The ${i}th word is ${["good", "bad"][i % 2]}\t${["+", "-"][i % 2]}`)
    .join("\n")}\n`,
  range(30)
    .map((i) =>
      range(6)
        .map((j) => wave(i * j))
        .concat(i % 2)
        .join(","),
    )
    .join("\n"),
];

const records = range(60).map((i) => ({
  day: `2020-${String(1 + Math.floor(i / 28)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`,
  sales: { total: wave(i), at: i % 7 === 0 ? null : "shop" },
}));

const jsons = [
  records.map((record) => JSON.stringify(record)).join("\n"),
  JSON.stringify(records, null, 1),
  JSON.stringify({ title: "x", data: range(40).map((i) => ({ x: wave(i), y: i % 3 })) }),
  JSON.stringify({ x: range(40).map(wave), y: range(40) }),
];

const arffs = [
  `% made\n@RELATION r\n@ATTRIBUTE x NUMERIC\n@ATTRIBUTE 'the kind' {a,"b c"}\n@DATA\n${range(40)
    .map((i) => `${wave(i)},${i % 2 ? "a" : "'b c'"}`)
    .join("\n")}\n{0 3}\n`,
];

const series = [
  ["@univariate true\n@equalLength true", 1],
  ["@univariate false", 2],
].map(
  ([about, dimensions]) =>
    `#made\n@problemName x\n${about}\n@classLabel true a b\n@data\n${range(24)
      .map(
        (i) =>
          `${Array(dimensions)
            .fill(
              range(9)
                .map((t) => wave(i + t))
                .join(","),
            )
            .join(":")}:${"ab"[i % 2]}`,
      )
      .join("\n")}\n`,
);

/** The parts of a workbook. */
export const book = workbookFiles({
  Data: [
    ["day", "value", "kind"],
    ...range(40).map((i) => [{ serial: 45292 + i }, wave(i), ["x", "y"][i % 2]]),
  ],
});

const texts = [
  "The cat sat on the mat, and the dog sat too.\n".repeat(20),
  "Größe, naïve café — “quoted” 漢字 かな 👩‍👩‍👧‍👦 مرحبا\r\n".repeat(12),
];

const letters = Object.fromEntries(
  range(3).flatMap((i) => [
    [`letters/kind/${i}.txt`, `Thank you for letter ${i}. `.repeat(3 + i)],
    [`letters/harsh/${i}.txt`, `Do not write letter ${i} to me. `.repeat(3 + i)],
  ]),
);

const packed = (level: 0 | 9) =>
  zipSync(
    Object.fromEntries(Object.entries(letters).map(([path, text]) => [path, [strToU8(text), { level }]])),
  );

const samples = 800;
const noise = (count: number) => Uint8Array.from(range(count), (i) => (i * i * 31 + i * 7) & 0xff);
const tone = (step: number) =>
  wavFile({
    tag: 1,
    blockBytes: 2,
    bits: 16,
    data: new Uint8Array(Int16Array.from(range(samples), (i) => 9000 * Math.sin(i / step)).buffer),
  });

/** 16 bits, 64 bits, IMA and Microsoft ADPCM; a tone each, and for ADPCM any bytes. */
const wavs = [
  tone(5),
  wavFile({
    tag: 3,
    blockBytes: 8,
    bits: 64,
    data: new Uint8Array(Float64Array.from(range(samples), (i) => 0.3 * Math.sin(i / 5)).buffer),
  }),
  imaWav(256, noise(1024)),
  wavFile({
    tag: 2,
    blockBytes: 256,
    bits: 4,
    more: [...littleEndian(4, 2), ...littleEndian(500, 2), 0, 0],
    data: noise(1024),
  }),
];

export const originals: Readonly<Record<FileKindName, readonly Uint8Array[]>> = {
  CSV: csvs.map((text) => strToU8(text)),
  JSON: jsons.map((text) => strToU8(text)),
  ARFF: arffs.map((text) => strToU8(text)),
  ts: series.map((text) => strToU8(text)),
  xlsx: [book["xl/worksheets/sheet1.xml"], zipSync(book)],
  text: texts.map((text) => strToU8(text)),
  zip: [packed(0), packed(9), streamedZip(letters)],
  WAV: wavs,
  PNG: [png(8, 8, (x, y) => 3 * (9 * y + x + 1))],
};

/** Whole ones, no two of them alike as sounds. */
export const companions: Readonly<Record<"WAV" | "PNG", readonly Uint8Array[]>> = {
  WAV: [2, 3, 4, 6].map(tone),
  PNG: Array(4).fill(originals.PNG[0]),
};
