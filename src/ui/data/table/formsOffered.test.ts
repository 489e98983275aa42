import { expect, it } from "vitest";
import type { ColumnPreview, ForecastQuestion } from "../../../data/table/tableTypes";
import { targetForms } from "../../../data/targetForm";
import { formsOffered, formWithSeason } from "./formsOffered";

const column = (min: string | null): ColumnPreview => ({
  name: "sales",
  type: { kind: "number" },
  detected: { kind: "number" },
  missing: 0,
  invalid: 0,
  distinct: 9,
  distinctAtLeast: false,
  min,
  max: "900",
  examples: [],
});
const question: ForecastQuestion = {
  kind: "forecast",
  targets: [0],
  inputs: [],
  id: null,
  time: [],
  window: 7,
  horizon: 1,
  calendar: [],
  period: 7,
};

it("offers seasonal forms where there is a season, and logarithms of what is never below 0", () => {
  expect(formsOffered([column("0")], question)).toEqual(targetForms);
  expect(formsOffered([column("-3")], question)).toEqual(["value", "change", "seasonalChange"]);
  expect(formsOffered([column("(3)")], { ...question, period: null })).toEqual(["value", "change"]);
  const both = { ...question, targets: [0, 1], period: null };
  expect(formsOffered([column("1"), column("\u22122")], both)).toEqual(["value", "change"]);
  // What is in use is shown, and the reader says what is wrong with it.
  expect(formsOffered([column("-3")], { ...question, form: "logarithm" })).toContain("logarithm");
});

it("leaves a season's form when there is no season any more", () => {
  expect(formWithSeason("seasonalChange", null)).toBe("change");
  expect(formWithSeason("seasonalRelativeChange", null)).toBe("relativeChange");
  expect(formWithSeason("seasonalChange", 12)).toBe("seasonalChange");
  expect(formWithSeason("logarithm", null)).toBe("logarithm");
});
