import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import type { EvenSteps, TableQuestion } from "../../../data/table/tableTypes";
import { forecastFixture, labelStepsFixture, previewFixture } from "../../../store/imports/tableFixture";
import { englishWords } from "../../../words/english";
import { spokenWords } from "../../words/spokenWords";
import { EvenFields } from "./EvenFields";

// On a server zustand shows a store as it was at first.
Object.assign(spokenWords.getInitialState(), { words: englishWords });

const { tableDialog } = englishWords;
const shown = (question: TableQuestion, even: EvenSteps | null = null) =>
  renderToString(
    <EvenFields preview={{ ...previewFixture, even }} question={question} onChange={() => undefined} />,
  );

test("steps are those of the file until others are chosen, where there are dates", () => {
  const html = shown({ ...forecastFixture, time: [0] });
  expect(html).toContain(tableDialog.stepsOfFile);
  expect(html).not.toContain(tableDialog.takenTogether);
  expect(shown({ ...forecastFixture, time: [] })).toBe("");
  expect(shown({ ...forecastFixture, time: [1] })).toBe("");
  expect(shown({ ...labelStepsFixture, time: [0] })).toContain(tableDialog.stepsOfFile);
});

test("how numbers of a step are taken together is asked for with them, of any spacing", () => {
  const even: EvenSteps = { time: [0], id: null, spacing: { unit: "minute", count: 10 }, how: "sum" };
  const html = shown({ ...forecastFixture, time: [0] }, even);
  expect(html).toContain(englishWords.table.spacing(even.spacing));
  expect(html).toContain(tableDialog.takenTogether);
  expect(html).toContain(tableDialog.ways.sum);
});
