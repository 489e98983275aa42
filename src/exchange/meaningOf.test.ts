import { expect, it } from "vitest";
import type { ExampleAnswer, Quantity } from "../data/examples";
import type { ColumnForm, TargetForm } from "../data/targetForm";
import { inEnglish } from "../words/english";
import { meaningOf } from "./meaningOf";

const sales: Quantity = { name: "sales", unit: "€", shift: 100, scale: 7 };
const input = { kind: "features", features: [sales], display: { kind: "lines" } } as const;

const answered = (form: TargetForm): ExampleAnswer => {
  const limits = { least: 0, most: null };
  const column: ColumnForm = { form, season: 12, link: null, scale: 2, shifts: [1], limits };
  const forecast = { horizon: 1, columns: ["sales"], periods: [12], transform: { columns: [column] } };
  return { kind: "numbers", at: "last", outputs: [sales], forecast };
};

it("says how values are scaled, also of those that have limits", () => {
  const meaning = meaningOf({ input, answer: answered("value") }, inEnglish);
  expect(meaning).toEqual({ vocabulary: [], features: [sales], labels: [], outputs: [sales] });
});

it.each<TargetForm>(["change", "seasonalChange", "logarithm", "relativeChange"])(
  "says nothing of numbers that are no scaled values: %s",
  (form) => {
    const meaning = meaningOf({ input, answer: answered(form) }, inEnglish);
    expect(meaning).toMatchObject({ features: [], outputs: [] });
  },
);

it("says nothing of series that are scaled each by itself", () => {
  const meaning = meaningOf({ input, answer: answered("value"), hasOwnScales: true }, inEnglish);
  expect(meaning).toMatchObject({ features: [], outputs: [] });
});
