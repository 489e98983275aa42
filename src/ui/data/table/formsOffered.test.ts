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
  expect(formsOffered([column("0")], question, 0)).toEqual(targetForms);
  expect(formsOffered([column("-3")], question, 0)).toEqual(["value", "change", "seasonalChange"]);
  expect(formsOffered([column("(3)")], { ...question, period: null }, 0)).toEqual(["value", "change"]);
  // Each of several by its own values and its own season.
  const others = [{ column: 1, period: 12, form: "change" as const }];
  const both = { ...question, targets: [0, 1], period: null, others };
  const columns = [column("1"), column("\u22122")];
  expect(formsOffered(columns, both, 0)).toEqual(["value", "change", "logarithm", "relativeChange"]);
  expect(formsOffered(columns, both, 1)).toEqual(["value", "change", "seasonalChange"]);
  // What is in use is shown, and the reader says what is wrong with it.
  expect(formsOffered([column("-3")], { ...question, form: "logarithm" }, 0)).toContain("logarithm");
});

it("leaves a season's form when there is no season any more", () => {
  expect(formWithSeason("seasonalChange", null)).toBe("change");
  expect(formWithSeason("seasonalRelativeChange", null)).toBe("relativeChange");
  expect(formWithSeason("seasonalChange", 12)).toBe("seasonalChange");
  expect(formWithSeason("logarithm", null)).toBe("logarithm");
});
