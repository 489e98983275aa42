import { beforeEach, expect, it } from "vitest";
import type { AnswersFile, AnswersRequest, Command } from "../../session/protocol";
import { runFixture } from "../../store/sessionFixture";
import { createPlayground, type PlaygroundStore } from "../../store/store";
import { saveAnswers } from "./saveAnswers";
import { savedMessage } from "./savedMessage";

const none: readonly string[] = [];
const request: AnswersRequest = {
  format: { decimal: ".", byteOrderMark: false },
  words: {
    ...{ name: "", step: "", series: "", after: "", row: "", ahead: "", part: "", heldOut: "", future: "" },
    ...{ trueClass: "", predictedClass: "", isRight: "", labels: none, probabilities: none },
    ...{ truths: none, predictions: none, residuals: none, lows: none, highs: none },
  },
};

let sent: Command[];
let saved: [string, Blob][];
let store: PlaygroundStore;

beforeEach(() => {
  sent = [];
  saved = [];
  store = createPlayground((command) => sent.push(command));
});

const ask = () =>
  saveAnswers(
    store,
    request,
    (step) => `a - ${step}.csv`,
    (...file) => saved.push(file),
  );
const looked = (value: AnswersFile | null, running: boolean) =>
  store.getState().receive({ type: "looked", look: "answers", value, running });
const half: AnswersFile = { share: 0.5, rows: 1, harmless: 0, file: null };
const whole: AnswersFile = { share: 1, rows: 3, harmless: 1, file: new Blob(["a,b"]) };

it("saves the file when it is whole, once, and says so", () => {
  ask();
  expect(sent).toEqual([{ type: "look", look: "answers", request }]);
  looked(half, true);
  looked(whole, true);
  expect(saved).toEqual([]);
  looked(whole, false);
  expect(saved).toEqual([["a - 0.csv", whole.file]]);
  expect(store.getState().notices.map(({ text }) => text)).toEqual([savedMessage("a - 0.csv", 3, 1)]);
  looked(whole, false);
  expect(saved).toHaveLength(1);
});

it("saves nothing that was stopped, nor what another run takes the place of", () => {
  ask();
  looked(half, true);
  looked(half, false);
  ask();
  store.getState().receive({ type: "runStarted", runId: 1, run: runFixture });
  looked(whole, false);
  expect(saved).toEqual([]);
});

it("asks once while one is written", () => {
  ask();
  ask();
  looked(whole, false);
  expect([sent.length, saved.length]).toEqual([1, 1]);
});
