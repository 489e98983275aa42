import { expect, test } from "vitest";
import { inputsOf } from "./inputsOf";
import type { TableQuestion } from "./tableTypes";

const cases: readonly (readonly [TableQuestion, readonly number[]])[] = [
  [
    {
      kind: "forecast",
      targets: [4, 2],
      inputs: [1, 2, 3, 0],
      id: null,
      time: [0],
      window: 3,
      horizon: 1,
      calendar: [],
      period: null,
    },
    [4, 2, 1, 3],
  ],
  [{ kind: "classifyLong", id: 0, time: [1], features: [0, 1, 2, 3, 4], label: 3 }, [2, 4]],
  [{ kind: "labelSteps", id: null, time: [1], features: [0, 1, 2], label: 2, window: 5 }, [0]],
  [{ kind: "classifyWide", steps: [0, 1, 2], label: 1 }, [0, 2]],
  [{ kind: "classifyText", text: 2, label: 1, unit: "words" }, [2]],
];

test.each(cases)("of $kind", (question, columns) => {
  expect(inputsOf(question)).toEqual(columns);
});
