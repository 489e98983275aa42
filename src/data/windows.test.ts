import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { message } from "../words/message";
import { piecesOf, splitByPosition, validationPieces } from "./windows";

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

describe("validationPieces", () => {
  const of = (trainLength: number, validationLength: number) =>
    validationPieces(trainLength, trainLength + validationLength);

  it("are all of what is held out, up to 16,384 symbols", () => {
    expect(of(100, 20)).toEqual([{ start: 99, end: 119 }]);
    expect(of(1000, 300)).toEqual([
      { start: 999, end: 1149 },
      { start: 1149, end: 1299 },
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 2, max: 16_384 }),
        (trained, heldOut) => {
          const pieces = of(trained, heldOut);
          expect(Math.log2(pieces.length) % 1).toBe(0);
          expect([pieces[0].start, pieces[pieces.length - 1].end]).toEqual([
            trained - 1,
            trained + heldOut - 1,
          ]);
          for (const [i, { start, end }] of pieces.entries()) {
            expect(end - start).toBeGreaterThan(0);
            expect(end - start).toBeLessThanOrEqual(256);
            expect(end).toBe(pieces[i + 1]?.start ?? end);
          }
        },
      ),
    );
  });

  it("are 64 of 256 symbols at even distances of more", () => {
    const pieces = of(9_000_000, 1_000_000);
    expect(pieces).toHaveLength(64);
    expect(pieces.map(({ start, end }) => end - start)).toEqual(Array(64).fill(256));
    expect(pieces.map(({ start }) => start)).toEqual(
      Array.from({ length: 64 }, (_, i) => 8_999_999 + i * 15_625),
    );
  });
});

describe("piecesOf", () => {
  it("are all, of 256 symbols at most", () => {
    expect(piecesOf(0, 1)).toEqual([{ start: 0, end: 1 }]);
    expect(piecesOf(10, 610)).toEqual([
      { start: 10, end: 210 },
      { start: 210, end: 410 },
      { start: 410, end: 610 },
    ]);
  });
});
