import { expect, it } from "vitest";
import { identityOf, message } from "../words/message";
import type { Examples } from "./examples";
import { taskExamples } from "./taskExamples";
import type { MemoryTaskName } from "./tasks/taskNames";

const data = { kind: "task", task: "adding", parameters: { steps: 10, terms: 2 }, seed: 3 } as const;

function examplesOf(seed: number): Examples {
  const result = taskExamples({ ...data, seed });
  if (!result.ok) throw new Error(identityOf(result.problem));
  return result.value;
}

it("gives the same example for the same seed and index, in any order, and different ones otherwise", () => {
  const examples = examplesOf(3);
  const [a, b] = [examples.example(0), examples.example(1)];
  expect(examplesOf(3).example(1)).toEqual(b);
  expect(examples.example(0)).toEqual(a);
  expect(b).not.toEqual(a);
  expect(examplesOf(4).example(0)).not.toEqual(a);
});

it("holds out examples that are not trained on", () => {
  const examples = examplesOf(3);
  const first = JSON.stringify([...examples.example(examples.train).input]);
  for (let i = 0; i < 2000; i++) expect(JSON.stringify([...examples.example(i).input])).not.toBe(first);
});

it("counts examples from 1 in each part, as the page does that chooses them", () => {
  const { train, heldOut, nameOf } = examplesOf(3);
  const named = (index: number) => message("files.example", { index });
  expect([0, 6, train, train + heldOut - 1].map((index) => nameOf(index))).toEqual([1, 7, 1, 500].map(named));
});

it("says what cannot be asked", () => {
  // As a link or an older page might say it.
  const other = { ...data, task: "toString" as MemoryTaskName };
  expect(taskExamples(other)).toEqual({
    ok: false,
    problem: message("files.unknownTask", { task: "toString" }),
  });
  expect(taskExamples({ ...data, parameters: { steps: 10, terms: 7 } })).toEqual({
    ok: false,
    problem: message("tasks.notAllowed", {
      task: message("tasks.title", { task: "adding" }),
      label: message("tasks.label", { task: "adding", parameter: "terms" }),
      integer: true,
      min: 2,
      max: 6,
    }),
  });
});
