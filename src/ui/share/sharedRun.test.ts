import { expect, it } from "vitest";
import type { LinkedWeights } from "../../kept/linkForm";
import { shownRun } from "../../store/runs";
import { dataFixture, runFixture } from "../../store/sessionFixture";
import { createPlayground } from "../../store/store";
import { inEnglish } from "../../words/english";
import { copiedMessage } from "./copiedMessage";
import { sharedRun } from "./sharedRun";

/** A run of so many steps that was begun with the page's own network, or anew. */
function trained(steps: number, pretrained: boolean) {
  const { getState } = createPlayground(() => {});
  const { receive } = getState();
  receive({ type: "dataLoaded", loadId: null, data: dataFixture });
  receive({ type: "runStarted", runId: 1, run: { ...runFixture, pretrained } });
  receive({ type: "state", runId: 1, training: true, step: steps });
  return getState();
}

const address = "https://page.example/#1a";
const file = new Uint8Array(1);
const withoutWeights = { address, weights: null };

it("says what of the run its link does not open", () => {
  const { step } = runFixture;
  const lackOf = (steps: number, pretrained: boolean, weights: LinkedWeights | null) =>
    sharedRun(trained(steps, pretrained), inEnglish, { address, weights }).without;
  expect(lackOf(step + 40, false, null)).toBe("weights");
  expect(lackOf(step + 40, true, null)).toBe("training");
  expect(lackOf(step, true, null)).toBeNull();
  expect(lackOf(step + 40, false, { steps: step + 40, file })).toBeNull();
  expect(lackOf(step + 40, true, { steps: step + 40, file })).toBeNull();
});

it("says so as the link is copied", () => {
  const { step } = runFixture;
  const keyOf = (steps: number, pretrained: boolean) =>
    copiedMessage(shownRun(trained(steps, pretrained)), 120).key;
  expect(keyOf(step, true)).toBe("share.copiedPretrained");
  expect(keyOf(step + 1, true)).toBe("share.copiedWithoutTraining");
  expect(keyOf(step + 1, false)).toBe("share.copied");
});

it("tells of the steps of the weights that the link brings", () => {
  const state = trained(650, false);
  expect(sharedRun(state, inEnglish, withoutWeights).steps).toBe(650);
  expect(sharedRun(state, inEnglish, { address, weights: { steps: 648, file } }).steps).toBe(648);
});
