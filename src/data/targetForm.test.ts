import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerOf,
  type ColumnForm,
  formParts,
  leadOf,
  referenceRow,
  targetForms,
  valueOfAnswer,
} from "./targetForm";

const form = (changed: Partial<ColumnForm>): ColumnForm => ({
  form: "change",
  season: 1,
  link: null,
  scale: 4,
  shifts: [1, 3],
  limits: { least: null, most: null },
  ...changed,
});

it("answers with what changes, scaled, by hand", () => {
  // 17 is 7 more than 10; the usual change two rows ahead is 3.
  expect(answerOf(form({}), 2, 17, 10)).toBe(1);
  expect(valueOfAnswer(form({}), 2, 1, 10)).toBe(17);
  expect(answerOf(form({}), 1, 17, null)).toBe(4);
  const relative = form({ link: { offset: 0, least: 1e-9 }, scale: 1, shifts: [0] });
  expect(answerOf(relative, 1, 30, 10)).toBeCloseTo(Math.log(3), 12);
  // Nothing usual happens: a count of 0 stays 0.
  const counts = form({ link: { offset: 1, least: 0.5 }, scale: 1, shifts: [0] });
  expect(valueOfAnswer(counts, 1, 0, 0)).toBe(0);
});

it("stays within limits", () => {
  const share = form({ limits: { least: 0, most: 1 }, shifts: [0] });
  expect([-9, 0.1, 9].map((answer) => valueOfAnswer(share, 1, answer, null))).toEqual([0, 0.4, 1]);
});

it("is the nearest whole number of what is counted, and never below 0", () => {
  const counts = form({ limits: { least: 0, most: null, isWhole: true }, shifts: [0] });
  expect([-9, 0.1, 0.2, 9].map((answer) => valueOfAnswer(counts, 1, answer, null))).toEqual([0, 0, 1, 36]);
});

it("takes a season that was known when it was forecast", () => {
  const at = { form: "seasonalChange", season: 3 } as const;
  // After row 10: rows 11 to 13 are compared with 8 to 10, and so are 14 and 15, as 11 to 13 are unknown then.
  expect([1, 2, 3, 4, 5].map((ahead) => referenceRow(at, 10, ahead))).toEqual([8, 9, 10, 8, 9]);
  expect([1, 5].map((ahead) => referenceRow({ form: "relativeChange", season: 1 }, 10, ahead))).toEqual([
    10, 10,
  ]);
  expect(referenceRow({ form: "logarithm", season: 3 }, 10, 1)).toBeNull();
});

describe.each(targetForms)("%s", (name) => {
  const { logarithm, reference } = formParts[name];
  const value = logarithm
    ? fc.double({ min: 0, max: 1e6, noNaN: true })
    : fc.double({ min: -1e6, max: 1e6, noNaN: true });

  it("is undone exactly", () => {
    const scales = fc.record({
      scale: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      shift: fc.double({ min: -10, max: 10, noNaN: true }),
      offset: fc.constantFrom(0.01, 1),
      ahead: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(value, value, scales, (y, last, { scale, shift, offset, ahead }) => {
        const column = form({
          link: logarithm ? { offset, least: offset / 2 } : null,
          scale,
          shifts: [0, 0, 0, 0].fill(shift, ahead - 1, ahead),
          limits: { least: logarithm ? 0 : null, most: null },
        });
        const from = reference === "none" ? null : last;
        const back = valueOfAnswer(column, ahead, answerOf(column, ahead, y, from), from);
        // Float64 loses digits where numbers of different size are added.
        expect(Math.abs(back - y)).toBeLessThanOrEqual(1e-9 * (Math.abs(y) + Math.abs(last) + scale + 1));
      }),
    );
  });

  it("refers to no row before its lead, nor to one that is not known", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 90 }), (season, ahead) => {
        const at = { form: name, season };
        const first = leadOf(at);
        for (const last of [first, first + 7]) {
          const row = referenceRow(at, last, ahead);
          if (row === null) continue;
          expect(row).toBeLessThanOrEqual(last);
          expect(row).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
