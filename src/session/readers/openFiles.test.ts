import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { WantedFiles } from "../../data/labelledFiles";
import type { LabelSource } from "../../data/labels/labelSource";
import { archiveOf, CountedFile, changedZip, lock, setSize, streamedZip } from "../../data/zip/testing";
import { type Message, message, sentences } from "../../words/message";
import { openFiles } from "./openFiles";

const pictures: WantedFiles = { noun: "picture", extensions: ["png", "jpg"] };
const sounds: WantedFiles = { noun: "sound", extensions: ["wav"] };
const tables: WantedFiles = { noun: "table", extensions: ["csv", "tsv"] };
const withWayOut = (problem: Message) =>
  sentences([problem, message("reading.wayOut", { noun: "picture", extensions: ["png", "jpg"] })]);

const openZip = (file: File) => openFiles({ kind: "zip", file }, pictures, new AbortController().signal);

/** Files of a folder, with a text in each. */
async function openFolder(
  files: Readonly<Record<string, string>>,
  wanted: WantedFiles,
  labels: LabelSource | null = null,
) {
  const given = Object.entries(files).map(([path, text]) => ({ path, file: new File([text], path) }));
  const source = { kind: "files", name: "x", files: given } as const;
  const opened = await openFiles(source, wanted, new AbortController().signal, labels);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

const optionsOf = async (files: Readonly<Record<string, string>>, wanted: WantedFiles) => {
  const opened = await openFolder(files, wanted);
  return "options" in opened ? opened.options : [];
};

const itemsOf = async (...of: Parameters<typeof openFolder>) => {
  const opened = await openFolder(...of);
  return "options" in opened ? [] : opened.items.map(({ path, label }) => [path, label]);
};

const texts = { noun: "text", extensions: ["txt"] } as const;
const megabyte = 2 ** 20;

it.each([
  [
    "between the files",
    [streamedZip(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`a/${i}`, "x"])))],
  ],
  // Its end is looked for up to the end of the archive.
  [
    "within a file",
    [streamedZip({ "a/1.txt": "x" }).subarray(0, 40), ...Array(16).fill(new Uint8Array(megabyte))],
  ],
])("searches a damaged zip no further once it is told to stop: %s", async (_, parts) => {
  const stop = new AbortController();
  let stoppedAt = 0;
  const file = new CountedFile(
    parts.map((part) => part.slice()),
    (readBytes) => {
      // What looks for a table of contents has read 64 KB.
      if (readBytes < 100_000 || stop.signal.aborted) return;
      stoppedAt = readBytes;
      stop.abort(new Error("Stopped."));
    },
  );
  await expect(openFiles({ kind: "zip", file }, texts, stop.signal)).rejects.toThrow("Stopped.");
  expect(file.readBytes - stoppedAt).toBeLessThan(megabyte / 4);
});

describe("folders in folders", () => {
  const files = (...folders: readonly string[]) =>
    Object.fromEntries(
      folders.flatMap((one) => ["1.png", "2.png"].map((name) => [`x/${one}/${name}`, name])),
    );

  it("have the labels of the level that tells classes apart, which is said", async () => {
    const opened = await openFolder(files("cats/2021", "cats/2022", "dogs/2021"), pictures);
    expect(opened).toMatchObject({
      labels: ["cats", "dogs"],
      decisions: [
        message("reading.found", { noun: "picture", files: 6, folders: 2 }),
        message("reading.folderFurtherOut", { path: "x/cats/2021/1.png", label: "cats" }),
      ],
    });
  });

  it("are asked about where nobody can know, and read as somebody says", async () => {
    const pets = files("cats/persian", "dogs/poodle", "dogs/pug");
    const [inner, outer] = await optionsOf(pets, pictures);
    expect([inner.labels, outer.labels]).toEqual([3, 2]);
    const labels = async (source: LabelSource) =>
      new Set((await itemsOf(pets, pictures, source)).map(([, one]) => one));
    expect(await labels(inner.source)).toEqual(new Set(["persian", "poodle", "pug"]));
    expect(await labels(outer.source)).toEqual(new Set(["cats", "dogs"]));
  });
});

describe("a zip with a folder for each label", () => {
  const animals: Zippable = {
    "cat/1.png": strToU8("one".repeat(100)),
    "cat/2.png": [strToU8("two"), { level: 0 }],
    "dog\\1.png": strToU8("three"),
    dog: { "2.png": strToU8("four"), "film.avi": new Uint8Array(1000), "more.zip": new Uint8Array(10) },
  };

  it("takes what has a label, and says what it and its archive leave out", async () => {
    const result = await openZip(archiveOf(zipSync(animals)));
    expect(result).toMatchObject({
      ok: true,
      value: {
        items: [
          { path: "cat/1.png", label: "cat" },
          { path: "cat/2.png", label: "cat" },
          { path: "dog/1.png", label: "dog" },
          { path: "dog/2.png", label: "dog" },
        ],
        decisions: [
          message("reading.found", { noun: "picture", files: 4, folders: 2 }),
          message("reading.otherKinds", { files: 1, extensions: ["png", "jpg"] }),
        ],
        leftOut: [message("reading.nested", { files: 1, first: "dog/more.zip" })],
      },
    });
  });

  it("says what its archive leaves out where its labels have to be asked for", async () => {
    const { signal } = new AbortController();
    const file = archiveOf(
      zipSync({
        "cat1.png": strToU8("1"),
        "cat22.png": strToU8("2"),
        "dog3.png": strToU8("3"),
        "dog10.png": strToU8("4"),
        "more.zip": strToU8("5"),
      }),
    );
    const result = await openFiles({ kind: "zip", file }, pictures, signal);
    expect(result).toMatchObject({
      ok: true,
      value: {
        options: [{ labels: 2 }],
        leftOut: [message("reading.nested", { files: 1, first: "more.zip" })],
      },
    });
  });

  it("says what its archive leaves out where that is why nothing is left", async () => {
    const locked = changedZip(animals, (headers) => headers.path.startsWith("dog") && lock(headers));
    const result = await openZip(locked);
    const oneFolder = message("reading.inOneFolder", {
      name: "archive.zip",
      noun: "picture",
      folder: "cat",
    });
    expect(result.ok || result.problem).toEqual(
      sentences([
        withWayOut(oneFolder),
        message("reading.locked", { files: 3, first: "dog\\1.png" }),
        message("reading.nested", { files: 1, first: "dog/more.zip" }),
      ]),
    );
  });

  it("refuses what would unpack to too much, before it does", async () => {
    const bomb = changedZip(animals, (headers) => setSize(headers, 150e6));
    expect(await openZip(bomb)).toEqual({
      ok: false,
      problem: message("reading.unpacksTooLarge", {
        name: "archive.zip",
        sizeBytes: 600e6,
        limitBytes: 500e6,
      }),
    });
  });
});

describe("labels that stand in no folder", () => {
  const spoken = Object.fromEntries(
    [0, 1, 2].flatMap((digit) =>
      ["ann", "bo"].flatMap((who) => [0, 1].map((take) => [`clips/${digit}_${who}_${take}.wav`, "x"])),
    ),
  );

  it("are parts of the file's name, with three examples each", async () => {
    expect(await optionsOf(spoken, sounds)).toEqual([
      {
        source: { kind: "namePart", part: 0 },
        labels: 3,
        examples: [
          { file: "0_ann_0.wav", label: "0" },
          { file: "1_ann_0.wav", label: "1" },
          { file: "2_ann_0.wav", label: "2" },
        ],
      },
      {
        source: { kind: "namePart", part: 1 },
        labels: 2,
        examples: [
          { file: "0_ann_0.wav", label: "ann" },
          { file: "0_bo_0.wav", label: "bo" },
          { file: "0_ann_1.wav", label: "ann" },
        ],
      },
      expect.objectContaining({ source: { kind: "namePart", part: 2 }, labels: 2 }),
    ]);
    expect(await itemsOf(spoken, sounds, { kind: "namePart", part: 1 })).toContainEqual([
      "clips/2_bo_1.wav",
      "bo",
    ]);
  });

  it("are the letters before a number", async () => {
    const files = { "cat1.png": "", "cat22.png": "", "dog3.png": "", "dog10.png": "" };
    expect(await optionsOf(files, pictures)).toMatchObject([{ source: { kind: "nameLetters" }, labels: 2 }]);
    expect(await itemsOf(files, pictures, { kind: "nameLetters" })).toEqual([
      ["cat1.png", "cat"],
      ["cat22.png", "cat"],
      ["dog3.png", "dog"],
      ["dog10.png", "dog"],
    ]);
  });

  it("are a column of a list beside the files, in which they are named with their endings or without", async () => {
    const list = "file;taken;kind\n1a.png;2020;cat\n2b.png;2020;dog\n3c.png;2020;dog\n4d.png;2020;cat\n";
    const files = { "p/1a.png": "", "p/2b.png": "", "p/3c.png": "", "p/4d.png": "", "labels.csv": list };
    const source = { kind: "list", path: "labels.csv", column: "kind" } as const;
    expect(await optionsOf(files, pictures)).toEqual([
      {
        source,
        labels: 2,
        examples: [
          { file: "1a.png", label: "cat" },
          { file: "2b.png", label: "dog" },
          { file: "3c.png", label: "dog" },
        ],
      },
    ]);
    expect(await itemsOf(files, pictures, source)).toEqual([
      ["p/1a.png", "cat"],
      ["p/4d.png", "cat"],
      ["p/2b.png", "dog"],
      ["p/3c.png", "dog"],
    ]);
    const stems = { ...files, "labels.csv": list.replaceAll(".png", "") };
    expect(await itemsOf(stems, pictures, source)).toContainEqual(["p/3c.png", "dog"]);
  });

  it("of tables are in another table, by their numbers, and that one is no sequence", async () => {
    const sequences = Array.from({ length: 6 }, (_, i) => [
      `data/Move_RSS_${i + 1}.csv`,
      "#a, b\n0.5,1\n0.25,2\n",
    ]);
    const list = (name: string, cell: (i: number) => number) =>
      `#sequence_ID, ${name}\n${Array.from({ length: 6 }, (_, i) => `${i + 1}, ${cell(i)}`).join("\n")}\n`;
    const files = {
      ...Object.fromEntries(sequences),
      "groups/Paths.csv": list("path_ID", (i) => i % 3),
      "data/Move_target.csv": list("class_label", (i) => (i < 3 ? 1 : -1)),
      "README.txt": "What this is.\nAnd more of it.\n",
    };
    const source = { kind: "list", path: "data/Move_target.csv", column: "class_label" } as const;
    expect((await optionsOf(files, tables)).map((option) => [option.source, option.labels])).toEqual([
      [source, 2],
      [{ kind: "list", path: "groups/Paths.csv", column: "path_ID" }, 3],
    ]);
    expect(await itemsOf(files, tables, source)).toEqual(
      [-1, 1].flatMap((label, k) =>
        [1, 2, 3].map((i) => [`data/Move_RSS_${i + 3 * (1 - k)}.csv`, String(label)]),
      ),
    );
  });

  it("are not asked for where folders say them, and not at all where nothing does", async () => {
    const folders = { "a/1_x.png": "", "a/2_x.png": "", "b/1_y.png": "", "b/2_y.png": "" };
    expect(await itemsOf(folders, pictures)).toContainEqual(["b/2_y.png", "b"]);
    await expect(openFolder({ "p/one.png": "", "p/two.png": "" }, pictures)).rejects.toThrow("inOneFolder");
  });
});
