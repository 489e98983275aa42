import { expect, test } from "vitest";
import { afterValidation, noProgress } from "./engine/train/progress";
import { type Decay, rateFactor } from "./schedule";

const factors = (decay: Decay, steps: number, warmupSteps = 0) =>
  Array.from({ length: steps }, (_, i) => rateFactor({ warmupSteps, decay }, i + 1, 0.3));

test("constant, with a warm-up in a straight line", () => {
  expect(factors({ kind: "constant" }, 6, 4)).toEqual([0.25, 0.5, 0.75, 1, 1, 1]);
  expect(factors({ kind: "constant" }, 2)).toEqual([1, 1]);
});

test("cosine: from 1 to the floor, and no further", () => {
  const cosine = factors({ kind: "cosine", steps: 4, floor: 0.2 }, 7);
  const half = Math.SQRT1_2;
  [1, 0.6 + 0.4 * half, 0.6, 0.6 - 0.4 * half, 0.2, 0.2, 0.2].forEach((expected, i) => {
    expect(cosine[i]).toBeCloseTo(expected, 12);
  });
  expect(factors({ kind: "cosine", steps: 4, floor: 0 }, 3, 2)).toEqual([0.5, 1, 1]);
});

test("step and exponential", () => {
  expect(factors({ kind: "step", every: 2, factor: 0.5 }, 5)).toEqual([1, 1, 0.5, 0.5, 0.25]);
  expect(factors({ kind: "exponential", factor: 0.5 }, 4)).toEqual([1, 0.5, 0.25, 0.125]);
});

test("plateau: what the validations have made of it", () => {
  expect(factors({ kind: "plateau", factor: 0.5, patience: 1 }, 2)).toEqual([0.3, 0.3]);
});

/** As PyTorch's ReduceLROnPlateau(factor=0.5, patience=2): the third validation without progress lowers the rate. */
test("a plateau lowers the rate after more than its patience, and then waits again", () => {
  const decay: Decay = { kind: "plateau", factor: 0.5, patience: 2 };
  let progress = noProgress;
  const seen = [3, 2, 2.1, 2, 1.9999, 1.99985, 2, 2, 1].map((loss) => {
    ({ progress } = afterValidation(progress, { step: 0, loss }, { decay, patience: null }));
    return progress.plateauFactor;
  });
  // 1.9999 is lower than 2, but by less than a ten-thousandth part.
  expect(seen).toEqual([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25]);
});

test("early stopping counts validations without progress; one that is not finite is none", () => {
  const verdicts = [2, Number.NaN, 1.5, 1.6, 1.7, 1.8].reduce<{
    stops: boolean[];
    progress: typeof noProgress;
  }>(
    ({ stops, progress }, loss) => {
      const verdict = afterValidation(
        progress,
        { step: 0, loss },
        { decay: { kind: "constant" }, patience: 3 },
      );
      return { stops: [...stops, verdict.stop], progress: verdict.progress };
    },
    { stops: [], progress: noProgress },
  );
  expect(verdicts.stops).toEqual([false, false, false, false, false, true]);
  expect(verdicts.progress.best).toBe(1.5);
});

test("the best is the lowest, however little it is ahead", () => {
  const decay: Decay = { kind: "constant" };
  const first = afterValidation(noProgress, { step: 50, loss: 1 }, { decay, patience: 2 });
  const second = afterValidation(first.progress, { step: 100, loss: 0.99999 }, { decay, patience: 2 });
  expect([
    second.isBest,
    second.progress.best,
    second.progress.bestStep,
    second.progress.validationsSinceBest,
  ]).toEqual([true, 0.99999, 100, 0]);
});
