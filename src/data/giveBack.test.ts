import { describe, expect, it } from "vitest";
import { giveBack } from "./giveBack";

describe("arrays that are given back", () => {
  it("are empty, those of the same memory too, and others are as they were", () => {
    const whole = Float64Array.of(1, 2, 3);
    const part = whole.subarray(1);
    const other = Int32Array.of(4);
    giveBack([whole, part, whole]);
    expect([whole.length, part.length, part.buffer.byteLength]).toEqual([0, 0, 0]);
    expect(other).toEqual(Int32Array.of(4));
  });
});
