import { parseArgs } from "node:util";
import { type RaceMatch, raceMatches } from "../../src/session/raceRequest";
import { type CellName, cellNames } from "../../src/session/settings";
import { type ChosenSettings, chosenSettings, settingOptions } from "../accuracy/chosenSettings";
import { Refusal } from "../accuracy/refusal";
import { type Subject, subjectsFor } from "../accuracy/subjects";

export interface RaceOfCells {
  readonly cells: readonly CellName[];
  readonly match: RaceMatch;
  readonly seeds: number;
  /** Training steps of each, or seconds where they are matched by time. */
  readonly length: number;
  /** Settings that were chosen instead of those that suit the data. */
  readonly settings: ChosenSettings;
}

interface RaceArguments extends RaceOfCells {
  readonly subjects: readonly Subject[];
}

const text: Subject = { name: "text", source: () => ({ kind: "sample" }) };

/** @throws `Refusal` for what is no argument */
export async function raceArguments(argv: readonly string[]): Promise<RaceArguments> {
  const { on, cells, match, steps, seeds, ...settings } = parseOrRefuse(argv);
  const names = (on ?? "text").split(",");
  const others = names.filter((name) => name !== text.name);
  const found = others.length > 0 ? await subjectsFor({ tables: [], only: others }) : [];
  return {
    subjects: names.map((name) => found.find((one) => one.name === name) ?? text),
    cells: (cells ?? "gru,lstm,rnn,fourGate").split(",").map((name) => among(cellNames, "cells", name)),
    match: among(raceMatches, "match", match ?? "parameters"),
    length: countOf("steps", steps ?? "500"),
    seeds: countOf("seeds", seeds ?? "3"),
    settings: chosenSettings(settings),
  };
}

function parseOrRefuse(argv: readonly string[]) {
  const { cell: _, ...options } = settingOptions;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        ...options,
        on: { type: "string" },
        cells: { type: "string" },
        match: { type: "string" },
        steps: { type: "string" },
        seeds: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function among<T extends string>(all: readonly T[], option: string, name: string): T {
  const found = all.find((one) => one === name);
  if (found === undefined)
    throw new Refusal(`--${option}: there is no “${name}”. There are: ${all.join(", ")}.`);
  return found;
}

function countOf(option: string, given: string): number {
  const count = Number(given);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Refusal(`--${option}: “${given}” is no whole number from 1 on.`);
}
