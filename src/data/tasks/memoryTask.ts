/**
 * A task that tests memory: a pure generator of examples, and what is to be known of it. Controls, validation and the page's
 * words all read this table.
 */
import type { Random } from "../../random";
import type { Example, ExampleAnswer, ExampleInput, SuggestedSettings } from "../examples";

export interface TaskParameter {
  readonly label: string;
  /** What it changes, in one sentence. */
  readonly hint: string;
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
  readonly integer: boolean;
}

/** By the name of the parameter; every parameter of the task has its value. */
export type TaskParameters = Readonly<Record<string, number>>;

export interface Citation {
  /** Authors, year and title. */
  readonly text: string;
  readonly url: string;
}

export interface MemoryTask {
  readonly name: string;
  readonly title: string;
  /** What is read and what is asked, in one or two sentences. */
  readonly description: string;
  /** What it shows about gates, in one or two sentences. */
  readonly shows: string;
  readonly citation: Citation;
  readonly parameters: Readonly<Record<string, TaskParameter>>;
  input(parameters: TaskParameters): ExampleInput;
  answer(parameters: TaskParameters): ExampleAnswer;
  /** T of the longest example, and whether others are shorter. */
  steps(parameters: TaskParameters): { readonly longest: number; readonly varies: boolean };
  generate(random: Random, parameters: TaskParameters): Example;
  /** The least loss without memory, in nats or as squared error of the scaled answers, and why, in a sentence. */
  withoutMemory(parameters: TaskParameters): { readonly loss: number; readonly why: string };
  suggested(parameters: TaskParameters): SuggestedSettings;
}

/** Which task, how hard, and from which seed its examples follow. */
export interface MemoryTaskData {
  readonly kind: "task";
  readonly task: string;
  readonly parameters: TaskParameters;
  readonly seed: number;
}
