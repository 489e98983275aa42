import { expect, test } from "vitest";
import { Random } from "../../random";
import { TextSequences } from "./textSequences";

const tokens = new Int32Array(100);
const options = { tokens, trainLength: 81, sequenceLength: 5, batchSize: 4 };

test("streams: B parts of the training text, each read window after window, and then again", () => {
  const text = new TextSequences({ ...options, windows: "streams" });
  const random = Random.fromSeed(1);
  for (const [step, window] of [0, 1, 2, 3, 0, 1].entries()) {
    const { starts, fresh } = text.draw(random, step);
    expect(Array.from(starts)).toEqual([0, 20, 40, 60].map((begin) => begin + 5 * window));
    expect(fresh).toBe(window === 0);
  }
});

test("random windows: anywhere in the training text, and nowhere else", () => {
  const text = new TextSequences({ ...options, windows: "random" });
  const random = Random.fromSeed(1);
  const starts = Array.from({ length: 200 }, (_, step) => [...text.draw(random, step).starts]).flat();
  // The last target is the last token that may be trained on.
  expect([Math.min(...starts), Math.max(...starts)]).toEqual([0, 81 - 5 - 1]);
  expect(new Set(starts).size).toBe(76);
});

test("validation is on what training never sees", () => {
  const { validation } = new TextSequences({ ...options, windows: "random" });
  expect(validation.length).toBeGreaterThan(0);
  const starts = validation.flatMap((windows) => [...windows.starts]);
  expect([Math.min(...starts), Math.max(...starts)]).toEqual([81, 100 - 5 - 1]);
});
