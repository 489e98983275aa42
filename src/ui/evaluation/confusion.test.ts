import { expect, it } from "vitest";
import { confusionAt, examplesOfCell, neighbourOf, worstConfusions } from "./confusion";

/** Truth by prediction; support is the sum of a row. */
function counted(...rows: readonly (readonly number[])[]) {
  const classes = rows.map((row) => ({
    support: row.reduce((a, b) => a + b, 0),
    precision: null,
    recall: null,
    f1: null,
  }));
  return { counts: Int32Array.from(rows.flat()), classes };
}

const three = counted([4, 1, 0], [2, 6, 2], [0, 0, 0]);

it("counts a cell, and its share of the row", () => {
  expect(confusionAt(three, { truth: 1, predicted: 0 })).toEqual({
    truth: 1,
    predicted: 0,
    count: 2,
    rate: 0.2,
  });
  expect(confusionAt(three, { truth: 2, predicted: 0 }).rate).toBe(0);
});

it("lists the worst mistakes first, the more frequent of equally many before", () => {
  const many = counted([4, 2, 0], [2, 16, 2], [1, 0, 3]);
  const worst = worstConfusions(many, 3).map(({ truth, predicted }) => [truth, predicted]);
  expect(worst).toEqual([
    [0, 1],
    [1, 0],
    [1, 2],
  ]);
  expect(worstConfusions(counted([3, 0], [0, 2]), 5)).toEqual([]);
});

it("steps over empty cells, and stays within the matrix", () => {
  const at = (truth: number, predicted: number) => ({ truth, predicted });
  expect(neighbourOf(three, at(0, 0), "ArrowRight")).toEqual(at(0, 1));
  expect(neighbourOf(three, at(0, 1), "ArrowRight")).toBeNull();
  expect(neighbourOf(three, at(1, 1), "ArrowUp")).toEqual(at(0, 1));
  expect(neighbourOf(three, at(1, 1), "ArrowDown")).toBeNull();
  expect(neighbourOf(counted([1, 0, 1], [0, 0, 0], [0, 0, 0]), at(0, 2), "ArrowLeft")).toEqual(at(0, 0));
  expect(neighbourOf(three, at(0, 0), "Enter")).toBeNull();
});

it("finds the examples of a cell", () => {
  const one = { truth: 0, predicted: 1, index: 7, name: "seven" };
  const examples = [one, { ...one, predicted: 0, index: 8 }];
  expect(examplesOfCell({ examples }, { truth: 0, predicted: 1 })).toEqual([one]);
});
