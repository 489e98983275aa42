import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import { inEnglish } from "../../words/english";
import { parity } from "./parity";
import { anyParameters, anySeed, inSymbols } from "./testing";

it("asks the number of ones so far, divided by the modulus with remainder", () => {
  fc.assert(
    fc.property(anyParameters(parity), anySeed, (parameters, seed) => {
      const example = parity.generate(Random.fromSeed(seed), parameters);
      const { read, answers } = inSymbols(parity, parameters, example);
      const expected = read.map((_, t) => {
        const ones = read.slice(0, t + 1).filter((bit) => bit === "1").length;
        if (parameters.modulus > 2) return String(ones % parameters.modulus);
        return ones % 2 === 0 ? "even" : "odd";
      });
      expect(answers).toEqual(expected);
    }),
  );
});

it("leaves the entropy of a coin that the first step has loaded", () => {
  // The bit is the answer at the first of 4 steps and says nothing at the others: right with p = (1 + 3 · ½) / 4.
  const p = 2.5 / 4;
  const loss = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
  expect(parity.withoutMemory({ steps: 4, modulus: 2 }).loss).toBeCloseTo(loss, 12);
});

it("says that a bit tells a little of the next answers only where it does", () => {
  for (let modulus = 2; modulus <= 6; modulus++) {
    // At step 2: the bit before it is 0 or 1, and each as likely.
    const after = (bit: number) => [bit % modulus, (bit + 1) % modulus].sort().join();
    const { why } = parity.withoutMemory({ steps: 20, modulus });
    expect(inEnglish(why).includes("a little"), `${modulus}`).toBe(after(0) !== after(1));
  }
});
