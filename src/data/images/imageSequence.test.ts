import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ImageOptions, imageSequence, type Pixels } from "./imageSequence";

const options: ImageOptions = { width: 2, height: 2, colour: "grey", steps: "rows", fit: "pad" };

/** Opaque pixels of the given greys, row after row. */
function greys(width: number, values: readonly number[]): Pixels {
  return {
    width,
    height: values.length / width,
    data: values.flatMap((value) => [value, value, value, 255]),
  };
}

const rounded = (values: Float32Array) => [...values].map((value) => Math.round(value * 255));

describe("imageSequence", () => {
  it("takes the mean of the area that a pixel covers", () => {
    // 3 × 3 to 2 × 2: each covers one whole pixel, halves of two and a quarter of a fourth, 2.25 in all.
    const [a, b, c, d] = rounded(imageSequence(greys(3, [90, 0, 0, 0, 90, 0, 0, 0, 90]), options));
    expect([a, b, c, d]).toEqual([(90 + 90 / 4) / 2.25, 90 / 4 / 2.25, 90 / 4 / 2.25, (90 + 90 / 4) / 2.25]);
  });

  it("keeps, cuts or stretches another shape", () => {
    // Twice as wide as high: the sides 0, the middle 200.
    const wide = greys(4, [0, 200, 200, 0, 0, 200, 200, 0]);
    const four = { ...options, width: 4, height: 4 };
    const edge = Math.round((4 * 200) / 8);
    const row = [0, 200, 200, 0];
    const border = [edge, edge, edge, edge];
    expect(rounded(imageSequence(wide, four))).toEqual([...border, ...row, ...row, ...border]);
    expect(rounded(imageSequence(wide, { ...options, fit: "crop" }))).toEqual([200, 200, 200, 200]);
    expect(rounded(imageSequence(wide, { ...options, fit: "stretch" }))).toEqual([100, 100, 100, 100]);
  });

  it("weighs colours as the eye does, and shows white through what is transparent", () => {
    const pixel = (...data: number[]): Pixels => ({ width: 1, height: 1, data });
    const one = { ...options, width: 1, height: 1 };
    expect(rounded(imageSequence(pixel(255, 0, 0, 255), one))).toEqual([Math.round(0.299 * 255)]);
    expect(rounded(imageSequence(pixel(0, 0, 0, 51), one))).toEqual([204]);
    expect(rounded(imageSequence(pixel(10, 20, 30, 255), { ...one, colour: "colour" }))).toEqual([
      10, 20, 30,
    ]);
  });

  it("has rows or columns as steps, the colours of a pixel side by side", () => {
    const pixels: Pixels = {
      width: 3,
      height: 2,
      data: [0, 1, 2, 3, 4, 5].flatMap((i) => [10 * i, 10 * i + 1, 10 * i + 2, 255]),
    };
    const colour = { ...options, width: 3, height: 2, colour: "colour" } as const;
    const at = (i: number) => [10 * i, 10 * i + 1, 10 * i + 2];
    expect(rounded(imageSequence(pixels, colour))).toEqual([0, 1, 2, 3, 4, 5].flatMap(at));
    expect(rounded(imageSequence(pixels, { ...colour, steps: "columns" }))).toEqual(
      [0, 3, 1, 4, 2, 5].flatMap(at),
    );
    expect(rounded(imageSequence(pixels, { ...colour, colour: "grey", steps: "columns" }))).toEqual(
      [0, 3, 1, 4, 2, 5].map((i) => Math.round(10 * i + 0.587 + 2 * 0.114)),
    );
  });

  it("keeps a plain picture plain, and every value from 0 to 1, at any size and shape", () => {
    const size = fc.integer({ min: 1, max: 13 });
    fc.assert(
      fc.property(
        fc.tuple(size, size, size, size),
        fc.nat(255),
        fc.constantFrom("pad" as const, "crop" as const, "stretch" as const),
        ([w, h, width, height], value, fit) => {
          const plain = greys(
            w,
            Array.from({ length: w * h }, () => value),
          );
          for (const result of imageSequence(plain, { ...options, width, height, fit })) {
            expect(Math.abs(result - value / 255)).toBeLessThan(1e-5);
          }
        },
      ),
    );
  });

  it("keeps the mean brightness when it stretches", () => {
    const picture = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([w, h]) =>
        fc.tuple(fc.constant(w), fc.array(fc.nat(255), { minLength: w * h, maxLength: w * h })),
      );
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    fc.assert(
      fc.property(picture, fc.integer({ min: 1, max: 9 }), ([w, values], width) => {
        const result = imageSequence(greys(w, values), { ...options, width, height: 3, fit: "stretch" });
        expect(Math.abs(255 * mean(result) - mean(values))).toBeLessThan(1e-3);
      }),
    );
  });
});
