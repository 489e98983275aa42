import { expect, it } from "vitest";
import { splitByPosition } from "../data/windows";
import { unlikeMeasured } from "./measuredAlike";
import { defaultSettings, type RunSettings } from "./settings";

/** A run on a text of this length. */
function run(symbols: number, change: Partial<RunSettings>) {
  const settings = { ...defaultSettings, ...change };
  const { sequenceLength, batchSize } = settings;
  const split = splitByPosition(symbols, sequenceLength);
  if (!split.ok) throw new Error("The text is too short.");
  return { settings, stepsPerEpoch: split.value.trainLength / (sequenceLength * batchSize) };
}

it("of a text depends on what is held out, and on what the loss is", () => {
  const of = (change: Partial<RunSettings>) => run(900, { sequenceLength: 32, batchSize: 8, ...change });
  expect(unlikeMeasured([of({}), of({ sequenceLength: 89, batchSize: 7, cell: "lstm" })], true)).toBeNull();
  // One sequence of 90 and the symbol behind it are more than a tenth.
  expect(unlikeMeasured([of({}), of({ sequenceLength: 90 })], true)).toBe("sequenceLength");
  expect(unlikeMeasured([run(2_000_009, {}), run(2_000_009, { batchSize: 48 })], true)).toBeNull();
  expect(unlikeMeasured([of({}), of({ labelSmoothing: 0.1 })], true)).toBe("labelSmoothing");
});

it("of examples depends on neither, but on what the loss is", () => {
  const of = (change: Partial<RunSettings>) => ({
    settings: { ...defaultSettings, ...change },
    stepsPerEpoch: 4,
  });
  expect(unlikeMeasured([of({}), of({ batchSize: 8, sequenceLength: 16 })], false)).toBeNull();
  expect(unlikeMeasured([of({}), of({ labelSmoothing: 0.1 })], false)).toBe("labelSmoothing");
  expect(unlikeMeasured([of({}), of({ classWeights: "balanced" })], false)).toBe("classWeights");
});
