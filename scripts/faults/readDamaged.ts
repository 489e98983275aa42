/** What the page does with a file that may be damaged, without the page: the same readers, and decoders in the browser's place. */
import { zipSync } from "fflate";
import { type ExampleData, examplesOf } from "../../src/data/exampleData";
import { kindOfFile } from "../../src/data/fileKind";
import type { Pixels } from "../../src/data/images/imageSequence";
import { wavFormat } from "../../src/data/sound/wavFormat";
import { nothingToAsk } from "../../src/data/table/nothingToAsk";
import type { Random } from "../../src/random";
import { readDataset } from "../../src/session/engine/readDataset";
import type { FolderContent, FolderEvent, FolderFile, FolderSource } from "../../src/session/folderProtocol";
import type { PictureEvent } from "../../src/session/pictureProtocol";
import { FolderReader } from "../../src/session/readers/folderReader";
import { PictureReader } from "../../src/session/readers/pictureReader";
import { TableReader } from "../../src/session/readers/tableReader";
import type { TableEvent } from "../../src/session/tableProtocol";
import { defaultImageOptions } from "../../src/store/imports/pictureImport";
import { inEnglish } from "../../src/words/english";
import type { Said } from "../../src/words/message";
import { book, companions, type FileKindName } from "./originals";

export type Outcome =
  | { readonly kind: "read" }
  | { readonly kind: "refused"; readonly problem: string }
  | { readonly kind: "crashed"; readonly error: string }
  | { readonly kind: "endless" };

type Read = (bytes: Uint8Array<ArrayBuffer>, random: Random) => Promise<Outcome>;

/** What readers say of errors that they did not foresee. */
const unforeseen = /(could not be (read|unpacked)): (?!The )/;

function outcomeOfSaid(
  said: { readonly problem: Said } | { readonly data: ExampleData } | undefined,
): Outcome {
  if (!said) return { kind: "crashed", error: "Nothing was said." };
  const words =
    "problem" in said
      ? inEnglish(said.problem)
      : said.data.kind === "task"
        ? ""
        : said.data.decisions.map(inEnglish).join(" ");
  if (unforeseen.test(words)) return { kind: "crashed", error: words };
  if ("problem" in said) return { kind: "refused", problem: inEnglish(said.problem) };
  return sound(said.data);
}

/** Whether all of it can be trained on. */
function sound(data: ExampleData): Outcome {
  const examples = examplesOf(data, 8);
  if (!examples.ok) return { kind: "refused", problem: inEnglish(examples.problem) };
  const { train, heldOut, example } = examples.value;
  for (const index of [0, train - 1, train, train + heldOut - 1]) {
    if (index < 0 || index >= train + heldOut) continue;
    const { input, answer } = example(index);
    const answers = typeof answer === "number" ? [answer] : answer;
    if (![...input, ...answers].every(Number.isFinite))
      return { kind: "crashed", error: `Example ${index} has a number that is not finite.` };
  }
  return { kind: "read" };
}

const readTableOf =
  (name: string): Read =>
  async (bytes) => {
    const events: TableEvent[] = [];
    const reader = new TableReader((event) => events.push(event));
    const file = new File([bytes], name);
    await kindOfFile(file);
    reader.handle({ type: "open", readId: 1, file });
    await reader.idle();
    const opened = events.find((event) => event.type === "opened");
    if (!opened) return outcomeOfSaid(events.find((event) => event.type === "refused"));
    const { questions, options, preview } = opened;
    if (questions.length === 0) return outcomeOfSaid({ problem: nothingToAsk(preview) });
    let last: Outcome = { kind: "read" };
    for (const question of questions) {
      events.length = 0;
      reader.handle({ type: "check", readId: 2, question, options });
      await reader.idle();
      reader.handle({ type: "prepare", readId: 3, question, options });
      await reader.idle();
      last = outcomeOfSaid(events.find((event) => event.type === "prepared" || event.type === "refused"));
      if (last.kind === "crashed") return last;
    }
    return last;
  };

const readText: Read = async (bytes) => {
  const file = new File([bytes], "text.txt");
  await kindOfFile(file);
  for (const unit of ["characters", "words"] as const) {
    const read = await readDataset({ kind: "file", file, unit }, async () => "");
    if (!read.ok) return { kind: "refused", problem: inEnglish(read.problem) };
  }
  return { kind: "read" };
};

async function readFolder(source: FolderSource, content: FolderContent): Promise<Outcome> {
  const events: FolderEvent[] = [];
  const reader = new FolderReader({ emit: (event) => events.push(event), decode: decodePlainWav });
  reader.handle({ type: "open", readId: 1, source, content });
  await reader.idle();
  const asked = events.find((event) => event.type === "asked");
  if (asked) {
    reader.handle({ type: "open", readId: 1, source, content, labels: asked.options[0].source });
    await reader.idle();
  }
  reader.handle({ type: "prepare", readId: 2, options: { unit: "words" } });
  await reader.idle();
  return outcomeOfSaid(events.find((event) => event.type === "prepared" || event.type === "refused"));
}

/** In the browser's place: whole numbers of 16 bits, as far as the file goes. */
async function decodePlainWav(file: Blob): Promise<readonly Float32Array[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = wavFormat(bytes);
  if (format?.tag !== 1 || format.bits !== 16 || format.channels < 1 || format.channels > 32)
    throw new Error("No sound.");
  const samples = new Int16Array(bytes.buffer.slice(44, 44 + 2 * Math.floor(format.dataBytes / 2)));
  const { channels } = format;
  const length = Math.floor(samples.length / channels);
  return Array.from({ length: channels }, (_, c) =>
    Float32Array.from({ length }, (_, i) => samples[i * channels + c] / 32768),
  );
}

/** The one beside four whole ones of two labels, so that the rest can be read where it cannot. */
function beside(bytes: Uint8Array<ArrayBuffer>, kind: "WAV" | "PNG", extension: string): FolderSource {
  const file = (path: string, content: Uint8Array): FolderFile => ({
    path,
    file: new File([content.slice()], path),
  });
  const whole = ["a/1", "a/2", "b/1", "b/2"].map((name, i) =>
    file(`x/${name}.${extension}`, companions[kind][i]),
  );
  return { kind: "files", name: "x", files: [...whole, file(`x/a/bad.${extension}`, bytes)] };
}

/** In the browser's place: it throws, or gives a picture of any size. */
const decodeAny = (random: Random) => async (): Promise<Pixels> => {
  if (random.uniform() < 0.2) throw new Error("No picture.");
  const side = () => [1, 2, 7, 64, 512][random.integer(0, 4)];
  const [width, height, first] = [side(), side(), random.integer(0, 255)];
  return {
    width,
    height,
    data: new Uint8Array(4 * width * height).map((_, i) => (i * i + first) & 255),
  };
};

const readPictures: Read = async (bytes, random) => {
  const events: PictureEvent[] = [];
  const reader = new PictureReader({ emit: (event) => events.push(event), decode: decodeAny(random) });
  const options = { ...defaultImageOptions, width: random.integer(1, 9), height: random.integer(1, 9) };
  await kindOfFile(new File([bytes], "picture.png"));
  reader.handle({ type: "open", readId: 1, source: beside(bytes, "PNG", "png") });
  await reader.idle();
  reader.handle({ type: "preview", readId: 2, options });
  await reader.idle();
  reader.handle({ type: "prepare", readId: 3, options });
  await reader.idle();
  return outcomeOfSaid(events.find((event) => event.type === "prepared" || event.type === "refused"));
};

const isArchive = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;
const bookAround = (sheet: Uint8Array): Uint8Array<ArrayBuffer> =>
  zipSync({ ...book, "xl/worksheets/sheet1.xml": sheet }).slice();

export const readers: Readonly<Record<FileKindName, Read>> = {
  CSV: readTableOf("table.csv"),
  JSON: readTableOf("table.json"),
  ARFF: readTableOf("table.arff"),
  ts: readTableOf("series.ts"),
  // The archive around a sheet has checksums: within, the sheet alone is damaged.
  xlsx: (bytes, random) => readTableOf("book.xlsx")(isArchive(bytes) ? bytes : bookAround(bytes), random),
  text: readText,
  zip: async (bytes) => {
    const file = new File([bytes], "letters.zip");
    await kindOfFile(file);
    return readFolder({ kind: "zip", file }, "texts");
  },
  WAV: (bytes) => readFolder(beside(bytes, "WAV", "wav"), "sounds"),
  PNG: readPictures,
};
