import { expect, it, vi } from "vitest";
import { atOnce, type Pieces } from "../inTurns";
import { followQuestion } from "./followQuestion";
import { proposalFor } from "./proposal";
import type { ForecastQuestion } from "./tableTypes";
import { withRhythm } from "./targetRhythm";
import { describedOf } from "./testing";

const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
const noise = (i: number) => ((i * 7919) % 101) / 50 - 1;
/** A week, a rise with ten days in it, and neither. */
const text = `date,visitors,stock,noise\n${Array.from({ length: 150 }, (_, i) =>
  [
    day(i),
    (100 + 20 * Math.sin((2 * Math.PI * i) / 7) + noise(i)).toFixed(1),
    (5 * i + 20 * Math.sin((2 * Math.PI * i) / 10) + noise(3 * i)).toFixed(1),
    noise(i * i).toFixed(2),
  ].join(","),
).join("\n")}`;

async function asked() {
  const described = await describedOf(text);
  const { questions, options } = atOnce(proposalFor(described));
  const [before] = questions;
  if (before.kind !== "forecast") throw new Error(`It is asked to ${before.kind}.`);
  const follow = (change: Partial<ForecastQuestion>, from: ForecastQuestion = before) =>
    atOnce(followQuestion(described, from, { question: { ...from, ...change }, options }));
  return { before, options, follow };
}

it("takes the season, window, calendar and scaling of the column that was chosen", async () => {
  const { before, options, follow } = await asked();
  expect(before).toMatchObject({ targets: [1], period: 7, window: 7, calendar: ["dayOfWeek"] });
  expect(options.scaling).toBe("standard");
  const stock = follow({ targets: [2], inputs: [1] });
  expect(stock.question).toMatchObject({
    targets: [2],
    inputs: [1],
    period: 10,
    form: "seasonalChange",
    window: 10,
    calendar: [],
  });
  expect(stock.options.scaling).toBe("standard");
  // Values that rise leave the range of training.
  expect(follow({ targets: [2], inputs: [1], form: "logarithm" }).options.scaling).toBe("standard");
  const values = { ...before, form: "logarithm" } as const;
  expect(follow({ targets: [2], inputs: [1], form: "value" }, values).options.scaling).toBe("minMax");
  expect(follow({ targets: [3] }).question).toMatchObject({ period: null, window: 30, calendar: [] });
});

it("leaves what somebody has set", async () => {
  const { before, follow } = await asked();
  const mine = { ...before, window: 12, calendar: ["month"] as const };
  expect(follow({ targets: [2] }, mine).question).toMatchObject({
    window: 12,
    period: 10,
    calendar: ["month"],
  });
  expect(follow({ targets: [2], period: null }).question).toMatchObject({ period: null, window: 10 });
});

it("has a season and a form of each of several columns", async () => {
  const { before, follow } = await asked();
  const both = follow({ targets: [1, 2], inputs: [] }).question;
  expect(both).toMatchObject({
    period: 7,
    form: "value",
    others: [{ column: 2, period: 10, form: "seasonalChange" }],
  });
  if (both.kind !== "forecast") throw new Error("It is a forecast.");
  // What was set of one is kept when another comes or goes, and when it comes to stand alone.
  const mine = withRhythm(both, 2, { form: "change" });
  const three = follow({ targets: [1, 2, 3] }, mine).question;
  expect(three).toMatchObject({
    period: 7,
    form: "value",
    others: [
      { column: 2, period: 10, form: "change" },
      { column: 3, period: null, form: "value" },
    ],
  });
  expect(follow({ targets: [2] }, mine).question).toMatchObject({ period: 10, form: "change" });
  expect(follow({ targets: [2] }, mine).question).toHaveProperty("others", undefined);
  const set = { ...before, period: 5 };
  expect(follow({ targets: [1, 3] }, set).question).toMatchObject({ period: 5, others: undefined });
});

it("has a calendar only with dates", async () => {
  const { follow } = await asked();
  expect(follow({ time: [], calendar: [] }).question).toMatchObject({ period: 7, calendar: [] });
});

it("leaves off between columns, so that a stop is heard", async () => {
  const columns = 8;
  const rows = Array.from({ length: 400 }, (_, i) =>
    [day(i), ...Array.from({ length: columns }, (_, k) => noise(i * (k + 3)).toFixed(2))].join(","),
  );
  const names = Array.from({ length: columns }, (_, k) => `value${k}`);
  const described = await describedOf(`date,${names.join(",")}\n${rows.join("\n")}`);
  const readers = described.table.columns.map((column) => vi.spyOn(column, "reader"));
  /** Columns that are read in each piece. */
  function inPieces<T>(pieces: Pieces<T>): { readonly reads: readonly number[]; readonly value: T } {
    const reads: number[] = [];
    for (;;) {
      for (const reader of readers) reader.mockClear();
      const { done, value } = pieces.next();
      reads.push(readers.reduce((sum, { mock }) => sum + mock.calls.length, 0));
      if (done) return { reads, value };
    }
  }
  const proposed = inPieces(proposalFor(described));
  const { questions, options } = proposed.value;
  const [before] = questions;
  if (before.kind !== "forecast") throw new Error(`It is asked to ${before.kind}.`);
  const all = { ...before, targets: [...before.targets, ...before.inputs], inputs: [] };
  const followed = inPieces(followQuestion(described, before, { question: all, options }));
  expect(followed.value.question).toMatchObject({ targets: all.targets });
  for (const { reads } of [proposed, followed]) {
    // One column, and the times.
    expect(Math.max(...reads)).toBeLessThanOrEqual(2);
    expect(reads.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(columns);
  }
});
