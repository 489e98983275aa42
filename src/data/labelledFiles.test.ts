import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/english";
import { labelledFiles, labelledFilesOfZip, type WantedFiles } from "./labelledFiles";

const pictures: WantedFiles = { noun: "picture", extensions: ["png", "jpg"] };
const wayOut = "Choose a folder or a zip with one folder for each label, and pictures (.png, .jpg) in them.";

function read(...paths: string[]) {
  return labelledFiles(
    paths.map((path, content) => ({ path, content })),
    "animals",
    pictures,
  );
}

function problem(...paths: string[]): string {
  const result = read(...paths);
  return result.ok ? "no problem" : inEnglish(result.problem);
}

describe("labelledFiles", () => {
  it("takes the folder for the label, orders numbers by value, and says what it left out", () => {
    const result = read(
      "a/dog/10.PNG",
      "a/dog/9.png",
      "b/cat/x.jpg",
      "cat/y.png",
      "dog/.DS_Store",
      "__MACOSX/dog/._9.png",
      "dog/notes.txt",
      "dog/png",
      "lost.png",
    );
    expect(result).toEqual({
      ok: true,
      value: {
        items: [
          { path: "b/cat/x.jpg", label: "cat", content: 2 },
          { path: "cat/y.png", label: "cat", content: 3 },
          { path: "a/dog/9.png", label: "dog", content: 1 },
          { path: "a/dog/10.PNG", label: "dog", content: 0 },
        ],
        labels: ["cat", "dog"],
        decisions: [
          "4 pictures in 2 folders, whose names are the labels.",
          "1 picture in no folder: left out.",
          "2 files of other kinds than .png, .jpg: left out.",
        ],
      },
    });
  });

  it.each([
    ["nothing", [".DS_Store"], `“animals” has no files in it. ${wayOut}`],
    [
      "other kinds only",
      ["a/1.txt", "a/2.txt"],
      `“animals” has no pictures in it, only 2 other files such as “a/1.txt”. ${wayOut}`,
    ],
    ["no folder", ["1.png", "2.png"], `The pictures of “animals” lie in no folder. ${wayOut}`],
    [
      "one folder",
      ["cat/1.png", "cat/2.png"],
      `All pictures of “animals” lie in one folder, “cat”, so there is nothing to tell apart. ${wayOut}`,
    ],
    [
      "a class of one",
      ["cat/1.png", "cat/2.png", "dog/1.png"],
      "The folder “dog” has only one picture, but a class needs two, one to train on and one to be held out. Add more, or leave that folder out.",
    ],
    [
      "classes of one",
      ["cat/1.png", "dog/1.png"],
      "2 folders, “cat” the first of them, have only one picture, but a class needs two, one to train on and one to be held out. Add more, or leave those folders out.",
    ],
    [
      "too many classes",
      Array.from({ length: 1001 }, (_, i) => `${i}/1.png`),
      `“animals” has 1,001 folders with pictures, each a class of its own; the limit is 1,000. ${wayOut}`,
    ],
  ])("says what is wrong with %s", (_, paths, expected) => {
    expect(problem(...paths)).toBe(expected);
  });

  it("does not depend on the order of the files", () => {
    const paths = ["a/1.png", "a/2.png", "b/1.png", "b/02.png", "b/2.png"];
    fc.assert(
      fc.property(fc.shuffledSubarray(paths, { minLength: 5 }), (shuffled) => {
        const pathsOf = (result: ReturnType<typeof read>) =>
          result.ok ? result.value.items.map(({ path }) => path) : result.problem;
        expect(pathsOf(read(...shuffled))).toEqual(pathsOf(read(...paths)));
      }),
    );
  });
});

describe("labelledFilesOfZip", () => {
  const packed = (files: Zippable) => labelledFilesOfZip(zipSync(files), "animals.zip", pictures);
  const animals: Zippable = {
    "cat/1.png": strToU8("one".repeat(100)),
    "cat/2.png": [strToU8("two"), { level: 0 }],
    "dog\\1.png": strToU8("three"),
    dog: { "2.png": strToU8("four"), "film.avi": new Uint8Array(1000) },
  };

  it("unpacks what has a label, and nothing else", () => {
    const result = packed(animals);
    expect(
      result.ok && result.value.items.map(({ label, content }) => [label, new TextDecoder().decode(content)]),
    ).toEqual([
      ["cat", "one".repeat(100)],
      ["cat", "two"],
      ["dog", "three"],
      ["dog", "four"],
    ]);
    expect(result.ok && result.value.decisions[1]).toBe("1 file of other kinds than .png, .jpg: left out.");
  });

  it("says what is wrong with an archive", () => {
    const problemOf = (bytes: Uint8Array) => {
      const result = labelledFilesOfZip(bytes, "animals.zip", pictures);
      return result.ok ? "no problem" : inEnglish(result.problem);
    };
    const whole = zipSync(animals);
    const broken =
      "“animals.zip” is not a zip that can be read: its table of contents is missing or damaged. Get the whole file again, or pack it anew.";
    expect(problemOf(new Uint8Array())).toBe("“animals.zip” is empty. Choose a zip with files in it.");
    expect(problemOf(strToU8("PK"))).toBe(broken);
    expect(problemOf(whole.subarray(0, whole.length - 30))).toBe(broken);
    expect(problemOf(zipSync({}))).toBe("“animals.zip” has no files in it. Pack some, and try again.");
    const damaged = whole.slice();
    // The first byte of the first file's data, after its header of 30 bytes and its name: a block of no known type.
    damaged[30 + "cat/1.png".length] |= 0b110;
    expect(problemOf(damaged)).toMatch(/^“cat\/1\.png” in “animals\.zip” is damaged/);
  });

  it("refuses what would unpack to too much, before it does", () => {
    const bomb = zipSync({
      a: { "1.png": strToU8("x"), "2.png": strToU8("x") },
      b: animals.dog as Zippable,
      "b/1.png": strToU8("x"),
    });
    // The stated sizes of the directory's entries: 4 bytes, 24 after an entry's signature.
    const view = new DataView(bomb.buffer);
    for (let i = 0; i + 4 < bomb.length; i++) {
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 150 * 2 ** 20, true);
    }
    expect(labelledFilesOfZip(bomb, "bomb.zip", pictures)).toEqual({
      ok: false,
      problem: "“bomb.zip” would unpack to 600 MB, and the limit is 500 MB. Use a part of its files.",
    });
  });

  it("never throws, whatever bytes are wrong", () => {
    const whole = zipSync(animals);
    const place = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), fc.nat(whole.length), (changes, length) => {
        const bytes = whole.slice(0, changes.length % 2 ? length : whole.length);
        for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
        const result = labelledFilesOfZip(bytes, "z", pictures);
        expect(result.ok || inEnglish(result.problem).length > 20).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
