import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/english";
import { labelledFiles, labelledFilesOfZip, type WantedFiles } from "./labelledFiles";
import { archiveOf, changedZip, lock, setSize } from "./zip/testing";

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
  const animals: Zippable = {
    "cat/1.png": strToU8("one".repeat(100)),
    "cat/2.png": [strToU8("two"), { level: 0 }],
    "dog\\1.png": strToU8("three"),
    dog: { "2.png": strToU8("four"), "film.avi": new Uint8Array(1000), "more.zip": new Uint8Array(10) },
  };

  it("takes what has a label, and says what it and its archive leave out", async () => {
    const result = await labelledFilesOfZip(archiveOf(zipSync(animals)), "animals.zip", pictures);
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
          "4 pictures in 2 folders, whose names are the labels.",
          "1 file of other kinds than .png, .jpg: left out.",
          "“dog/more.zip” is an archive within the archive: left out. Unpack it first.",
        ],
      },
    });
  });

  it("says what its archive leaves out where that is why nothing is left", async () => {
    const locked = changedZip(animals, (headers) => headers.path.startsWith("dog") && lock(headers));
    const result = await labelledFilesOfZip(locked, "animals.zip", pictures);
    expect(result.ok || result.problem).toMatch(
      /^All pictures of “animals\.zip” lie in one folder.* 3 files, “dog.*are locked with a password/,
    );
  });

  it("refuses what would unpack to too much, before it does", async () => {
    const bomb = changedZip(animals, (headers) => setSize(headers, 150 * 2 ** 20));
    expect(await labelledFilesOfZip(bomb, "bomb.zip", pictures)).toEqual({
      ok: false,
      problem: "“bomb.zip” would unpack to 600 MB, and the limit is 500 MB. Use a part of its files.",
    });
  });
});
