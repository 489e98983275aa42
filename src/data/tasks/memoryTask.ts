/**
 * A task that tests memory: a pure generator of examples, and what is to be known of it. Controls and validation read this
 * table; its words stand under its name in the catalogue.
 *
 * "Without memory" is the best that can be said from the input of one step alone, without knowing which step it is: what a
 * network reaches whose state is cleared before every step. "With a perfect memory" is the best that can be said from all
 * inputs so far.
 */
import type { Random } from "../../random";
import type { Message } from "../../words/message";
import type { Example, ExampleAnswer, ExampleInput, SuggestedSettings } from "../examples";
import type { MemoryTaskName } from "./taskNames";

export interface TaskParameter {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
  readonly integer: boolean;
}

/** What each of them begins with. */
export type TaskSettings = Required<
  Pick<SuggestedSettings, "hiddenSizes" | "sequenceLength" | "batchSize" | "learningRate">
>;

/** By the name of the parameter; every parameter of the task has its value, within its range. */
export type TaskParameters<Name extends string = string> = Readonly<Record<Name, number>>;

export interface Citation {
  /** Authors, year and title. */
  readonly text: string;
  readonly url: string;
}

/** A loss, in nats or as squared error of the scaled answers, and in a sentence why it is that. */
export interface ExplainedLoss {
  readonly loss: number;
  readonly why: Message;
}

export interface MemoryTask<Name extends string = string> {
  readonly name: MemoryTaskName;
  readonly citation: Citation;
  readonly parameters: Readonly<Record<Name, TaskParameter>>;
  input(parameters: TaskParameters<Name>): ExampleInput;
  answer(parameters: TaskParameters<Name>): ExampleAnswer;
  /** T of the longest example, and whether others are shorter. */
  steps(parameters: TaskParameters<Name>): { readonly longest: number; readonly varies: boolean };
  generate(random: Random, parameters: TaskParameters<Name>): Example;
  /** The least mean loss over all answers without memory. */
  withoutMemory(parameters: TaskParameters<Name>): ExplainedLoss;
  /** The least mean loss over all answers with a perfect memory, or null where nobody knows it. */
  withMemory(parameters: TaskParameters<Name>): number | null;
  suggested(parameters: TaskParameters<Name>): TaskSettings;
}

/** Which task, how hard, and from which seed its examples follow. */
export interface MemoryTaskData {
  readonly kind: "task";
  readonly task: MemoryTaskName;
  readonly parameters: TaskParameters;
  readonly seed: number;
}
