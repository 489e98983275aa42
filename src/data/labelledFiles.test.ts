import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Message, message, type Said, sentences } from "../words/message";
import { filesLabelledBy, labelledFiles, type WantedFiles } from "./labelledFiles";

const pictures: WantedFiles = { noun: "picture", extensions: ["png", "jpg"] };
/** With what to do about it. */
const withWayOut = (problem: Message) =>
  sentences([problem, message("reading.wayOut", { noun: "picture", extensions: ["png", "jpg"] })]);

function read(...paths: string[]) {
  return labelledFiles(
    paths.map((path, content) => ({ path, content })),
    "animals",
    pictures,
    { kind: "folder", from: "file", at: 0 },
  );
}

function problem(...paths: string[]): Said | null {
  const result = read(...paths);
  return result.ok ? null : result.problem;
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
          message("reading.found", { noun: "picture", files: 4, folders: 2 }),
          message("reading.withoutFolder", { noun: "picture", files: 1 }),
          message("reading.otherKinds", { files: 2, extensions: ["png", "jpg"] }),
        ],
      },
    });
  });

  it.each<[string, string[], Message]>([
    ["nothing", [".DS_Store"], withWayOut(message("reading.noFiles", { name: "animals" }))],
    [
      "other kinds only",
      ["a/1.txt", "a/2.txt"],
      withWayOut(
        message("reading.noneOfKind", { name: "animals", noun: "picture", others: 2, first: "a/1.txt" }),
      ),
    ],
    [
      "no folder",
      ["1.png", "2.png"],
      withWayOut(message("reading.inNoFolder", { name: "animals", noun: "picture" })),
    ],
    [
      "one folder",
      ["cat/1.png", "cat/2.png"],
      withWayOut(message("reading.inOneFolder", { name: "animals", noun: "picture", folder: "cat" })),
    ],
    [
      "a class of one",
      ["cat/1.png", "cat/2.png", "dog/1.png"],
      message("reading.lonelyFolders", { noun: "picture", folders: 1, first: "dog" }),
    ],
    [
      "classes of one",
      ["cat/1.png", "dog/1.png"],
      message("reading.lonelyFolders", { noun: "picture", folders: 2, first: "cat" }),
    ],
    [
      "too many classes",
      Array.from({ length: 1001 }, (_, i) => `${i}/1.png`),
      withWayOut(
        message("reading.tooManyFolders", { name: "animals", noun: "picture", folders: 1001, limit: 1000 }),
      ),
    ],
  ])("says what is wrong with %s", (_, paths, expected) => {
    expect(problem(...paths)).toEqual(expected);
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

describe("filesLabelledBy", () => {
  it("counts what has no label, and what is alone with its own", () => {
    const files = ["b1.png", "a2.png", "a1.png", "b2.png", "c1.png", "9.png"].map((path) => ({
      path,
      content: path,
    }));
    const labelOf = (path: string) => /^[a-z]/.exec(path)?.[0] ?? null;
    expect(filesLabelledBy(files, labelOf, pictures, false)).toMatchObject({
      value: {
        items: ["a1.png", "a2.png", "b1.png", "b2.png"].map((path) => ({ path, label: path[0] })),
        labels: ["a", "b"],
        decisions: [
          message("reading.foundLabelled", { noun: "picture", files: 4, labels: 2 }),
          message("reading.withoutLabel", { noun: "picture", files: 1 }),
          message("reading.lonelyLabels", { noun: "picture", files: 1 }),
        ],
      },
    });
    expect(filesLabelledBy(files, labelOf, pictures, true)).toMatchObject({
      value: { labels: ["a", "b", "c"] },
    });
  });
});
