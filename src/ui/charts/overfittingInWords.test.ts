import { expect, it } from "vitest";
import { message } from "../../words/message";
import { overfittingInWords } from "./overfittingInWords";

const best = { step: 1500, loss: 0.801 };
const facts = { step: 1500, best: 0.801, loss: 1.1 };
const none = { recurrentDropout: 0, weightDecay: 0, patience: 0 };

it("says when the curves have parted, and which remedies are in use", () => {
  const parted = { kind: "parted", best, loss: 1.1 } as const;
  expect(overfittingInWords(parted, none)).toEqual(
    message("charts.overfitting", { ...facts, dropout: false, decay: false, stopsEarly: false }),
  );
  expect(overfittingInWords(parted, { recurrentDropout: 0.2, weightDecay: 0.01, patience: 10 })).toEqual(
    message("charts.overfitting", { ...facts, dropout: true, decay: true, stopsEarly: true }),
  );
});

it("tells it from what has gone wrong altogether, and is silent otherwise", () => {
  expect(overfittingInWords({ kind: "worse", best, loss: 1.1 }, none)).toEqual(
    message("charts.worse", facts),
  );
  expect(overfittingInWords({ kind: "together" }, none)).toBeNull();
  expect(overfittingInWords({ kind: "early" }, none)).toBeNull();
});
