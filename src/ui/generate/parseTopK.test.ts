import { expect, it } from "vitest";
import { parseTopK } from "./parseTopK";

it("reads a number, or all", () => {
  expect(parseTopK("5", 80)).toEqual({ value: 5 });
  expect(parseTopK("80", 80)).toEqual({ value: 80 });
  for (const all of ["", " all ", "All"]) expect(parseTopK(all, 80)).toEqual({ value: null });
});

it("says what would do", () => {
  for (const text of ["0", "81", "2.5", "some"]) {
    expect(parseTopK(text, 80)).toEqual({ problem: "A whole number from 1 to 80, or “all”." });
  }
});
