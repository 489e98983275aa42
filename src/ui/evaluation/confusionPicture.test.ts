import { expect, test } from "vitest";
import { confusionPicture } from "./confusionPicture";

const rowOf = (support: number) => ({ support, precision: null, recall: null, f1: null });
const evaluation = { counts: Int32Array.of(9, 1, 0, 4), classes: [rowOf(10), rowOf(4)] };

test("the picture has the title, all labels, every count in its place, and colours by the share of the row", () => {
  const { text, width, height } = confusionPicture(evaluation, {
    title: "Matrix · a & b",
    corner: "truth \\ said",
    hint: "Answers.",
    labels: ["<b>", "a label that is longer than a picture has room for"],
    cellText: (count) => String(count),
  });
  const said = [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);
  expect(said.slice(0, 2)).toEqual(["Matrix · a &amp; b", "truth \\ said"]);
  expect(said.slice(2, 6)).toEqual([
    "&lt;b&gt;",
    "a label that is longer …",
    "&lt;b&gt;",
    "a label that is longer …",
  ]);
  expect(said.slice(6)).toEqual(["Answers.", "9", "1", "0", "4"]);
  const fills = [...text.matchAll(/<rect x[^>]*fill="([^"]*)"/g)].map(([, fill]) => fill);
  // White and the hue: 8 % and 57 % of the share, 0.9, 0.1 and 1 of their rows.
  const mixed = (hue: readonly number[], rate: number) =>
    `rgb(${hue.map((value) => Math.round(255 + (value - 255) * (0.08 + 0.57 * rate))).join(", ")})`;
  const [blue, red] = [
    [47, 87, 201],
    [179, 38, 30],
  ] as const;
  expect(fills).toEqual([mixed(blue, 0.9), mixed(red, 0.1), "rgb(238, 240, 244)", mixed(blue, 1)]);
  expect(text).toContain(`width="${width}" height="${height}"`);
});

test("labels that begin alike are told apart", () => {
  const { text } = confusionPicture(evaluation, {
    title: "",
    corner: "",
    hint: "",
    labels: ["Household appliances, rated: kettle", "Household appliances, rated: toaster"],
    cellText: String,
  });
  expect(text).toContain(">…kettle<");
  expect(text).toContain(">…toaster<");
});
