import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { message } from "../words/message";
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
      problem: message("files.textTooShortFor", {
        unit: "characters",
        length: 129,
        sequenceLength: 64,
        needed: 130,
        possible: 63,
      }),
    });
    expect(splitByPosition(1, 1000, 1, "words")).toEqual({
      ok: false,
      problem: message("files.textTooShort", {
        unit: "words",
        length: 1,
        sequenceLength: 1000,
        needed: 2002,
      }),
    });
    expect(splitByPosition(9, 64, 4)).toEqual({
      ok: false,
      problem: message("files.textTooShort", {
        unit: "characters",
        length: 9,
        sequenceLength: 64,
        needed: 130,
      }),
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
          if (typeof split.problem === "string") throw new Error("A problem is a message.");
          const proposed = Number(split.problem.values.possible);
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
