import { expect, it } from "vitest";
import { chartRows, maxSeriesPoints } from "./chartRows";
import { measuresOf } from "./measures";

const [nats, bits, accuracy] = measuresOf(null);

const measured = (step: number, loss: number, accuracy = 0) => ({ step, loss, accuracy });

it("joins both series by step", () => {
  const rows = chartRows([measured(1, 3), measured(2, 2)], [measured(2, 2.5), measured(5, 2.25)], nats);
  expect(rows).toEqual([
    { step: 1, train: 3, validation: null },
    { step: 2, train: 2, validation: 2.5 },
    { step: 5, train: null, validation: 2.25 },
  ]);
});

it("shows long runs as means of neighbours", () => {
  const train = Array.from({ length: 3 * maxSeriesPoints - 1 }, (_, i) => measured(i + 1, i + 1));
  const rows = chartRows(train, [], nats);
  expect(rows).toHaveLength(maxSeriesPoints);
  expect(rows[0]).toEqual({ step: 3, train: 2, validation: null });
  expect(rows[maxSeriesPoints - 1]).toEqual({ step: 449, train: 448.5, validation: null });
});

it("shows nothing of nothing", () => {
  expect(chartRows([], [], nats)).toEqual([]);
});

it("converts", () => {
  const point = measured(1, Math.log(8), 0.5);
  expect(bits.of(point)).toBeCloseTo(3, 12);
  expect(accuracy.of(point)).toBe(0.5);
  expect(nats.of(point)).toBe(Math.log(8));
});
