import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { identityOf } from "../../words/message";
import type { LabelledSequence } from "../labelledSequences";
import type { ImageOptions } from "./imageSequence";
import { checkImageSize, imagesData } from "./imagesData";

const options: ImageOptions = { width: 2, height: 3, colour: "grey", steps: "rows", fit: "pad" };
const source = { name: "animals", sizeBytes: 1234, decisions: ["Read from a zip."], seed: 1 };

const picture = (name: string, label: string, ...values: number[]): LabelledSequence => ({
  name,
  label,
  values: Float32Array.from({ length: 6 }, (_, i) => values[i % values.length]),
});

/** Ten of each of two labels, all different. */
const twenty = Array.from({ length: 20 }, (_, i) =>
  picture(`${i}.png`, i < 10 ? "cat" : "dog", i / 20, i < 10 ? 0 : 1),
);

function data(pictures: readonly LabelledSequence[] = twenty, changes: Partial<ImageOptions> = {}) {
  const result = imagesData(pictures, { ...options, ...changes }, source);
  if (!result.ok) throw new Error(identityOf(result.problem));
  return result.value;
}

function problem(pictures: readonly LabelledSequence[]): string {
  const result = imagesData(pictures, options, source);
  return result.ok ? "no problem" : inEnglish(result.problem);
}

describe("imagesData", () => {
  it("says everything that it decided", () => {
    expect(data()).toMatchObject({
      name: "animals",
      sizeBytes: 1234,
      answer: { kind: "class", at: "last", labels: ["cat", "dog"] },
      suggested: { hiddenSizes: [64], sequenceLength: 3, batchSize: 8, learningRate: 0.005, patience: 20 },
      decisions: [
        "Read from a zip.",
        "Each becomes 2 × 3 pixels in grey. Those of another shape keep it, and the mean colour of their edge fills the rest.",
        "The network reads 3 rows, from top to bottom, of 2 numbers each.",
        "Pixels are scaled to mean 0 and deviation 1, by the pictures that train.",
        "16 are for training; 4 are held out, drawn by chance, the same share of every label.",
      ],
    });
    expect(data(twenty, { steps: "columns", fit: "crop" }).decisions.slice(1, 3)).toEqual([
      "Each becomes 2 × 3 pixels in grey. Of those of another shape the middle is used.",
      "The network reads 2 columns, from left to right, of 3 numbers each.",
    ]);
  });

  it("scales by the pictures that train, and by no others", () => {
    const { input, inputs, train, heldOut } = data();
    if (input.kind !== "features") throw new Error("Pictures are features.");
    const pixelsOf = (indices: Int32Array) => [...indices].flatMap((i) => [...twenty[i].values]);
    const training = pixelsOf(train);
    const mean = training.reduce((sum, value) => sum + value, 0) / training.length;
    const deviation = Math.sqrt(
      training.reduce((sum, value) => sum + (value - mean) ** 2, 0) / training.length,
    );
    expect(input.features[1]).toMatchObject({ name: "column 2", unit: null });
    expect(input.features[1].shift).toBeCloseTo(mean, 6);
    expect(input.features[1].scale).toBeCloseTo(deviation, 6);
    const first = heldOut[0];
    expect(inputs[6 * first + 1]).toBeCloseTo((twenty[first].values[1] - mean) / deviation, 5);
    expect(input.display).toEqual({ kind: "image", channels: 1, steps: "rows" });
  });

  it("gives each colour a scale of its own", () => {
    const values = (i: number) => Float32Array.from({ length: 18 }, (_, k) => [0.5, i / 8, i / 80][k % 3]);
    const colours = Array.from({ length: 8 }, (_, i) => ({
      name: `${i}`,
      label: `${i % 2}`,
      values: values(i),
    }));
    const { input } = data(colours, { colour: "colour" });
    if (input.kind !== "features") throw new Error("Pictures are features.");
    const [red, green, blue] = input.features;
    expect([red, green, blue].map(({ name }) => name)).toEqual([
      "column 1, red",
      "column 1, green",
      "column 1, blue",
    ]);
    // One colour everywhere has no deviation to divide by.
    expect([red.shift, red.scale]).toEqual([0.5, 1]);
    expect(green.scale / blue.scale).toBeCloseTo(10, 4);
    expect(input.features[4]).toEqual({ ...green, name: "column 2, green" });
  });

  it("leaves copies out, so that none is on both sides, and names contradictions", () => {
    const { names, decisions } = data([
      ...twenty,
      { ...twenty[3], name: "copy.png" },
      { ...twenty[4], name: "lie.png", label: "dog" },
    ]);
    expect(names).not.toContain("copy.png");
    expect(names).toContain("lie.png");
    expect(decisions.slice(1, 3)).toEqual([
      "1 picture is a copy of another with the same label: left out.",
      "1 picture is exactly like one with another label; the network cannot tell them apart.",
    ]);
  });

  it("says what it cannot use", () => {
    expect(problem([])).toBe(
      "There are no pictures, so there is nothing to tell apart. Pictures of two labels or more are needed.",
    );
    expect(problem(twenty.slice(0, 10))).toMatch(/^All pictures have the label “cat”/);
    expect(problem([...twenty.slice(0, 11), { ...twenty[10], name: "copy" }])).toBe(
      "The label “dog” has only one picture that is no copy of another, but it needs two, one to train on and one to be held out. Add more, or leave it out.",
    );
    const huge = checkImageSize(10_000, { width: 100, height: 100, colour: "colour" });
    expect(huge).toEqual({
      ok: false,
      problem:
        "10,000 pictures of 100 × 100 pixels in colour are 300,000,000 numbers, and the limit is 67,108,864. Choose a smaller size, grey, or a part of the pictures.",
    });
  });
});
