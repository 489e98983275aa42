import fc from "fast-check";
import { expect, it } from "vitest";
import { fewestDigits } from "./fewestDigits";

it("gives the numbers of a file back as they stand there", () => {
  const decimals = fc.record({
    whole: fc.integer({ min: -999_999, max: 999_999 }),
    places: fc.integer({ min: 0, max: 3 }),
    shift: fc.double({ min: -500, max: 500, noNaN: true }),
    scale: fc.double({ min: 50, max: 500, noNaN: true }),
  });
  fc.assert(
    fc.property(decimals, ({ whole, places, shift, scale }) => {
      const given = whole / 10 ** (places + 2);
      const kept = Math.fround((given - shift) / scale);
      const found = fewestDigits(kept, { shift, scale });
      // Never another number to the network, and never longer than what stood in the file.
      expect(Math.fround((found - shift) / scale)).toBe(kept);
      expect(String(found).length).toBeLessThanOrEqual(String(given).length);
    }),
  );
  expect(fewestDigits(Math.fround((14.3 - 11.2) / 4.1), { shift: 11.2, scale: 4.1 })).toBe(14.3);
  expect(fewestDigits(Math.fround((0 - 4.979) / 3.147), { shift: 4.979, scale: 3.147 })).toBe(0);
  expect(fewestDigits(Number.NaN, { shift: 0, scale: 1 })).toBeNaN();
});
