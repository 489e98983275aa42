import { parseArgs } from "node:util";
import { type ChosenSettings, chosenSettings, settingOptions } from "./chosenSettings";
import type { RowsAsked } from "./readTableFile";
import { Refusal } from "./refusal";

export interface AccuracyArguments extends RowsAsked {
  /** Files with tables. */
  readonly tables: readonly string[];
  /** Names of samples and tasks, or null: none were named. */
  readonly only: readonly string[] | null;
  readonly seconds: number;
  readonly json: boolean;
  /** The file that the run is written to. */
  readonly save: string | null;
  /** Settings that were chosen instead of those that suit the data. */
  readonly settings: ChosenSettings;
}

/** @throws `Refusal` for what is no argument, or does not go with the others */
export function accuracyArguments(argv: readonly string[]): AccuracyArguments {
  const { table: tables, where, every, only, seconds, json, save, ...settings } = parseOrRefuse(argv);
  if (json && (tables.length !== 1 || only !== undefined))
    throw new Refusal("--json prints what becomes of one table: it goes with one --table FILE.");
  if ((where !== undefined || every !== undefined) && tables.length === 0)
    throw new Refusal("--where and --every are of the rows of a table: they go with --table FILE.");
  return {
    tables,
    where: where ?? null,
    every: every ?? null,
    only: only?.split(",") ?? null,
    seconds: secondsOf(seconds),
    json,
    save: save ?? null,
    settings: chosenSettings(settings),
  };
}

function parseOrRefuse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        table: { type: "string", multiple: true, default: [] },
        where: { type: "string" },
        every: { type: "string" },
        only: { type: "string" },
        seconds: { type: "string", default: "100" },
        json: { type: "boolean", default: false },
        save: { type: "string" },
        ...settingOptions,
      },
    }).values;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function secondsOf(text: string): number {
  const seconds = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds;
  throw new Refusal(`--seconds: “${text}” is no time. Give a number of seconds, 0 or more.`);
}
