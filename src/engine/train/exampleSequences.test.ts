import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Examples } from "../../data/examples";
import { Random } from "../../random";
import { ExampleSequences } from "./exampleSequences";

/** Example i is the one symbol i, again and again, and its class is i. */
function numbered(train: number, heldOut: number, steps: (i: number) => number, isSeries = false): Examples {
  const count = train + heldOut;
  const symbols = Array.from({ length: count }, (_, i) => String(i));
  const lengths = symbols.map((_, i) => steps(i));
  return {
    input: { kind: "symbols", symbols },
    answer: { kind: "class", at: "last", labels: symbols },
    longest: Math.max(...lengths),
    varies: new Set(lengths).size > 1,
    train,
    heldOut,
    nameOf: String,
    ...(isSeries && { rowOf: (i: number) => i }),
    example: (i) => ({
      steps: lengths[i],
      input: new Int32Array(lengths[i]).fill(i),
      answer: Int32Array.of(i),
    }),
  };
}

const random = Random.fromSeed(1);
const classesOf = (batches: readonly { readonly targets: ArrayLike<number> }[]) =>
  batches.flatMap(({ targets }) => Array.from(targets));

describe("ExampleSequences", () => {
  it("trains on each example once an epoch, and never on one that validates or is held out", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (train, heldOut, batchSize) => {
          const examples = numbered(train, heldOut, () => 3);
          const sequences = new ExampleSequences(examples, { sequenceLength: 3, batchSize, seed: 5 });
          const { trained, validating } = sequences;
          expect(trained + validating).toBe(train);
          const steps = Math.ceil((2 * trained) / batchSize);
          const drawn = classesOf(Array.from({ length: steps }, (_, i) => sequences.draw(random, i)));
          const epochs = [drawn.slice(0, trained), drawn.slice(trained, 2 * trained)];
          for (const epoch of epochs) expect(new Set(epoch).size).toBe(trained);
          const validation = new Set(classesOf(sequences.validation));
          expect(validation.size).toBe(validating);
          for (const one of drawn) expect(validation.has(one) || one >= train).toBe(false);
          for (const one of validation) expect(one).toBeLessThan(train);
        },
      ),
    );
  });

  it("draws the same for the same seed and step, another order for another epoch or seed", () => {
    const examples = numbered(40, 5, () => 2);
    const make = (seed: number) => new ExampleSequences(examples, { sequenceLength: 2, batchSize: 34, seed });
    const [one, same, other] = [make(1), make(1), make(2)];
    expect(one.trained).toBe(34);
    expect(classesOf([same.draw(random, 1)])).toEqual(classesOf([one.draw(random, 1)]));
    expect(classesOf([one.draw(random, 0)])).not.toEqual(classesOf([one.draw(random, 1)]));
    expect(classesOf([other.draw(random, 1)])).not.toEqual(classesOf([one.draw(random, 1)]));
  });

  it("validates a series on its latest windows, a window's length away from those that train", () => {
    const examples = numbered(100, 10, () => 8, true);
    const sequences = new ExampleSequences(examples, { sequenceLength: 8, batchSize: 7, seed: 1 });
    const drawn = classesOf(Array.from({ length: 11 }, (_, i) => sequences.draw(random, i)));
    expect(sequences.validating).toBe(15);
    expect(Math.max(...drawn)).toBe(76);
    expect(Math.min(...classesOf(sequences.validation))).toBe(85);
  });

  it("trains on no row that validation forecasts, however far ahead", () => {
    const x = { name: "x", unit: null, shift: 0, scale: 1 };
    const horizon = 12;
    const outputs = Array.from({ length: horizon }, () => x);
    const examples: Examples = {
      ...numbered(100, 10, () => 4, true),
      answer: {
        kind: "numbers",
        at: "last",
        outputs,
        forecast: { horizon, columns: ["x"], periods: [null] },
      },
      // The number of the row that each is of.
      example: (i) => ({
        steps: 4,
        input: new Int32Array(4),
        answer: Float32Array.from(outputs, (_, h) => i + 4 + h),
      }),
    };
    const sequences = new ExampleSequences(examples, { sequenceLength: 4, batchSize: 5, seed: 1 });
    const drawn = classesOf(Array.from({ length: 14 }, (_, i) => sequences.draw(random, i)));
    const [lastTrained, firstForecast] = [Math.max(...drawn), Math.min(...classesOf(sequences.validation))];
    // The first that validates reads rows 85 to 88.
    expect([lastTrained, firstForecast]).toEqual([84, 89]);
  });

  it("validates on whole sequences where examples are parts of them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 2, max: 9 }), (train, size) => {
        const groupOf = (index: number) => Math.floor(index / size);
        const examples = { ...numbered(train, 5, () => 3), groupOf };
        const sequences = new ExampleSequences(examples, { sequenceLength: 3, batchSize: 1, seed: 5 });
        const drawn = classesOf(
          Array.from({ length: sequences.trained }, (_, i) => sequences.draw(random, i)),
        );
        const validation = new Set(classesOf(sequences.validation));
        expect(new Set([...drawn, ...validation]).size).toBe(train);
        const trained = new Set(drawn.map(groupOf));
        for (const one of validation) expect(trained.has(groupOf(one))).toBe(false);
      }),
    );
  });

  it("validates on the latest parts where there is one sequence", () => {
    const examples = { ...numbered(40, 5, () => 3), groupOf: () => 0 };
    const sequences = new ExampleSequences(examples, { sequenceLength: 3, batchSize: 6, seed: 5 });
    expect(classesOf(sequences.validation)).toEqual([34, 35, 36, 37, 38, 39]);
  });

  it("lays batches out by time, and masks what is shorter", () => {
    const examples = numbered(2, 1, (i) => i + 1);
    const sequences = new ExampleSequences(examples, { sequenceLength: 4, batchSize: 2, seed: 1 });
    const { input, targets, lengths } = sequences.draw(random, 0);
    expect(sequences.masked).toBe(true);
    const longer = targets[0] === 1 ? 0 : 1;
    expect(Array.from(lengths ?? [])).toEqual(longer === 0 ? [2, 1] : [1, 2]);
    expect(input[longer]).toBe(1);
    expect(input[2 + longer]).toBe(1);
    expect(input[2 + (1 - longer)]).toBe(0);
    // With so few, what is held out has to validate.
    expect(classesOf(sequences.validation)).toEqual([2, 2]);
  });
});
