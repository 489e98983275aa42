import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleRandom } from "./exampleRandom";
import { reber } from "./reber";
import { reberStatistics } from "./reberGrammar";
import { anyParameters, anySeed, examplesOfTask, inSymbols, mean } from "./testing";

/** The grammar again, as a regular expression. */
const lower = "(?:T*VPX)*T*V(?:VE|PSE)";
const grammar = new RegExp(`^B(?:TS*X(?:SE|X${lower})|P${lower})$`);
const wrapped = /^B([TP])(.+)\1E$/;

interface Parameters {
  readonly embeddings: number;
  readonly longest: number;
}

function stringOf(parameters: Parameters, seed: number): string {
  const example = reber.generate(exampleRandom(seed, 0), parameters);
  const { read, answers } = inSymbols(reber, parameters, example);
  expect(answers.slice(0, -1)).toEqual(read.slice(1));
  return read[0] + answers.join("");
}

/** What is inside all wrappings. */
function unwrapped(string: string, embeddings: number): string {
  if (embeddings === 0) return string;
  const inner = wrapped.exec(string)?.[2];
  expect(inner).toBeDefined();
  return unwrapped(inner ?? "", embeddings - 1);
}

it("asks the next symbol of strings that belong to the grammar, wrapped as often as said", () => {
  fc.assert(
    fc.property(anyParameters(reber), anySeed, (parameters, seed) => {
      const inner = unwrapped(stringOf(parameters, seed), parameters.embeddings);
      expect(inner).toMatch(grammar);
      expect(inner.length).toBeLessThanOrEqual(parameters.longest);
    }),
  );
});

describe("the distribution of strings", () => {
  const parameters = { embeddings: 0, longest: 60 };
  const strings = Array.from({ length: 8000 }, (_, seed) => stringOf(parameters, seed));
  const share = (string: string) => mean(strings.map((other) => (other === string ? 1 : 0)));

  it("takes each of two arcs half of the time", () => {
    // One half for each choice on the way.
    for (const [string, choices] of [
      ["BTXSE", 3],
      ["BPVVE", 3],
      ["BTSXSE", 4],
      ["BPTVVE", 4],
      ["BTXXVVE", 5],
    ] as const) {
      const expected = 2 ** -choices;
      expect(Math.abs(share(string) - expected)).toBeLessThan(4 * Math.sqrt(expected / strings.length));
    }
  });

  it("is what the means are of", () => {
    const { pairs, choices } = reberStatistics(60);
    expect(pairs.flat().reduce((a, b) => a + b, 0)).toBeCloseTo(mean(strings.map((s) => s.length - 1)), 0);
    // Two choices in the mean on each way from one of the states T* and S*, and so on: found by following the strings.
    expect(choices).toBeCloseTo(mean(strings.map(choicesOf)), 0);
    expect(Math.abs(choices - mean(strings.map(choicesOf)))).toBeLessThan(0.1);
  });

  it("keeps short strings within a short limit", () => {
    const short = examplesOfTask(reber, { embeddings: 0, longest: 5 }, 100).map(({ steps }) => steps + 1);
    expect(new Set(short)).toEqual(new Set([5]));
    expect(reberStatistics(5).choices).toBe(1);
  });
});

/** How many places of a string had two ways to go: all where another string goes on differently. */
function choicesOf(string: string): number {
  const goesOn = (prefix: string) => grammarPrefix(prefix);
  return [...string].filter((symbol, i) => {
    const before = string.slice(0, i);
    return i > 0 && [..."BTPSXVE"].some((other) => other !== symbol && goesOn(before + other));
  }).length;
}

/** Whether a string of the grammar begins so: some ending of at most six symbols completes it. */
const endings = ["", "E", "SE", "VE", "XSE", "VVE", "PSE", "SXSE", "TVVE", "TXSE", "PVVE", "XVVE", "BTXSE"];
function grammarPrefix(prefix: string): boolean {
  return endings.some((ending) => grammar.test(prefix + ending));
}

it("gets no lower than the choices, with a perfect memory", () => {
  // With strings of 5 there is one choice, T or P, among 4 answers; each wrapping adds one choice and 4 answers.
  expect(reber.withMemory({ embeddings: 0, longest: 5 })).toBeCloseTo(Math.LN2 / 4, 12);
  expect(reber.withMemory({ embeddings: 2, longest: 5 })).toBeCloseTo((3 * Math.LN2) / 12, 12);
});
