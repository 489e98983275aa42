import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { blockInterval, blockLengthFor, isClear } from "./blockBootstrap";

const improvement = ([own, other]: readonly number[]) => 1 - Math.sqrt(own / other);
const options = { blockLength: 6, replicates: 1000 };

/** Squared errors that depend on those before them. */
function squares(seed: number, size: number): Float64Array {
  const random = Random.fromSeed(seed);
  let error = 0;
  return Float64Array.from({ length: 200 }, () => {
    error = 0.6 * error + size * random.normal();
    return error * error;
  });
}

describe("blockInterval", () => {
  it("covers 0 where two err alike, and not where one errs plainly less", () => {
    const alike = blockInterval([squares(1, 1), squares(2, 1)], improvement, options);
    expect(alike && isClear(alike)).toBe(false);
    const better = blockInterval([squares(1, 0.5), squares(2, 1)], improvement, options);
    expect(better && better.low > 0.2 && better.high < 0.7).toBe(true);
    const worse = blockInterval([squares(1, 2), squares(2, 1)], improvement, options);
    expect(worse && worse.high < 0).toBe(true);
  });

  it("is 0 to 0 where both are the same, and the same each time", () => {
    const own = squares(1, 1);
    expect(blockInterval([own, own], improvement, options)).toEqual({ low: 0, high: 0 });
    const both = () => blockInterval([own, squares(2, 1)], improvement, options);
    expect(both()).toEqual(both());
  });

  it("covers the truth about as often as it says", () => {
    let covered = 0;
    for (let seed = 0; seed < 200; seed++) {
      const found = blockInterval([squares(2 * seed + 100, 0.8), squares(2 * seed + 101, 1)], improvement, {
        blockLength: 6,
        replicates: 200,
      });
      if (found && found.low <= 0.2 && found.high >= 0.2) covered++;
    }
    // 95 %; of 200 rows that depend on each other somewhat less, as blocks are short.
    expect(covered).toBeGreaterThanOrEqual(176);
    expect(covered).toBeLessThan(200);
  });

  it("has no block of two series: of series of one item each all blocks are of one", () => {
    const both = [squares(1, 0.8), squares(2, 1)];
    const ends = both[0].map((_, i) => i + 1);
    const found = blockInterval(both, improvement, { ...options, ends });
    expect(found).toEqual(blockInterval(both, improvement, { ...options, blockLength: 1 }));
    expect(found).not.toEqual(blockInterval(both, improvement, options));
  });

  it("is nothing where nothing is measured, or the statistic is not defined", () => {
    expect(blockInterval([[], []], improvement, options)).toBeNull();
    expect(blockInterval([new Float64Array(9), new Float64Array(9)], improvement, options)).toBeNull();
  });
});

it("takes blocks as long as forecasts overlap, and leaves several to draw from", () => {
  expect([1, 2, 9, 29, 1000, 8765].map((n) => blockLengthFor(n, 1))).toEqual([1, 1, 3, 4, 10, 21]);
  expect([29, 1000].map((n) => blockLengthFor(n, 12))).toEqual([9, 12]);
});
