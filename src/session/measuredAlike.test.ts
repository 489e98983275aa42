import { expect, it } from "vitest";
import { splitByPosition } from "../data/windows";
import { TextSequences } from "../engine/train/textSequences";
import { unlikeMeasured } from "./measuredAlike";
import { defaultSettings, type RunSettings } from "./settings";

/** A run on a text of this length, and where its validation windows begin. */
function run(symbols: number, change: Partial<RunSettings>) {
  const settings = { ...defaultSettings, ...change };
  const { sequenceLength, batchSize } = settings;
  const split = splitByPosition(symbols, sequenceLength);
  if (!split.ok) throw new Error("The text is too short.");
  const { trainLength } = split.value;
  const tokens = new Int32Array(symbols);
  const { validation } = new TextSequences({
    tokens,
    trainLength,
    sequenceLength,
    batchSize,
    windows: "random",
  });
  return {
    settings,
    stepsPerEpoch: trainLength / (sequenceLength * batchSize),
    starts: validation.flatMap(({ starts }) => [...starts]),
  };
}

it.each([76_244, 15_003, 900, 2_000_009])(
  "of a text of %d symbols tells which runs validate on other windows",
  (symbols) => {
    const runs = [8, 16, 32, 48, 64, 128].map((batchSize) => run(symbols, { sequenceLength: 32, batchSize }));
    for (const a of runs)
      for (const b of runs)
        expect(unlikeMeasured([a, b], true), `${a.settings.batchSize} and ${b.settings.batchSize}`).toBe(
          a.starts.join() === b.starts.join() ? null : "batchSize",
        );
    expect(unlikeMeasured([runs[0], run(symbols, { sequenceLength: 64, batchSize: 8 })], true)).toBe(
      "sequenceLength",
    );
    expect(
      unlikeMeasured([runs[0], run(symbols, { sequenceLength: 32, batchSize: 8, cell: "lstm" })], true),
    ).toBeNull();
  },
);

it("of examples depends on neither, but on what the loss is", () => {
  const of = (change: Partial<RunSettings>) => ({
    settings: { ...defaultSettings, ...change },
    stepsPerEpoch: 4,
  });
  expect(unlikeMeasured([of({}), of({ batchSize: 8, sequenceLength: 16 })], false)).toBeNull();
  expect(unlikeMeasured([of({}), of({ labelSmoothing: 0.1 })], false)).toBe("labelSmoothing");
  expect(unlikeMeasured([of({}), of({ classWeights: "balanced" })], false)).toBe("classWeights");
});
