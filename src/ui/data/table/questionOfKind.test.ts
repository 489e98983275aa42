import { expect, it } from "vitest";
import { columnFixture, forecastFixture, previewFixture } from "../../../store/imports/tableFixture";
import { questionOfKind } from "./questionOfKind";

const category = { kind: "category" } as const;

it("takes what was guessed", () => {
  expect(questionOfKind("forecast", "forecast", previewFixture, [forecastFixture])).toBe(forecastFixture);
});

it("makes something to begin with of the columns where nothing was guessed", () => {
  const columns = [
    columnFixture("who", { type: { kind: "id" } }),
    columnFixture("x"),
    columnFixture("kind", { type: category }),
    columnFixture("y"),
    columnFixture("note", { type: { kind: "text" } }),
  ];
  const preview = { ...previewFixture, columns, rowCount: 40 };
  expect(questionOfKind("classify", "classifyLong", preview, [forecastFixture])).toEqual({
    kind: "classifyLong",
    id: 0,
    time: [],
    features: [1, 3],
    label: 2,
  });
  expect(questionOfKind("classify", "classifyWide", preview, [])).toEqual({
    kind: "classifyWide",
    steps: [1, 3],
    label: 2,
  });
  expect(questionOfKind("labelSteps", "labelSteps", preview, [])).toMatchObject({
    id: null,
    features: [1, 3],
    window: 8,
  });
  expect(questionOfKind("forecast", "forecast", preview, [])).toMatchObject({
    targets: [1],
    horizon: 1,
    window: 8,
  });
});

it("names no column that is not there, however few there are", () => {
  const preview = { ...previewFixture, columns: [columnFixture("x")], rowCount: 1 };
  expect(questionOfKind("classify", "classifyLong", preview, [])).toMatchObject({
    id: 0,
    label: 0,
    features: [],
  });
  expect(questionOfKind("labelSteps", "labelSteps", preview, [])).toMatchObject({
    label: 0,
    features: [],
    window: 1,
  });
});
