import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { figureName, numbered } from "./figureNames";
import { shapes } from "./outlines";
import { drawnPicture, samplePictures } from "./pictures";

describe("samplePictures", () => {
  const data = samplePictures();

  it("has 400 pictures of each of ten labels, 80 of them held out", () => {
    const named = (["triangle", "square", "heart", "cross"] as const).map(figureName);
    const labels = ["0", "1", "2", "3", "4", "5", ...named];
    expect(data.answer).toEqual({ kind: "class", at: "last", labels });
    const counts = (indices: ArrayLike<number>) =>
      labels.map((_, id) => Array.from(indices).filter((i) => data.answers[i] === id).length);
    expect(counts(data.train)).toEqual(labels.map(() => 320));
    expect(counts(data.heldOut)).toEqual(labels.map(() => 80));
    expect(data.names.slice(0, 11)).toEqual([...labels.map((label) => numbered(label, 1)), numbered("0", 2)]);
    expect(data.suggested.sequenceLength).toBe(20);
  });

  it("is the same for a seed, and another for another", () => {
    // Compared without the runner, which is slow with so many numbers.
    const isSame = (inputs: ArrayLike<number>) => data.inputs.every((value, i) => value === inputs[i]);
    expect(isSame(samplePictures().inputs)).toBe(true);
    expect(isSame(samplePictures(2).inputs)).toBe(false);
  });

  it("looks like what it is called: ink in the middle of a cross, none in that of a square", () => {
    const middleOf = (name: "cross" | "square") => {
      const random = Random.fromSeed(3);
      const pictures = Array.from({ length: 100 }, () => drawnPicture(shapes[name], random));
      const middle = pictures.map((values) => Math.max(...[189, 190, 209, 210].map((i) => values[i])));
      return middle.reduce((sum, value) => sum + value, 0) / middle.length;
    };
    expect(middleOf("cross")).toBeGreaterThan(0.6);
    expect(middleOf("square")).toBeLessThan(0.2);
  });

  it("has no two pictures alike, all from 0 to 1", () => {
    const random = Random.fromSeed(4);
    const pictures = Array.from({ length: 50 }, () => drawnPicture(shapes.heart, random));
    expect(new Set(pictures.map((values) => values.join())).size).toBe(50);
    expect(pictures.every((values) => values.every((value) => value >= 0 && value <= 1))).toBe(true);
  });
});
