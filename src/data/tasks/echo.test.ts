import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import { echo } from "./echo";
import { anyParameters, anySeed, inSymbols } from "./testing";

it("asks what a queue of the delay's length lets out", () => {
  fc.assert(
    fc.property(anyParameters(echo), anySeed, (parameters, seed) => {
      const example = echo.generate(Random.fromSeed(seed), parameters);
      const { read, answers } = inSymbols(echo, parameters, example);
      const queue = new Array<string>(parameters.delay).fill("·");
      for (const [t, symbol] of read.entries()) {
        queue.push(symbol);
        expect(answers[t]).toBe(queue.shift());
      }
    }),
  );
});
