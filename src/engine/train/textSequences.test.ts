import { expect, test } from "vitest";
import { Random } from "../random";
import { TextSequences } from "./textSequences";

/** Every token is its own place in the text. */
const tokens = Int32Array.from({ length: 100 }, (_, i) => i);
const options = { tokens, trainLength: 81, sequenceLength: 5, batchSize: 4 };

/** Sequence b of a time-major batch. */
const sequence = (values: ArrayLike<number>, b: number) =>
  Array.from({ length: values.length / 4 }, (_, t) => values[t * 4 + b]);

const consecutive = (first: number) => [0, 1, 2, 3, 4].map((t) => first + t);

test("streams: B parts of the training text, each read window after window, and then again", () => {
  const text = new TextSequences({ ...options, windows: "streams" });
  const random = Random.fromSeed(1);
  for (const [step, window] of [0, 1, 2, 3, 0, 1].entries()) {
    const { input, targets, fresh } = text.draw(random, step);
    for (const b of [0, 1, 2, 3]) {
      const first = 20 * b + 5 * window;
      expect(sequence(input, b)).toEqual(consecutive(first));
      expect(sequence(targets, b)).toEqual(consecutive(first + 1));
    }
    expect(fresh).toBe(window === 0);
  }
});

test("random windows: anywhere in the training text, and nowhere else", () => {
  const text = new TextSequences({ ...options, windows: "random" });
  const random = Random.fromSeed(1);
  const firsts = new Set<number>();
  for (let step = 0; step < 200; step++) {
    const { input, targets } = text.draw(random, step);
    for (const b of [0, 1, 2, 3]) {
      const [first] = sequence(input, b);
      expect(sequence(input, b)).toEqual(consecutive(first));
      expect(sequence(targets, b)).toEqual(consecutive(first + 1));
      firsts.add(first);
    }
  }
  expect([Math.min(...firsts), Math.max(...firsts)]).toEqual([0, 75]);
});

test("validation is on what training never sees", () => {
  const { validation } = new TextSequences({ ...options, windows: "random" });
  expect(validation.length).toBeGreaterThan(0);
  for (const { input, targets } of validation)
    expect([...input, ...targets].every((token) => token >= 81)).toBe(true);
});
