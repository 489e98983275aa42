import { expect, test } from "vitest";
import { Random } from "../../random";
import { measuredWindows, TextSequences } from "./textSequences";
import { validationEvery } from "./trainer";

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

test("pieces that validate: what is measured of them has each place once, in their order, and is carried to from before them", () => {
  const pieces = [
    { start: 80, end: 90 },
    { start: 95, end: 98 },
    { start: 98, end: 99 },
  ];
  const windows = measuredWindows(pieces, { sequenceLength: 60, batchSize: 2 });
  expect(
    windows.map(({ starts, fresh, from, to, place }) => [[...starts], fresh, [...from], [...to], [...place]]),
  ).toEqual([
    // Both begin 64 symbols before their piece: the first window does not reach it.
    [[16, 31], true, [60, 60], [60, 60], [0, 10]],
    [[76, 91], false, [4, 4], [14, 7], [0, 10]],
    // Beside the last there is none.
    [[34, 34], true, [60, 0], [60, 0], [13, 0]],
    [[94, 34], false, [4, 0], [5, 0], [13, 0]],
  ]);
});

test("a piece that is shorter than the one beside it is over before it", () => {
  const pieces = [
    { start: 0, end: 4 },
    { start: 4, end: 5 },
  ];
  const windows = measuredWindows(pieces, { sequenceLength: 2, batchSize: 2 });
  expect(windows.map(({ starts, from, to, place }) => [[...starts], [...from], [...to], [...place]])).toEqual(
    [
      [
        [0, 0],
        [0, 2],
        [2, 2],
        [0, 4],
      ],
      [
        [2, 2],
        [0, 2],
        [2, 2],
        [2, 4],
      ],
      [
        [0, 4],
        [0, 0],
        [0, 1],
        [0, 4],
      ],
    ],
  );
});

test("validation is on what training never sees, whatever the sequences of training are", () => {
  const places = [
    { sequenceLength: 5, batchSize: 4 },
    { sequenceLength: 40, batchSize: 1 },
  ].map((change) => {
    const { validation } = new TextSequences({ ...options, ...change, windows: "random" });
    return validation.flatMap(({ starts, from, to }) =>
      [...starts].flatMap((start, b) =>
        Array.from({ length: to[b] - from[b] }, (_, t) => start + from[b] + t),
      ),
    );
  });
  // The last symbol of training is answered with the first that is held out.
  expect(places[0]).toEqual(Array.from({ length: 19 }, (_, i) => 80 + i));
  expect(places[1]).toEqual(places[0]);
});

test("is validated every 50 steps, and less often where that were more than a fifth of the work", () => {
  const every = (batches: number) => {
    const { validation } = new TextSequences({ ...options, windows: "random" });
    return validationEvery({ validation: Array.from({ length: batches }, () => validation[0]) });
  };
  expect([0, 1, 30, 31, 60, 61, 1700].map(every)).toEqual([50, 50, 50, 100, 100, 150, 2850]);
});
