import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countUtf8, firstUtf8Defect, lineOfByte } from "./utf8";

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

// Mostly lead and continuation bytes, so that long sequences come up.
const someBytes = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0x80, max: 0xf5 })), { maxLength: 12 })
  .map((list) => Uint8Array.from(list));

describe("firstUtf8Defect", () => {
  it("agrees with TextDecoder on any bytes, and everything before the defect is well-formed", () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const defect = firstUtf8Defect(bytes);
        expect(defect === null).toBe(decodes(bytes));
        if (defect) expect(decodes(bytes.slice(0, defect.byteOffset))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("tells a cut-off character from a wrong one", () => {
    const bytes = new TextEncoder().encode("a😀");
    for (const length of [2, 3, 4]) {
      expect(firstUtf8Defect(bytes.slice(0, length))).toEqual({ byteOffset: 1, cutOff: true });
    }
    expect(firstUtf8Defect(Uint8Array.of(0x61, 0xf0, 0x41))).toEqual({ byteOffset: 1, cutOff: false });
    expect(firstUtf8Defect(Uint8Array.of(0xed, 0xa0, 0x80))).toEqual({ byteOffset: 0, cutOff: false });
  });
});

describe("countUtf8", () => {
  it("counts what TextDecoder finds, in any bytes", () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        // A character that the end cuts off waits for the rest, and is none yet.
        const text = [...new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true })];
        const defects = text.filter((character) => character === "\uFFFD").length;
        const characters = text.filter((character) => character > "\x7f").length - defects;
        expect(countUtf8(bytes)).toEqual({ characters, defects });
      }),
      { numRuns: 2000 },
    );
    // Which is a character that somebody may have written.
    expect(countUtf8(new TextEncoder().encode("a\uFFFDä😀"))).toEqual({ characters: 3, defects: 0 });
  });
});

describe("lineOfByte", () => {
  it("counts LF, CR and CRLF as one line end each", () => {
    const bytes = new TextEncoder().encode("a\nb\rc\r\nd");
    const lines = Array.from(bytes, (_, i) => lineOfByte(bytes, i));
    expect(lines).toEqual([1, 1, 2, 2, 3, 3, 3, 4]);
  });
});
