import { describe, expect, it } from "vitest";
import { folderLabel, folderLevels, folderOption } from "./folderLevels";

/** Two files in each folder. */
const inFolders = (...folders: readonly string[]) =>
  folders.flatMap((folder) => ["a.png", "b.png"].map((name) => `${folder}/${name}`));

const labelsOf = (paths: readonly string[]) =>
  folderLevels(paths).map((level) => [...new Set(paths.map(folderLabel(paths, level)))].sort());

describe("the folders that tell classes apart", () => {
  it.each<[string, string[]]>([
    ["class", inFolders("cats", "dogs")],
    ["data/class", inFolders("data/cats", "data/dogs")],
    ["data/train/class", inFolders("data/train/cats", "data/train/dogs", "data/test/cats", "data/test/dogs")],
    ["train/class, of which test lacks one", inFolders("Training/cats", "Training/dogs", "Test Set/cats")],
    ["class/train", inFolders("cats/train", "cats/test", "dogs/train", "dogs/val")],
    ["class/year", inFolders("cats/2021", "dogs/2021")],
    ["class/year, each with its own", inFolders("x/cats/2020", "x/cats/2021", "x/dogs/2022")],
    ["class/date", inFolders("cats/2021-03-01", "cats/2021-04-01", "dogs/2021-03-01")],
    ["class/part", inFolders("cats/part1", "cats/part2", "dogs/part1", "dogs/part2")],
    ["class/what they share", inFolders("cats/raw", "dogs/raw")],
    ["train/class/year", inFolders("train/cats/2021", "train/dogs/2021", "test/cats/2022", "test/dogs/2022")],
    ["fold/class", inFolders("fold1/cats", "fold1/dogs", "fold2/cats", "fold2/dogs")],
    ["class/a folder for each file", ["cats/x/1.png", "cats/y/2.png", "dogs/z/3.png", "dogs/u/4.png"]],
    ["class, of which one has years", inFolders("in/cats", "in/cats/2021", "in/dogs")],
  ])("are found in %s", (_, paths) => {
    expect(labelsOf(paths)).toEqual([["cats", "dogs"]]);
  });

  it("may be called by digits", () => {
    expect(labelsOf(inFolders("train/0", "train/1", "test/0", "test/1"))).toEqual([["0", "1"]]);
    expect(labelsOf(inFolders("train/00001", "train/00042"))).toEqual([["00001", "00042"]]);
    expect(labelsOf(inFolders("train", "test"))).toEqual([["test", "train"]]);
  });

  it("are several where nobody can know, the innermost first", () => {
    const breeds = inFolders("pets/cats/persian", "pets/dogs/poodle", "pets/dogs/pug");
    expect(labelsOf(breeds)).toEqual([
      ["persian", "poodle", "pug"],
      ["cats", "dogs"],
    ]);
    expect(folderLevels(breeds).map((level) => folderOption(breeds, level))).toEqual([
      {
        source: { kind: "folder", from: "file", at: 0 },
        labels: 3,
        examples: [
          { file: "cats/persian/a.png", label: "persian" },
          { file: "dogs/poodle/a.png", label: "poodle" },
          { file: "dogs/pug/a.png", label: "pug" },
        ],
      },
      {
        source: { kind: "folder", from: "file", at: 1 },
        labels: 2,
        examples: [
          { file: "cats/persian/a.png", label: "cats" },
          { file: "dogs/poodle/a.png", label: "dogs" },
        ],
      },
    ]);
    // One for one they are the same classes.
    expect(labelsOf(inFolders("cats/persian", "dogs/pug"))).toEqual([["persian", "pug"]]);
  });

  it("are those around the files where none are told apart", () => {
    expect(folderLevels(["cats/1.png", "cats/2.png"])).toEqual([{ kind: "folder", from: "file", at: 0 }]);
    expect(folderLevels(["1.png"])).toEqual([{ kind: "folder", from: "file", at: 0 }]);
  });
});
