import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { inEnglish } from "../../words/english";
import type { Example } from "../examples";
import type { MemoryTask, TaskParameters } from "./memoryTask";
import { memoryTasks } from "./registry";
import { taskParameterNames } from "./taskNames";
import { anyParameters, anySeed, examplesOfTask, parametersAt } from "./testing";

const tasks = Object.entries(memoryTasks);

/** The sequences that a run can be set to. */
const shortestSequence = 4;
const longestSequence = 256;

describe.each(tasks)("%s", (name, task) => {
  it("says where it is from, and has its defaults within its ranges", () => {
    expect(task.name).toBe(name);
    expect(Object.keys(task.parameters)).toEqual(taskParameterNames[task.name]);
    expect(task.citation.text).not.toBe("");
    expect(new URL(task.citation.url).protocol).toBe("https:");
    for (const { min, max, fallback, integer } of Object.values(task.parameters)) {
      expect(min).toBeLessThan(max);
      expect(fallback).toBeGreaterThanOrEqual(min);
      expect(fallback).toBeLessThanOrEqual(max);
      if (integer) expect([min, max, fallback].every(Number.isInteger)).toBe(true);
    }
  });

  it("makes examples of the form that it states, with any parameters", () => {
    fc.assert(
      fc.property(anyParameters(task), anySeed, (parameters, seed) => {
        expectForm(task, parameters, task.generate(Random.fromSeed(seed), parameters));
      }),
    );
    for (const end of ["min", "max", "fallback"] as const) {
      const parameters = parametersAt(task, end);
      for (const example of examplesOfTask(task, parameters, 20)) expectForm(task, parameters, example);
    }
  });

  it("makes the same example from the same seed, and others from others", () => {
    const parameters = parametersAt(task, "fallback");
    const of = (seed: number) => task.generate(Random.fromSeed(seed), parameters);
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });

  it("can be trained on as it suggests", () => {
    fc.assert(
      fc.property(anyParameters(task), (parameters) => {
        const { longest } = task.steps(parameters);
        expect(longest).toBeGreaterThanOrEqual(shortestSequence);
        expect(longest).toBeLessThanOrEqual(longestSequence);
        expect(task.suggested(parameters).sequenceLength).toBe(longest);
      }),
    );
  });

  it("uses its longest sequence, and shorter ones only if it says so", () => {
    const parameters = parametersAt(task, "fallback");
    const { longest, varies } = task.steps(parameters);
    const lengths = new Set(examplesOfTask(task, parameters, 3000).map(({ steps }) => steps));
    expect(Math.max(...lengths)).toBe(longest);
    expect(lengths.size > 1).toBe(varies);
  });

  it.each(["min", "fallback", "max"] as const)(
    "states the loss without memory that the best such answer gets, with parameters at their %s",
    (end) => {
      const parameters = parametersAt(task, end);
      const { loss, why } = task.withoutMemory(parameters);
      const { longest } = task.steps(parameters);
      const { kind, at } = task.answer(parameters);
      // Steps of one series are much alike, so many series are needed.
      const count = kind === "class" && at === "every" ? Math.ceil(40_000 / longest) : 3000;
      const measured = lossWithoutMemory(task, parameters, examplesOfTask(task, parameters, count));
      expect(Math.abs(loss - measured)).toBeLessThanOrEqual(0.002 + 0.03 * measured);
      expect(inEnglish(why)).toMatch(/\.$/);
    },
  );

  it("leaves less to lose with a perfect memory", () => {
    fc.assert(
      fc.property(anyParameters(task), (parameters) => {
        const { loss } = task.withoutMemory(parameters);
        const best = task.withMemory(parameters);
        expect(loss).toBeGreaterThan(best ?? 0);
        expect(best ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 20 },
    );
  });
});

function expectForm(task: MemoryTask, parameters: TaskParameters, example: Example): void {
  const input = task.input(parameters);
  const answer = task.answer(parameters);
  const { longest, varies } = task.steps(parameters);
  const { steps } = example;
  expect(steps).toBeGreaterThanOrEqual(1);
  if (varies) expect(steps).toBeLessThanOrEqual(longest);
  else expect(steps).toBe(longest);
  const rows = answer.at === "every" ? steps : 1;
  if (input.kind === "symbols") expectIds(example.input, steps, input.symbols.length);
  else expectNumbers(example.input, steps * input.features.length);
  if (answer.kind === "class") expectIds(example.answer, rows, answer.labels.length);
  else expectNumbers(example.answer, rows * answer.outputs.length);
}

function expectIds(ids: Example["input"], count: number, kinds: number): void {
  expect(ids).toBeInstanceOf(Int32Array);
  expect(ids).toHaveLength(count);
  expect(ids.every((id) => id >= 0 && id < kinds)).toBe(true);
}

function expectNumbers(values: Example["input"], count: number): void {
  expect(values).toBeInstanceOf(Float32Array);
  expect(values).toHaveLength(count);
  expect(values.every((value) => Math.abs(value) < 20)).toBe(true);
}

/** What the best answers from the input of one step alone get, found from examples and nothing else. */
function lossWithoutMemory(task: MemoryTask, parameters: TaskParameters, examples: Example[]): number {
  const input = task.input(parameters);
  const answer = task.answer(parameters);
  const width = input.kind === "features" ? input.features.length : 1;
  const O = answer.kind === "numbers" ? answer.outputs.length : 1;
  const stride = answer.kind === "numbers" ? 5 : 1;
  const pairs = examples.flatMap((example) => {
    const rows = Array.from({ length: answer.at === "every" ? example.steps : 1 }, (_, row) => row);
    return rows
      .filter((row) => row % stride === 0)
      .map((row) => {
        const t = answer.at === "every" ? row : example.steps - 1;
        return { x: example.input[t * width], y: example.answer.slice(row * O, (row + 1) * O) };
      });
  });
  if (answer.kind === "numbers") return leftOver(pairs, O);
  const together = new Map<string, number>();
  const alone = new Map<number, number>();
  for (const { x, y } of pairs) {
    together.set(`${x} ${y[0]}`, (together.get(`${x} ${y[0]}`) ?? 0) + 1);
    alone.set(x, (alone.get(x) ?? 0) + 1);
  }
  const surprise = pairs.map(({ x, y }) =>
    Math.log((alone.get(x) ?? 0) / (together.get(`${x} ${y[0]}`) ?? 0)),
  );
  return surprise.reduce((a, b) => a + b, 0) / pairs.length;
}

/** Neighbours in x that share an answer. */
const together = 100;

/** The mean variance of the answers among neighbours in x. */
function leftOver(pairs: { readonly x: number; readonly y: ArrayLike<number> }[], O: number): number {
  const sorted = [...pairs].sort((a, b) => a.x - b.x);
  let sum = 0;
  let groups = 0;
  for (let from = 0; from + together <= sorted.length; from += together, groups++)
    for (let o = 0; o < O; o++) {
      const ys = sorted.slice(from, from + together).map(({ y }) => y[o]);
      const middle = ys.reduce((a, b) => a + b, 0) / together;
      sum += ys.reduce((a, y) => a + (y - middle) ** 2, 0) / (together - 1);
    }
  return sum / (groups * O);
}
