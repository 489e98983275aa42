import { expect, it } from "vitest";
import { isAscii } from "./isAscii";

it("finds a byte beyond ASCII, and escape, wherever they are", () => {
  for (let offset = 0; offset < 5; offset++)
    for (let length = 0; length < 14; length++) {
      const bytes = new Uint8Array(32)
        .fill(0xff)
        .subarray(offset, offset + length)
        .fill(0x7f);
      expect(isAscii(bytes)).toBe(true);
      for (let at = 0; at < length; at++)
        for (const other of [0x80, 0xff, 0x1b]) {
          bytes[at] = other;
          expect(isAscii(bytes)).toBe(false);
          bytes[at] = 0x7f;
        }
    }
});
