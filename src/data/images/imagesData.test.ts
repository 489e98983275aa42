import { describe, expect, it } from "vitest";
import { identityOf, message, type Said } from "../../words/message";
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

function problem(pictures: readonly LabelledSequence[]): Said | null {
  const result = imagesData(pictures, options, source);
  return result.ok ? null : result.problem;
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
        message("files.pixels", { width: 2, height: 3, colour: "grey", fit: "pad" }),
        message("files.pictureSteps", { steps: 3, step: "rows", numbers: 2 }),
        message("files.pixelsScaled"),
        message("files.split", { trained: 16, heldOut: 4 }),
      ],
    });
    expect(data(twenty, { steps: "columns", fit: "crop" }).decisions.slice(1, 3)).toEqual([
      message("files.pixels", { width: 2, height: 3, colour: "grey", fit: "crop" }),
      message("files.pictureSteps", { steps: 2, step: "columns", numbers: 3 }),
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
    expect(input.features[1]).toMatchObject({
      name: message("files.pixel", { place: "column", index: 2, colour: null }),
      unit: null,
    });
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
    expect([red, green, blue].map(({ name }) => name)).toEqual(
      (["red", "green", "blue"] as const).map((colour) =>
        message("files.pixel", { place: "column", index: 1, colour }),
      ),
    );
    // One colour everywhere has no deviation to divide by.
    expect([red.shift, red.scale]).toEqual([0.5, 1]);
    expect(green.scale / blue.scale).toBeCloseTo(10, 4);
    expect(input.features[4]).toEqual({
      ...green,
      name: message("files.pixel", { place: "column", index: 2, colour: "green" }),
    });
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
      message("files.copies", { noun: "picture", copies: 1 }),
      message("files.contradictions", { noun: "picture", contradictions: 1 }),
    ]);
  });

  it("says what it cannot use", () => {
    expect(problem([])).toEqual(message("files.noneAtAll", { noun: "picture" }));
    expect(problem(twenty.slice(0, 10))).toEqual(
      message("files.oneLabel", { noun: "picture", label: "cat" }),
    );
    expect(problem([...twenty.slice(0, 11), { ...twenty[10], name: "copy" }])).toEqual(
      message("files.lonely", { noun: "picture", label: "dog" }),
    );
    const huge = checkImageSize(10_000, { width: 100, height: 100, colour: "colour" });
    expect(huge).toEqual({
      ok: false,
      problem: message("files.picturesTooLarge", {
        pictures: 10_000,
        width: 100,
        height: 100,
        colour: "colour",
        numbers: 300_000_000,
        limit: 67_108_864,
      }),
    });
  });
});
