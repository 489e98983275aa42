import { expect, it } from "vitest";
import { Random } from "../../random";
import { endOfBands, heardBands, withoutHigherBands } from "./heardBands";
import { floorDb, logMel, soundFrames } from "./logMel";
import { belowBands, lowPass } from "./lowPass";
import { soundSequence } from "./soundSequence";

const { bands: M, sampleRate } = soundFrames;

/** White noise of a second. */
const noise = (seed: number) => {
  const random = Random.fromSeed(seed);
  return Float32Array.from({ length: sampleRate }, () => 0.2 * random.normal());
};
const sine = (hertz: number) =>
  Float32Array.from({ length: sampleRate }, (_, n) => Math.sin((2 * Math.PI * hertz * n) / sampleRate));
const meanSquare = (samples: Float32Array) => {
  const inner = samples.subarray(1000, -1000);
  return inner.reduce((sum, x) => sum + x * x, 0) / inner.length;
};

it("keeps what lies below the cutoff, and nothing above", () => {
  expect(meanSquare(lowPass(sine(1000), 4000))).toBeCloseTo(0.5, 3);
  expect(10 * Math.log10(meanSquare(lowPass(sine(4500), 4000)))).toBeLessThan(-70);
  // Half of the amplitude at the cutoff itself.
  expect(meanSquare(lowPass(sine(4000), 4000))).toBeCloseTo(0.125, 3);
});

it("finds how far up recordings have sound", () => {
  expect(heardBands([logMel(noise(1))])).toBe(M);
  // As of 8000 samples a second: nothing above 4000 Hz. Of the band from 3934 to 4661 Hz there is a little.
  const narrow = logMel(lowPass(noise(1), 3900));
  const heard = heardBands([narrow]);
  expect([heard, Math.round(endOfBands(heard))]).toEqual([25, 4284]);
  expect(heardBands([narrow, logMel(noise(2))])).toBe(M);
  expect(heardBands([new Float32Array(3 * M).fill(floorDb)])).toBe(0);
});

it("makes a full sound as loud as one of a lower rate", () => {
  const sequenceOf = (channels: readonly Float32Array[]) => {
    const sequence = soundSequence(channels, "noise");
    if (!sequence.ok) throw new Error("It is not silent.");
    return sequence.value.values;
  };
  const heard = 25;
  const heardFull = withoutHigherBands(sequenceOf(belowBands([noise(3)], heard)), heard);
  const heardNarrow = withoutHigherBands(sequenceOf([lowPass(noise(3), endOfBands(heard))]), heard);
  expect(heardFull).toEqual(heardNarrow);
  expect(heardFull.every((value, i) => i % M < heard || value === floorDb)).toBe(true);
  expect(belowBands([noise(3)], M)).toEqual([noise(3)]);
});
