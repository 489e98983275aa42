import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import { message } from "../../words/message";
import { dyck } from "./dyck";
import { anyParameters, anySeed, examplesOfTask, inSymbols } from "./testing";

const closerOf = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
]);

it("asks the top of a parser's stack, in words that are balanced and not too deep", () => {
  fc.assert(
    fc.property(anyParameters(dyck), anySeed, (parameters, seed) => {
      const example = dyck.generate(Random.fromSeed(seed), parameters);
      const { read, answers } = inSymbols(dyck, parameters, example);
      const stack: string[] = [];
      for (const [t, bracket] of read.entries()) {
        const closer = closerOf.get(bracket);
        if (closer) stack.push(closer);
        else expect(stack.pop()).toBe(bracket);
        expect(stack.length).toBeLessThanOrEqual(parameters.depth);
        expect(answers[t]).toEqual(stack.at(-1) ?? message("tasks.noBracket"));
      }
      expect(stack).toEqual([]);
    }),
  );
});

it("has all kinds alike, and reaches the greatest depth", () => {
  const parameters = { pairs: 20, kinds: 4, depth: 4 };
  const counts = new Map<string, number>();
  let deepest = 0;
  for (const example of examplesOfTask(dyck, parameters, 1000)) {
    let depth = 0;
    for (const bracket of inSymbols(dyck, parameters, example).read) {
      counts.set(bracket, (counts.get(bracket) ?? 0) + 1);
      depth += closerOf.has(bracket) ? 1 : -1;
      deepest = Math.max(deepest, depth);
    }
  }
  expect(deepest).toBe(4);
  expect(counts.size).toBe(8);
  for (const count of counts.values()) expect(Math.abs(count - 5000)).toBeLessThan(4 * Math.sqrt(3750));
});

it("leaves what two pairs leave", () => {
  // (()) and ()() are equally frequent, so behind a closing bracket nothing is open 3 times of 4, else one of two kinds.
  const behindClosing = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25) + 0.25 * Math.LN2;
  expect(dyck.withoutMemory({ pairs: 2, kinds: 2, depth: 2 }).loss).toBeCloseTo(behindClosing / 2, 12);
});
