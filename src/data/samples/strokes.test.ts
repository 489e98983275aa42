import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { maxStrokeSteps } from "../strokes";
import { figureName } from "./figureNames";
import { shapeNames } from "./outlines";
import { drawnShape, sampleStrokes } from "./strokes";

describe("sampleStrokes", () => {
  const data = sampleStrokes();
  const total = data.lengths.reduce((sum, T) => sum + T, 0);

  it("has 500 drawings of each of ten labels, 100 of them held out", () => {
    expect(data.answer).toEqual({ kind: "class", at: "last", labels: shapeNames.map(figureName) });
    const counts = (indices: ArrayLike<number>) =>
      shapeNames.map((_, id) => Array.from(indices).filter((i) => data.answers[i] === id).length);
    expect(counts(data.train)).toEqual(shapeNames.map(() => 400));
    expect(counts(data.heldOut)).toEqual(shapeNames.map(() => 100));
    expect(data.suggested.sequenceLength).toBe(Math.max(...data.lengths));
    expect(Math.max(...data.lengths)).toBeLessThan(maxStrokeSteps);
    expect(3 * total).toBe(data.inputs.length);
  });

  it("moves by about 1 while the pen is down, and is up as often as a shape has lines", () => {
    const lines = new Map(shapeNames.map((name) => [name, 0]));
    let at = 0;
    let furthest = 0;
    data.lengths.forEach((T, i) => {
      const label = shapeNames[data.answers[i]];
      for (let t = 0; t < T; t++, at += 3) {
        if (data.inputs[at + 2] === 0) lines.set(label, (lines.get(label) ?? 0) + 1);
        else furthest = Math.max(furthest, Math.hypot(data.inputs[at], data.inputs[at + 1]));
      }
    });
    expect(furthest).toBeGreaterThan(1);
    expect(furthest).toBeLessThan(1.6);
    expect([...lines.values()]).toEqual([500, 500, 500, 500, 500, 500, 500, 500, 1000, 1000]);
  });

  it("is the same for a seed, and another for another", () => {
    // Compared without the runner, which is slow with so many numbers.
    const isSame = (inputs: ArrayLike<number>) => data.inputs.every((value, i) => value === inputs[i]);
    expect(isSame(sampleStrokes().inputs)).toBe(true);
    expect(isSame(sampleStrokes(2).inputs)).toBe(false);
  });
});

describe("drawnShape", () => {
  it("goes either way round, from anywhere", () => {
    const random = Random.fromSeed(1);
    const squares = Array.from({ length: 200 }, () => drawnShape("square", random)[0]);
    // The area by the shoelace formula is positive when the pen goes round with the clock, for y runs down.
    const clockwise = squares.filter(
      (line) =>
        line.reduce((area, { x, y }, i) => {
          const next = line[(i + 1) % line.length];
          return area + x * next.y - next.x * y;
        }, 0) > 0,
    );
    expect(clockwise.length).toBeGreaterThan(60);
    expect(clockwise.length).toBeLessThan(140);
    for (const [right, low] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]) {
      const begun = squares.filter(([{ x, y }]) => Number(x > 0) === right && Number(y > 0) === low);
      expect(begun.length).toBeGreaterThan(20);
    }
  });

  it("has its ends near each other where it is closed", () => {
    const random = Random.fromSeed(2);
    for (const name of ["circle", "star", "heart"] as const) {
      const [line] = drawnShape(name, random);
      const [first, last] = [line[0], line[line.length - 1]];
      expect(Math.hypot(first.x - last.x, first.y - last.y)).toBeLessThan(0.15);
    }
  });
});
