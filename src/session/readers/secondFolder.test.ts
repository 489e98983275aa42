import { describe, expect, test } from "vitest";
import type { SequencesData } from "../../data/examples";
import { type FilesTrainedOn, filesTrainedOn } from "../../data/filesTrainedOn";
import type { ImageOptions, Pixels } from "../../data/images/imageSequence";
import { joinSecond } from "../../data/joinSecond";
import type { LabelSource } from "../../data/labels/labelSource";
import type { SecondRead } from "../../data/secondFiles";
import { soundFrames } from "../../data/sound/logMel";
import { inEnglish } from "../../words/english";
import type { FolderEvent, FolderSource } from "../folderProtocol";
import type { PictureEvent } from "../pictureProtocol";
import { FolderReader } from "./folderReader";
import { PictureReader } from "./pictureReader";

/** A file's text is the frequency of its tone; what is no number is no sound. */
async function decodeSound(file: Blob): Promise<readonly Float32Array[]> {
  const hertz = Number(await file.text());
  if (Number.isNaN(hertz)) throw new Error("This is no sound.");
  const angle = (2 * Math.PI) / soundFrames.sampleRate;
  return [Float32Array.from({ length: 4000 }, (_, i) => Math.sin(angle * hertz * i))];
}

/** Files say the grey of their left and of their right half. */
async function decodePicture(file: Blob): Promise<Pixels> {
  const [left, right] = (await file.text()).split(" ").map(Number);
  return { width: 2, height: 1, data: [left, left, left, 255, right, right, right, 255] };
}

const file = (path: string, content: string) => ({ path, file: new File([content], path) });
const folder = (name: string, files: ReturnType<typeof file>[]): FolderSource => ({
  kind: "files",
  name,
  files: files.map((one) => ({ ...one, path: `${name}/${one.path}` })),
});

function sounds() {
  const events: FolderEvent[] = [];
  const reader = new FolderReader({ emit: (event) => events.push(event), decode: decodeSound });
  const last = async () => {
    await reader.idle();
    return events.at(-1);
  };
  const first = async (source: FolderSource, labels: LabelSource | null = null): Promise<SequencesData> => {
    reader.handle({ type: "open", readId: 1, source, content: "sounds", labels });
    await reader.idle();
    reader.handle({ type: "prepare", readId: 2, options: { unit: "words" } });
    const event = await last();
    if (event?.type !== "prepared") throw new Error(JSON.stringify(event));
    return event.data;
  };
  const second = (source: FolderSource, trained: FilesTrainedOn) => {
    reader.handle({ type: "second", readId: 3, source, trained });
    return last();
  };
  return { first, second };
}

function pictures() {
  const events: PictureEvent[] = [];
  const reader = new PictureReader({ emit: (event) => events.push(event), decode: decodePicture });
  const last = async () => {
    await reader.idle();
    return events.at(-1);
  };
  const first = async (source: FolderSource, options: ImageOptions): Promise<SequencesData> => {
    reader.handle({ type: "open", readId: 1, source });
    await reader.idle();
    reader.handle({ type: "prepare", readId: 2, options });
    const event = await last();
    if (event?.type !== "prepared") throw new Error(JSON.stringify(event));
    return event.data;
  };
  const second = (source: FolderSource, trained: FilesTrainedOn) => {
    reader.handle({ type: "second", readId: 3, source, trained });
    return last();
  };
  return { first, second };
}

function trainedOf(data: SequencesData): FilesTrainedOn {
  const trained = filesTrainedOn(data);
  if (!trained) throw new Error("It is of a folder.");
  return trained;
}

function readOf(
  event: FolderEvent | PictureEvent | undefined,
): SecondRead & { readonly data: SequencesData } {
  if (event?.type !== "second" || event.read.data?.kind !== "sequences")
    throw new Error(JSON.stringify(event));
  return { ...event.read, data: event.read.data };
}

const tones = [...Array(10).keys()].flatMap((i) => [
  file(`owl/${i}.wav`, `${300 + 10 * i}`),
  file(`wren/${i}.wav`, `${3000 + 100 * i}`),
]);

describe("another folder of sounds", () => {
  test("is heard in the same bands and scaled by the same numbers: the first folder is as it was", async () => {
    const { first, second } = sounds();
    const data = await first(folder("birds", tones));
    const again = readOf(await second(folder("birds", tones), trainedOf(data)));
    expect(again.data.inputs).toEqual(data.inputs);
    expect(again.data.answers).toEqual(data.answers);
    expect(again.data.names).toEqual(data.names);
    expect(again.data).toMatchObject({ input: data.input, answer: data.answer, lengths: data.lengths });
    expect([again.data.train.length, again.data.heldOut.length]).toEqual([0, 20]);
    expect(again.notes.map(inEnglish)).toEqual([
      "20\u00a0sounds to be answered, 20 of them with a label that the network knows.",
    ]);
    // Behind what was trained on, it is measured as what is held out.
    const joined = joinSecond(data, again.data);
    expect(joined.kind === "sequences" && [...joined.heldOut]).toEqual(
      [...Array(20).keys()].map((i) => 20 + i),
    );
  });

  test("has its labels in folders in folders, whichever of them the network knows", async () => {
    const { first, second } = sounds();
    const data = await first(
      folder(
        "birds",
        tones.map((one) => ({ ...one, path: one.path.replace("/", "/2021/") })),
      ),
    );
    expect(data.answer).toMatchObject({ labels: ["owl", "wren"] });
    expect(data.files).toEqual({ kind: "sounds", labels: null });
    const others = ["owl/2023/a.wav", "new/wren/b.wav", "crow/c.wav", "owl/wren/d.wav"];
    const read = readOf(
      await second(
        folder(
          "wren",
          others.map((path) => file(path, "500")),
        ),
        trainedOf(data),
      ),
    );
    const answers = new Map(read.data.names.map((name, i) => [name, read.data.answers[i]]));
    expect(Object.fromEntries(answers)).toEqual({
      "owl/2023/a.wav": 0,
      "wren/b.wav": 1,
      "crow/c.wav": -1,
      "wren/d.wav": 1,
    });
  });

  test("is not heard above what the first has", async () => {
    const { first, second } = sounds();
    const low = tones.filter(({ path }) => path.startsWith("owl"));
    const low2 = low.map((one) => ({ ...one, path: one.path.replace("owl", "dove") }));
    const lower = low2.map(({ path }, i) => file(path, `${200 + 3 * i}`));
    const data = await first(folder("birds", [...low, ...lower]));
    const heard = data.input.kind === "features" && data.input.display.kind === "spectrogram";
    expect(heard).toBe(true);
    const trained = trainedOf(data);
    const bands = trained.input.display.kind === "spectrogram" ? trained.input.display.heardBands : 0;
    expect(bands).toBeLessThan(soundFrames.bands);
    const { data: high } = readOf(await second(folder("new", [file("owl/a.wav", "7000")]), trained));
    const empty = readOf(await second(folder("new", [file("owl/a.wav", "300")]), trained)).data;
    const M = soundFrames.bands;
    for (let t = 0; t < high.lengths[0]; t++)
      expect(high.inputs.subarray(t * M + bands, (t + 1) * M)).toEqual(
        empty.inputs.subarray(t * M + bands, (t + 1) * M),
      );
  });

  test("says what is new, missing or unread, and answers what has no label", async () => {
    const { first, second } = sounds();
    const data = await first(folder("birds", tones));
    const others = folder("new", [
      ...[file("lone.wav", "500"), file("owl/x.wav", "320"), file("crow/y.wav", "900")],
      ...[file("owl/broken.wav", "?"), file("notes.txt", "none of them")],
    ]);
    const { notes, data: read } = readOf(await second(others, trainedOf(data)));
    expect(read.names).toEqual(["crow/y.wav", "new/lone.wav", "owl/x.wav"]);
    expect([...read.answers]).toEqual([-1, -1, 0]);
    expect(notes.map(inEnglish)).toEqual([
      "3\u00a0sounds to be answered, 1 of them with a label that the network knows.",
      "1\u00a0file without a label: the answer is compared with nothing.",
      "1\u00a0label that the network cannot answer, which nothing is measured on: “crow”.",
      expect.stringContaining("owl/broken.wav"),
    ]);
    expect(await second(folder("new", [file("notes.txt", "")]), trainedOf(data))).toMatchObject({
      type: "refused",
      readId: 3,
    });
  });

  test("has its labels by the rule of the first: in a part of the name, or in a list of that name", async () => {
    const { first, second } = sounds();
    const named = (kind: string, at: number) =>
      [...Array(4).keys()].map((i) => file(`${i}_${kind}.wav`, `${at + 50 * i}`));
    const parts = [...named("owl", 300), ...named("wren", 3000)];
    const byName = await first(folder("birds", parts), { kind: "namePart", part: 1 });
    const flat = folder("evening", [
      file("17_wren.wav", "3100"),
      file("18_owl.wav", "310"),
      file("19.wav", "400"),
    ]);
    expect([...readOf(await second(flat, trainedOf(byName))).data.answers]).toEqual([1, 0, -1]);
    const list = (rows: readonly string[]) => file("labels.csv", `file,bird\n${rows.join("\n")}\n`);
    const rows = parts.map(({ path }) => `${path},${path.slice(2, -4)}`);
    const byList = await first(folder("birds", [...parts, list(rows)]), {
      ...{ kind: "list", path: "birds/labels.csv", column: "bird" },
    });
    const listed = folder("evening", [
      file("a.wav", "3100"),
      file("b.wav", "310"),
      list(["a.wav,wren", "b.wav,owl"]),
    ]);
    expect([...readOf(await second(listed, trainedOf(byList))).data.answers]).toEqual([1, 0]);
  });
});

describe("another folder of pictures", () => {
  const animals = folder(
    "animals",
    ["cat", "dog"].flatMap((label, k) =>
      Array.from({ length: 10 }, (_, i) => file(`${label}/${i}.png`, `${10 * i} ${255 * k}`)),
    ),
  );
  const options: ImageOptions = { width: 2, height: 3, colour: "colour", steps: "columns", fit: "stretch" };

  test("is brought to the same size and scaled by the same numbers", async () => {
    const { first, second } = pictures();
    const data = await first(animals, options);
    expect(data.files).toEqual({ kind: "pictures", labels: null, options });
    const trained = trainedOf(data);
    const again = readOf(await second(animals, trained));
    expect(again.data.inputs).toEqual(data.inputs);
    expect(again.data.answers).toEqual(data.answers);
    const { data: one, notes } = readOf(await second(folder("dog", [file("a.png", "0 255")]), trained));
    // The folder itself is a label where the network knows it.
    expect([...one.answers]).toEqual([1]);
    expect([...one.lengths]).toEqual([2]);
    const at = data.names.indexOf("dog/0.png");
    expect(one.inputs).toEqual(data.inputs.subarray(at * 18, (at + 1) * 18));
    expect(notes.map(inEnglish)).toEqual([
      "1\u00a0picture to be answered, 1 of them with a label that the network knows.",
    ]);
  });

  test("is none for what is no folder", async () => {
    const { files: _, ...plain } = await pictures().first(animals, options);
    expect(filesTrainedOn(plain)).toBeNull();
  });
});
