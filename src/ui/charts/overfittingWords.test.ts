import { expect, it } from "vitest";
import { overfittingInWords } from "./overfittingWords";

const best = { step: 1500, loss: 0.801 };
const none = { recurrentDropout: 0, weightDecay: 0, patience: 0 };

it("says when the curves have parted, and what to try", () => {
  expect(overfittingInWords({ kind: "parted", best, loss: 1.1 }, none)).toBe(
    "The curves have parted: validation was best near step 1,500, at 0.801, and rose to 1.100, while training went on falling. The network is learning by heart. Try dropout, weight decay, early stopping (a patience of 10, say) or fewer hidden units.",
  );
  expect(
    overfittingInWords(
      { kind: "parted", best, loss: 1.1 },
      { recurrentDropout: 0.2, weightDecay: 0.01, patience: 10 },
    ),
  ).toMatch(/Try more dropout, more weight decay or fewer hidden units\.$/);
});

it("tells it from what has gone wrong altogether, and is silent otherwise", () => {
  expect(overfittingInWords({ kind: "worse", best, loss: 1.1 }, none)).toMatch(
    /Try a lower learning rate\.$/,
  );
  expect(overfittingInWords({ kind: "together" }, none)).toBeNull();
  expect(overfittingInWords({ kind: "early" }, none)).toBeNull();
});
