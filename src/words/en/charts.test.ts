import { expect, it } from "vitest";
import { charts } from "./charts";

const facts = { step: 1500, best: 0.801, loss: 1.1 };

it("suggests what is not in use yet, and more of what is", () => {
  expect(charts.overfitting({ ...facts, dropout: false, decay: false, stopsEarly: false })).toBe(
    "The network is over-fitting: validation was best near step 1,500, at 0.801, and has risen to 1.100 while training went on falling. Try dropout, weight decay, early stopping (a patience of 10, say) or fewer hidden units.",
  );
  expect(charts.overfitting({ ...facts, dropout: true, decay: true, stopsEarly: true })).toMatch(
    /Try more dropout, more weight decay or fewer hidden units\.$/,
  );
});
