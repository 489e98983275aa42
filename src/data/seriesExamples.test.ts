import fc from "fast-check";
import { expect, it } from "vitest";
import { identityOf, message } from "../words/message";
import type { SeriesData } from "./examples";
import { seriesExamples } from "./seriesExamples";

/** One column, whose values are the numbers of its rows. */
function numbered(rows: number, trainRows: number, horizon: number): SeriesData {
  const x = { name: "x", unit: null, shift: 0, scale: 1 };
  const values = Float32Array.from({ length: rows }, (_, row) => row);
  return {
    kind: "series",
    name: "numbered",
    sizeBytes: 0,
    decisions: [],
    suggested: {},
    input: { kind: "features", features: [x], display: { kind: "lines" } },
    answer: {
      kind: "numbers",
      at: "last",
      outputs: Array.from({ length: horizon }, () => x),
      forecast: { horizon, columns: ["x"], periods: [null] },
    },
    rows: values,
    targets: Float64Array.from(values),
    times: Array.from(values, String),
    trainRows,
  };
}

it("trains on nothing that is forecast in the held-out part, and forecasts all of that part", () => {
  const sizes = fc.record({
    T: fc.integer({ min: 1, max: 9 }),
    horizon: fc.integer({ min: 1, max: 7 }),
    more: fc.integer({ min: 0, max: 20 }),
    behind: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(sizes, ({ T, horizon, more, behind }) => {
      const trainRows = T + horizon + more;
      const N = trainRows + horizon + behind;
      const examples = seriesExamples(numbered(N, trainRows, horizon), T);
      if (!examples.ok) throw new Error(identityOf(examples.problem));
      const { train, heldOut, example, rowOf, nameOf } = examples.value;
      expect([train, heldOut]).toEqual([more + 1, behind + 1]);
      for (let index = 0; index < train + heldOut; index++) {
        const isTrain = index < train;
        const first = isTrain ? index : trainRows - T + index - train;
        const { steps, input, answer } = example(index);
        expect(steps).toBe(T);
        expect(Array.from(input)).toEqual(Array.from({ length: T }, (_, t) => first + t));
        expect(Array.from(answer)).toEqual(Array.from({ length: horizon }, (_, h) => first + T + h));
        if (isTrain) expect(Math.max(...answer)).toBeLessThan(trainRows);
        else expect(Math.min(...answer)).toBeGreaterThanOrEqual(trainRows);
        expect(rowOf?.(index)).toBe(first + T - 1);
        expect(nameOf(index)).toEqual(message("files.afterTime", { time: `${first + T - 1}` }));
      }
    }),
  );
});

it.each([
  [20, 16, 4, 16, 12],
  [6, 5, 2, 4, null],
])(
  "says what to do about %i rows, of which %i train, with a horizon of %i and windows of %i",
  (rows, trained, horizon, T, possible) => {
    const examples = seriesExamples(numbered(rows, trained, horizon), T);
    const facts = { rows, trained, window: T, horizon };
    const problem =
      possible === null
        ? message("files.seriesTooShort", facts)
        : message("files.seriesTooShortFor", { ...facts, possible });
    expect(examples).toEqual({ ok: false, problem });
  },
);

it("names windows after the row that is read last: as the file has it, or by its number", () => {
  const data = numbered(20, 12, 1);
  const nameOf = (times: SeriesData["times"]) => {
    const examples = seriesExamples({ ...data, times }, 3);
    if (!examples.ok) throw new Error(identityOf(examples.problem));
    return examples.value.nameOf(1);
  };
  expect(nameOf(data.times)).toEqual(message("files.afterTime", { time: "3" }));
  expect(nameOf(Int32Array.from({ length: 20 }, (_, row) => row + 2))).toEqual(
    message("files.afterTime", { time: message("table.rowNamed", { row: 5 }) }),
  );
});
