import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { isClear } from "./blockBootstrap";
import { languageIntervals } from "./languageIntervals";

const trainLength = 1000;
const symbols = 1201;
/** The first symbol that is held out follows the last of training. */
const pieces = [
  { start: trainLength - 1, end: trainLength + 599 },
  { start: trainLength + 599, end: trainLength + symbols - 1 },
];

/** What the network needs for each symbol that is held out. */
const natsOf = (bitsAt: (i: number) => number) =>
  Float32Array.from({ length: symbols }, (_, i) => bitsAt(i) * Math.LN2);

const flat = (bits: number) => new Float32Array(symbols).fill(bits);
const random = Random.fromSeed(6);
const noise = Float32Array.from({ length: symbols }, () => random.normal());

describe("languageIntervals", () => {
  it("are of the bits that a network needs less than each baseline", () => {
    const { unigram, bigram } = languageIntervals(
      pieces,
      natsOf(() => 2),
      trainLength,
      {
        unigramOfEach: flat(4.5),
        bigramOfEach: flat(3),
      },
    );
    expect(unigram?.low).toBeCloseTo(2.5, 5);
    expect(unigram?.high).toBeCloseTo(2.5, 5);
    expect(bigram?.low).toBeCloseTo(1, 5);
  });

  it("compare symbol by symbol, so that what is hard for both is no noise", () => {
    const pairs = noise.map((value) => 3 + value);
    const baselines = { unigramOfEach: flat(4), bigramOfEach: pairs };
    const { bigram, unigram } = languageIntervals(
      pieces,
      natsOf((i) => 3 + noise[i] - 0.01),
      trainLength,
      baselines,
    );
    expect(bigram?.low).toBeCloseTo(0.01, 3);
    expect(bigram?.high).toBeCloseTo(0.01, 3);
    // Beside frequencies, which know nothing of it, it is: 1.01 less noise of 1,200 symbols.
    expect(unigram && isClear(unigram)).toBe(true);
    expect((unigram?.high ?? 0) - (unigram?.low ?? 0)).toBeGreaterThan(2 / Math.sqrt(symbols));
  });

  it("call a difference that is noise no clear one", () => {
    const mean = noise.reduce((sum, value) => sum + value, 0) / symbols;
    const baselines = { unigramOfEach: flat(4), bigramOfEach: flat(3) };
    const off = (by: number) =>
      languageIntervals(
        pieces,
        natsOf((i) => 3 - by + noise[i] - mean),
        trainLength,
        baselines,
      ).bigram;
    const interval = off(0.02);
    expect(interval && isClear(interval)).toBe(false);
    const better = off(0.2);
    expect(better && isClear(better)).toBe(true);
  });

  it("are of those symbols that pieces have, and count no unknown one", () => {
    const baselines = { unigramOfEach: flat(4), bigramOfEach: noise.map((value) => 3 + value) };
    const apart = [
      { start: trainLength + 9, end: trainLength + 209 },
      { start: trainLength + 499, end: trainLength + 699 },
    ];
    const places = apart.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, i) => start + 1 + i - trainLength),
    );
    const nats = Float32Array.from(places, (i) => (3 + noise[i] - 0.5) * Math.LN2);
    const { bigram } = languageIntervals(apart, nats, trainLength, baselines);
    expect(bigram?.low).toBeCloseTo(0.5, 4);
    expect(bigram?.high).toBeCloseTo(0.5, 4);
    const unknown = {
      ...baselines,
      bigramOfEach: baselines.bigramOfEach.map((v, i) => (i % 9 ? v : Number.NaN)),
    };
    const others = languageIntervals(
      pieces,
      natsOf((i) => (i % 9 ? 3 : 99)),
      trainLength,
      unknown,
    );
    expect(others.bigram?.high).toBeLessThan(0.2);
    expect(others.bigram?.low).toBeGreaterThan(-0.2);
  });
});
