import { expect, it } from "vitest";
import { FrameBudget } from "./frameBudget";

it("has time at the beginning, and then for a fiftieth of the time", () => {
  const budget = new FrameBudget();
  for (let i = 0; i < 4; i++) {
    expect(budget.hasTimeFor("picture")).toBe(true);
    budget.spent(100, "picture");
  }
  expect(budget.hasTimeFor("picture")).toBe(false);
  budget.trained(4_999);
  expect(budget.hasTimeFor("picture")).toBe(false);
  budget.trained(1);
  expect(budget.hasTimeFor("picture")).toBe(true);
});

it("has less time for what stands beside a picture", () => {
  const budget = new FrameBudget();
  budget.spent(100, "picture");
  budget.spent(120, "picture");
  expect(budget.hasTimeFor("picture")).toBe(true);
  expect(budget.hasTimeFor("state")).toBe(true);
  expect(budget.hasTimeFor("writing")).toBe(false);
  budget.spent(60, "state");
  expect(budget.hasTimeFor("state")).toBe(false);
});
