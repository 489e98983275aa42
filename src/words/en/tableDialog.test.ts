import { expect, it } from "vitest";
import { tableDialog as chinese } from "../zh/tableDialog";
import { tableDialog } from "./tableDialog";

it("says what is wrong in a column, or that nothing is", () => {
  const told = (missing: number, invalid: number) =>
    [tableDialog, chinese].map(({ flaws }) => flaws({ missing, invalid }).replaceAll("\u00a0", " "));
  expect(told(0, 0)).toEqual(["none missing", "没有缺失"]);
  expect(told(1200, 3)).toEqual(["1,200 missing, 3 not of this type", "缺失 1,200 个，类型不符 3 个"]);
  expect(told(0, 1)).toEqual(["1 not of this type", "类型不符 1 个"]);
});

it("has no space between Chinese characters", () => {
  expect(chinese.typeOf({ column: "price" })).toBe("price 的类型");
  expect(chinese.typeOf({ column: "价格" })).toBe("价格的类型");
  expect(chinese.range({ min: "−3", max: "26.3" })).toBe("−3 至 26.3");
});
