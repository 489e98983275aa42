import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import { type LossPoint, overfittingOf } from "./overfitting";

type Curve = (step: number) => number;

/** A curve with normal noise, as a share of its value, measured every so many steps. */
function measured(curve: Curve, every: number, steps: number, noise: number, seed: number): LossPoint[] {
  const random = Random.fromSeed(seed);
  return Array.from({ length: Math.floor(steps / every) }, (_, i) => {
    const step = (i + 1) * every;
    return { step, loss: curve(step) * (1 + noise * random.normal()) };
  });
}

/** Training measured every 5 steps, with batches of its own; validation every 50. */
function verdict(
  curves: { readonly train: Curve; readonly validation: Curve },
  steps: number,
  seed: number,
  noise = 0.02,
) {
  const train = measured(curves.train, 5, steps, 5 * noise, seed);
  return overfittingOf(train, measured(curves.validation, 50, steps, noise, seed + 1));
}

/** A few in ten thousand of these curves look as if they parted: it is noise. */
const sameEveryTime = { seed: 5, numRuns: 300 };

const falling: Curve = (step) => 0.5 + 2 * Math.exp(-step / 800);
/** Best at step 1500, 0.8; a third more at 4500. */
const turning: Curve = (step) => 0.8 + 0.3 * ((step - 1500) / 3000) ** 2;

it("sees curves part", () => {
  fc.assert(
    fc.property(fc.nat(10_000), (seed) => {
      const found = verdict({ train: falling, validation: turning }, 4500, seed);
      if (found.kind !== "parted") throw new Error(`It is said to be ${found.kind}.`);
      expect(Math.abs(found.best.step - 1500)).toBeLessThan(1200);
      // It is one validation, the lowest of several: four times the noise of one.
      expect(Math.abs(found.best.loss - 0.8)).toBeLessThan(4 * 0.02 * 0.8);
      expect(found.loss).toBeGreaterThan(1);
    }),
    sameEveryTime,
  );
});

it.each([0, 1, 2])("finds the best among the first validations: number %i", (place) => {
  const risesFrom = (step: number) => 0.8 + 0.3 * (Math.abs(step - 50 * (place + 1)) / 3000);
  const found = verdict({ train: falling, validation: risesFrom }, 4500, 1, 0);
  expect(found).toMatchObject({ kind: "parted", best: { step: 50 * (place + 1), loss: 0.8 } });
});

it.each([0, 1, 2])("finds the best among the first validations: number %i", (place) => {
  const risesFrom = (step: number) => 0.8 + 0.3 * (Math.abs(step - 50 * (place + 1)) / 3000);
  const found = verdict({ train: falling, validation: risesFrom }, 4500, 1, 0);
  expect(found).toMatchObject({ kind: "parted", best: { step: 50 * (place + 1), loss: 0.8 } });
});

it("lets noisy curves that fall, or stay level, be", () => {
  const level: Curve = (step) => 0.7 + Math.exp(-step / 500);
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.constantFrom(falling, level),
      fc.double({ min: 0, max: 0.15, noNaN: true }),
      (seed, validation, noise) => {
        expect(verdict({ train: falling, validation }, 6000, seed, noise).kind).toBe("together");
      },
    ),
    sameEveryTime,
  );
});

it("waits before it says anything", () => {
  expect(overfittingOf([], []).kind).toBe("early");
  expect(verdict({ train: falling, validation: turning }, 450, 1).kind).toBe("early");
  // It has hardly begun to rise.
  expect(verdict({ train: falling, validation: turning }, 1700, 1).kind).toBe("together");
});

it("ignores two validations that went wrong", () => {
  const spiked = measured(falling, 50, 5000, 0.01, 3).map((point, i, { length }) =>
    i >= length - 2 ? { ...point, loss: 9 } : point,
  );
  expect(overfittingOf(measured(falling, 5, 5000, 0.1, 4), spiked).kind).toBe("together");
});

it("does not take for learning by heart what has gone wrong for training as well", () => {
  const found = verdict({ train: turning, validation: turning }, 4500, 5);
  expect(found.kind).toBe("worse");
  expect(verdict({ train: () => 0.6, validation: turning }, 4500, 6).kind).toBe("worse");
});

it("leaves out what is not finite, and tells a perfect network from a bad one", () => {
  const perfect = Array.from({ length: 40 }, (_, i) => ({ step: 50 * i, loss: 0 }));
  expect(overfittingOf(perfect, perfect).kind).toBe("together");
  const broken = [
    ...perfect,
    { step: 2000, loss: Number.NaN },
    { step: 2050, loss: Number.POSITIVE_INFINITY },
  ];
  expect(overfittingOf(broken, broken).kind).toBe("together");
});
