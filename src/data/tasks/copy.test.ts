import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../random";
import { copy } from "./copy";
import { anyParameters, anySeed, examplesOfTask, inSymbols, parametersAt } from "./testing";

it("asks the symbols that were read, in their order, when the sign to recall is read", () => {
  fc.assert(
    fc.property(anyParameters(copy), anySeed, (parameters, seed) => {
      const { symbols, delay } = parameters;
      const { read, answers } = inSymbols(copy, parameters, copy.generate(Random.fromSeed(seed), parameters));
      const text = read.join("");
      expect(text).toMatch(new RegExp(`^[a-p]{${symbols}}·{${delay}}[?]{${symbols}}$`));
      expect(answers.join("")).toBe("·".repeat(symbols + delay) + text.slice(0, symbols));
    }),
  );
});

it("draws every symbol as often at every place", () => {
  const parameters = parametersAt(copy, "fallback");
  const counts = new Map<string, number>();
  for (const example of examplesOfTask(copy, parameters, 4000))
    for (const [place, id] of example.input.slice(0, parameters.symbols).entries())
      counts.set(`${place} ${id}`, (counts.get(`${place} ${id}`) ?? 0) + 1);
  expect(counts.size).toBe(parameters.symbols * parameters.alphabet);
  // 1000 each, give or take four standard deviations of a count.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(750));
});

it("has the loss that Arjovsky et al. give: 10 ln 8 / (T + 20)", () => {
  const { loss } = copy.withoutMemory({ symbols: 10, alphabet: 8, delay: 100 });
  expect(loss).toBeCloseTo((10 * Math.log(8)) / 120, 12);
});
