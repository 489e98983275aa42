import { expect, it } from "vitest";
import { message } from "../../words/message";
import { parseTopK } from "./parseTopK";

const parse = (text: string) => parseTopK(text, 80, "all");

it("reads a number, or all", () => {
  expect(parse("5")).toEqual({ value: 5 });
  expect(parse("80")).toEqual({ value: 80 });
  for (const all of ["", " all ", "All"]) expect(parse(all)).toEqual({ value: null });
});

it("says what would do", () => {
  const problem = message("generate.topKWanted", { most: 80 });
  for (const text of ["0", "81", "2.5", "some"]) expect(parse(text)).toEqual({ problem });
});
