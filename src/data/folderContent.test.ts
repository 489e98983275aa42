import { expect, it } from "vitest";
import { contentBesidePictures, folderContent } from "./folderContent";

it.each([
  ["sounds", ["a/1.wav", "b/2.MP3", "README.md"]],
  ["pictures", ["a/1.png", "b/2.jpeg", "c/3.webp", "a/1.wav"]],
  ["texts", ["a/1.txt", "a.b/c.txt", "__MACOSX/a/1.wav", "x/.hidden.wav"]],
  ["sounds", ["a/1.wav", "a/1.txt", "b/2.wav", "b/2.txt"]],
  ["tables", ["a/1.csv", "b/2.tsv", "README.pdf"]],
  ["sounds", ["a/1.wav", "labels.csv"]],
  ["tables", ["data.csv", "README.txt"]],
  ["tables", ["export/data.tsv", "export/about.md"]],
  ["tables", ["data.csv", "README_de.md", "LICENSE.txt", "NOTICE", "citation.md"]],
  ["pictures", ["a/1.png", "README.md", "LICENSE.txt"]],
  ["sounds", ["1.wav", "Read me.txt", "license.md"]],
  ["texts", ["a.csv", "novel.txt", "notice of dismissal.txt"]],
  ["texts", ["README.md"]],
  [null, ["a/1.pdf", "b/wav", "c/png"]],
  [null, []],
])("finds %s in %j", (content, paths) => {
  expect(folderContent(paths)).toBe(content);
});

it.each([
  ["pictures", ["a/1.png", "a/1.wav", "b/2.wav"]],
  ["sounds", ["a/1.wav", "b/2.wav", "b/.3.png"]],
  [null, ["a/1.pdf"]],
])("where pictures were asked for, reads %s of %j", (content, paths) => {
  expect(contentBesidePictures(paths)).toBe(content);
});
