import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../random";
import { stratifiedSplit } from "./split";

describe("stratifiedSplit", () => {
  it("holds out a fifth of every class", () => {
    const classes = Array.from({ length: 130 }, (_, i) => (i < 100 ? 7 : 3));
    const { train, heldOut } = stratifiedSplit(classes, Random.fromSeed(1));
    const of = (indices: Int32Array, id: number) => [...indices].filter((i) => classes[i] === id).length;
    expect([of(train, 7), of(heldOut, 7), of(train, 3), of(heldOut, 3)]).toEqual([80, 20, 24, 6]);
    // Drawn, not cut off at an end.
    expect(heldOut[0]).toBeLessThan(40);
    expect([...heldOut.filter((i) => i < 100)]).not.toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it("puts each example in one part, and one of each class in both if there are two", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1000),
        (classes, share, seed) => {
          const { train, heldOut } = stratifiedSplit(classes, Random.fromSeed(seed), share);
          expect([...train, ...heldOut].sort((a, b) => a - b)).toEqual(classes.map((_, i) => i));
          for (const id of new Set(classes)) {
            const has = (indices: Int32Array) => indices.some((i) => classes[i] === id);
            expect(has(train)).toBe(true);
            expect(has(heldOut)).toBe(classes.filter((other) => other === id).length > 1);
          }
        },
      ),
    );
  });

  it("is the same for the same seed, and another for another", () => {
    const classes = Array.from({ length: 60 }, (_, i) => i % 3);
    const draw = (seed: number) => [...stratifiedSplit(classes, Random.fromSeed(seed)).heldOut];
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });
});
