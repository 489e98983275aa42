import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../words/english";
import { fixedWindows, splitByPosition } from "./windows";

describe("splitByPosition", () => {
  it("keeps the last tenth for validation, or one sequence and its last successor", () => {
    expect(splitByPosition(1000, 64)).toEqual({
      ok: true,
      value: { trainLength: 900, validationLength: 100 },
    });
    expect(splitByPosition(1009, 64)).toEqual({
      ok: true,
      value: { trainLength: 909, validationLength: 100 },
    });
    expect(splitByPosition(130, 64)).toEqual({
      ok: true,
      value: { trainLength: 65, validationLength: 65 },
    });
  });

  it("says what a text that is too short needs, and what would do", () => {
    expect(splitByPosition(129, 64)).toEqual({
      ok: false,
      problem:
        "The text is too short: it has 129 characters, and with sequence length 64 it needs at least 130, half of them for validation. Use a longer text, or set the sequence length to 63 or less.",
    });
    expect(splitByPosition(1, 1000)).toEqual({
      ok: false,
      problem:
        "The text is too short: it has 1 character, and with sequence length 1000 it needs at least 2,002, half of them for validation. Use a longer text.",
    });
    expect(splitByPosition(9, 64, 4)).toEqual({
      ok: false,
      problem:
        "The text is too short: it has 9 characters, and with sequence length 64 it needs at least 130, half of them for validation. Use a longer text.",
    });
  });

  it("leaves both parts room for a sequence, or proposes a length that does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 3000 }), fc.integer({ min: 1, max: 300 }), (length, T) => {
        const split = splitByPosition(length, T);
        if (split.ok) {
          const { trainLength, validationLength } = split.value;
          expect(trainLength + validationLength).toBe(length);
          expect(Math.min(trainLength, validationLength)).toBeGreaterThan(T);
        } else {
          const proposed = Number(/sequence length to (\d+)/.exec(inEnglish(split.problem))?.[1]);
          expect(splitByPosition(length, proposed).ok).toBe(true);
          expect(splitByPosition(length, proposed + 1).ok).toBe(false);
        }
      }),
    );
  });
});

describe("fixedWindows", () => {
  it("spaces windows evenly from the start to the end", () => {
    expect(fixedWindows(100, 200, 9, 4)).toEqual([100, 130, 160, 190]);
    expect(fixedWindows(100, 110, 9, 1)).toEqual([100]);
  });

  it("overlaps in a short range, and repeats where there is no other place", () => {
    expect(fixedWindows(0, 13, 9, 4)).toEqual([0, 1, 2, 3]);
    expect(fixedWindows(0, 10, 9, 3)).toEqual([0, 0, 0]);
  });

  it("refuses a range without room for one window", () => {
    expect(() => fixedWindows(0, 9, 9, 1)).toThrow("No window of 9 + 1 characters fits between 0 and 9.");
  });

  it("stays within the range, and apart where there is room", () => {
    const small = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(small, small, small, fc.integer({ min: 0, max: 500 }), (start, T, count, extra) => {
        const end = start + T + 1 + extra;
        const starts = fixedWindows(start, end, T, count);
        expect(starts).toHaveLength(count);
        expect(starts[0]).toBe(start);
        expect(Math.max(...starts) + T).toBeLessThan(end);
        const hasRoom = count * T < end - start;
        const gaps = starts.slice(1).map((s, i) => s - starts[i]);
        expect(Math.min(T, ...gaps)).toBeGreaterThanOrEqual(hasRoom ? T : 0);
      }),
    );
  });
});
