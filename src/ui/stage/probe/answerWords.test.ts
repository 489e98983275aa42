import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../../session/settings";
import { englishWords } from "../../../words/english";
import { type ExampleKind, exampleSnapshot } from "../examplesFixture";
import { snapshotFixture } from "../snapshotFixture";
import { stageView } from "../stageView";
import { answerPanelTitle, answerText, answerTitle, finalText } from "./answerWords";
import { outputNames } from "./outputNames";

const [T, selection] = [
  5,
  { layer: 0, unit: 0, hoverTime: null, hoverUnit: null, pins: [], box: null, order: null, before: null },
];
const viewOf = (kind: ExampleKind, time: number) =>
  stageView(
    { ...selection, time, snapshot: exampleSnapshot(kind, T), summary: null, settings: defaultSettings },
    "light",
    null,
  );

describe("answerText", () => {
  it("says what an answer at the end is, and what it would have been before", () => {
    expect(answerText(englishWords, viewOf("classAtLast", T - 1))).toBe("answers square (75\u00a0%), right");
    expect(answerText(englishWords, viewOf("classAtLast", 2))).toBe(
      "if it ended here: cross (75\u00a0%), wrong",
    );
  });

  it("counts the right ones of answers at every step", () => {
    expect(answerText(englishWords, viewOf("classAtEvery", 0))).toBe("answers: 2/5 right");
  });

  it("does not say again what its title says", () => {
    const below = (kind: ExampleKind, time: number) => answerText(englishWords, viewOf(kind, time), true);
    expect(below("classAtEvery", 0)).toBe("2/5 right");
    expect(below("classAtLast", T - 1)).toBe("square (75\u00a0%), right");
    expect(below("classAtLast", 2)).toBe("if it ended here: cross (75\u00a0%), wrong");
    expect(below("numbers", T - 1)).toBe("4.00, right is 100.00");
    expect(below("forecast", 1)).toBe("1.00\u00a0m, actual 20.00\u00a0m");
  });

  it("says numbers in the units of the data", () => {
    expect(answerText(englishWords, viewOf("numbers", T - 1))).toBe("answers 4.00, right is 100.00");
    expect(answerText(englishWords, viewOf("numbers", 1))).toBe("if it ended here: 1.00, right is 100.00");
    expect(answerText(englishWords, viewOf("forecast", 1))).toBe(
      "forecasts 1.00\u00a0m, actual 20.00\u00a0m",
    );
  });

  it("says what is answered once all is read, wherever the crosshair stands", () => {
    expect(finalText(englishWords, viewOf("classAtLast", 2))).toBe("answers square (75\u00a0%), right");
    expect(finalText(englishWords, viewOf("numbers", 1))).toBe("answers 4.00, right is 100.00");
    expect(finalText(englishWords, viewOf("forecast", 1))).toBe(
      "forecasts 4.00\u00a0m, actual 100.00\u00a0m",
    );
    expect(finalText(englishWords, viewOf("classAtEvery", 2))).toBe("");
  });

  it("keeps the words for texts", () => {
    const snapshot = snapshotFixture("abcab", 3);
    const view = stageView(
      { ...selection, time: 1, snapshot, summary: null, settings: defaultSettings },
      "light",
      null,
    );
    expect(answerText(englishWords, view)).toMatch(/^expects: \d\/4 right$/);
    // Nobody knows what comes after the only character.
    const one = stageView(
      { ...selection, time: 0, snapshot: snapshotFixture("a", 3), summary: null, settings: defaultSettings },
      "light",
      null,
    );
    expect([answerText(englishWords, one), answerText(englishWords, one, true)]).toEqual(["expects", "–"]);
  });
});

it("calls the answer by its kind", () => {
  const titles = (["classAtLast", "numbers", "forecast"] as const).map((kind) => {
    const { answer } = viewOf(kind, 0);
    return answer && [answerTitle(englishWords, answer), answerPanelTitle(englishWords, answer)];
  });
  expect(titles).toEqual([
    ["answers", "Class"],
    ["answers", "Answer"],
    ["forecasts", "Forecast"],
  ]);
  expect(answerPanelTitle(englishWords, null)).toBe("Next symbol");
});

it("names the outputs of a forecast by how far ahead they are", () => {
  const { answer } = viewOf("forecast", 0);
  if (answer?.kind !== "numbers") throw new Error("The fixture answers with numbers.");
  expect(outputNames(englishWords, answer)).toEqual(["next row", "2 rows ahead"]);
  const columns = ["level", "wind"];
  expect(
    outputNames(englishWords, { ...answer, forecast: { horizon: 1, columns, periods: [null] } }),
  ).toEqual(["level, next row", "wind, next row"]);
});
