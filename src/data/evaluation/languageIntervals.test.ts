import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { isClear } from "./blockBootstrap";
import { languageIntervals } from "./languageIntervals";

const trainLength = 1000;
const [T, B] = [40, 30];
/** One after the other, as validation reads them: the last symbol of one is the first of the next. */
const starts = Array.from({ length: B }, (_, b) => trainLength + b * T);
const symbols = B * T + 1;

/** [T · B]: what the network needs for the symbol behind each that it reads. */
function windowsOf(bitsAt: (i: number) => number, begins: readonly number[] = starts) {
  const count = begins.length;
  const nats = Float32Array.from({ length: T * count }, (_, i) => {
    const place = begins[i % count] + Math.floor(i / count) + 1 - trainLength;
    return bitsAt(place) * Math.LN2;
  });
  return { starts: Int32Array.from(begins), nats };
}

const flat = (bits: number) => new Float32Array(symbols).fill(bits);
const random = Random.fromSeed(6);
const noise = Float32Array.from({ length: symbols }, () => random.normal());

describe("languageIntervals", () => {
  it("are of the bits that a network needs less than each baseline", () => {
    const { unigram, bigram } = languageIntervals([windowsOf(() => 2)], trainLength, {
      unigramOfEach: flat(4.5),
      bigramOfEach: flat(3),
    });
    expect(unigram?.low).toBeCloseTo(2.5, 5);
    expect(unigram?.high).toBeCloseTo(2.5, 5);
    expect(bigram?.low).toBeCloseTo(1, 5);
  });

  it("compare symbol by symbol, so that what is hard for both is no noise", () => {
    const pairs = noise.map((value) => 3 + value);
    const baselines = { unigramOfEach: flat(4), bigramOfEach: pairs };
    const { bigram, unigram } = languageIntervals(
      [windowsOf((i) => 3 + noise[i] - 0.01)],
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
      languageIntervals([windowsOf((i) => 3 - by + noise[i] - mean)], trainLength, baselines).bigram;
    const interval = off(0.02);
    expect(interval && isClear(interval)).toBe(false);
    const better = off(0.2);
    expect(better && isClear(better)).toBe(true);
  });

  it("count a symbol once, whatever the order of windows and however often it is read, and no unknown one", () => {
    const baselines = { unigramOfEach: flat(4), bigramOfEach: noise.map((value) => 3 + value) };
    const once = languageIntervals([windowsOf(() => 3)], trainLength, baselines);
    const batches = [windowsOf(() => 3, starts.slice(15)), windowsOf(() => 3, starts.slice(0, 15))];
    expect(languageIntervals(batches, trainLength, baselines)).toEqual(once);
    expect(languageIntervals([windowsOf(() => 3), ...batches], trainLength, baselines)).toEqual(once);
    const unknown = {
      ...baselines,
      bigramOfEach: baselines.bigramOfEach.map((v, i) => (i % 9 ? v : Number.NaN)),
    };
    const others = languageIntervals([windowsOf((i) => (i % 9 ? 3 : 99))], trainLength, unknown);
    expect(others.bigram?.high).toBeLessThan(0.2);
    expect(others.bigram?.low).toBeGreaterThan(-0.2);
  });
});
