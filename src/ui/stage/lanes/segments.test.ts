import { expect, it } from "vitest";
import { segments } from "./segments";

const said = (symbol: string, right: boolean | null) => ({ symbol, right, probability: 0.5 });

it("joins steps with the same answer, and parts them where it turns right or wrong", () => {
  expect(segments([said("a", true), said("a", true), said("a", false), said("b", false)])).toEqual([
    { label: "a", right: true, from: 0, to: 2 },
    { label: "a", right: false, from: 2, to: 3 },
    { label: "b", right: false, from: 3, to: 4 },
  ]);
  expect(segments([])).toEqual([]);
});
