/** What the tests of several tasks share. */
import fc from "fast-check";
import type { Said } from "../../words/message";
import type { Example } from "../examples";
import { exampleRandom } from "./exampleRandom";
import type { MemoryTask, TaskParameter, TaskParameters } from "./memoryTask";

/** Any parameters that a task allows, the ends of their ranges often among them. */
export function anyParameters<Name extends string>(
  task: MemoryTask<Name>,
): fc.Arbitrary<TaskParameters<Name>> {
  return fc.record<TaskParameters<Name>>(mapped(task, anyValue));
}

/** The parameters at one end of their ranges, or as they are at first. */
export function parametersAt<Name extends string>(
  task: MemoryTask<Name>,
  end: "min" | "max" | "fallback",
): TaskParameters<Name> {
  return mapped(task, (parameter) => parameter[end]);
}

export const anySeed = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

/** The first examples of one seed. */
export function examplesOfTask<Name extends string>(
  task: MemoryTask<Name>,
  parameters: TaskParameters<Name>,
  count: number,
): Example[] {
  return Array.from({ length: count }, (_, i) => task.generate(exampleRandom(1, i), parameters));
}

/** The symbols that an example reads, and the labels of its answers. */
export function inSymbols<Name extends string>(
  task: MemoryTask<Name>,
  parameters: TaskParameters<Name>,
  example: Example,
): { readonly read: string[]; readonly answers: Said[] } {
  const input = task.input(parameters);
  const answer = task.answer(parameters);
  if (input.kind !== "symbols" || answer.kind !== "class")
    throw new TypeError(`${task.name} has no symbols.`);
  return {
    read: [...example.input].map((id) => input.symbols[id]),
    answers: [...example.answer].map((id) => answer.labels[id]),
  };
}

export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

export function variance(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}

function mapped<Name extends string, T>(
  { parameters }: MemoryTask<Name>,
  of: (parameter: TaskParameter) => T,
): Record<Name, T> {
  const result = {} as Record<Name, T>;
  for (const name in parameters) result[name] = of(parameters[name]);
  return result;
}

function anyValue({ min, max, integer }: TaskParameter): fc.Arbitrary<number> {
  return integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}
