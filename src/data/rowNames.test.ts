import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countNames, type RowNames, RowTextWriter, rowNameAt, rowNamesFrom } from "./rowNames";

function packed(texts: readonly string[]): RowNames {
  const writer = new RowTextWriter(texts.length);
  for (const text of texts) writer.push(text);
  return writer.finish();
}

describe("what rows are called", () => {
  it("comes back as it was, packed or not", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (texts) => {
        for (const names of [texts, packed(texts)]) {
          expect(countNames(names)).toBe(texts.length);
          expect(rowNamesFrom(names, 0, texts.length)).toEqual(texts);
        }
      }),
    );
  });

  it("is found by its row, in few bytes", () => {
    const days = Array.from({ length: 50_000 }, (_, i) => `2024年${i}`);
    const names = packed(days);
    expect(rowNameAt(names, 0)).toBe("2024年0");
    expect(rowNameAt(names, 49_999)).toBe("2024年49999");
    expect(rowNamesFrom(names, 3, 5)).toEqual(["2024年3", "2024年4"]);
    if (!("bytes" in names)) throw new Error("Texts are packed.");
    expect(names.bytes.length).toBe(new TextEncoder().encode(days.join("")).length);
  });

  it("is a number where it is that of the row", () => {
    expect(rowNameAt(Int32Array.of(2, 3, 5), 2)).toBe(5);
    expect(rowNamesFrom(Int32Array.of(2, 3, 5), 1, 3)).toEqual([3, 5]);
  });
});
