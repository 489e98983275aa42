/** What a race is asked for: runs on the same data, seed, batches and order, which differ in one setting. Plain data. */
import type { RunSettings, SettingName, SettingValue } from "./settings";

/**
 * What is alike beside that. `units`: as the settings are; `parameters`: hidden units are chosen so that all have about as many
 * parameters as the settings have; `time`: each trains for as long, whatever it comes to.
 */
export const raceMatches = ["units", "parameters", "time"] as const;
export type RaceMatch = (typeof raceMatches)[number];

export interface RaceRequest {
  /** All other settings. */
  readonly base: RunSettings;
  /** What differs. Of the seed alone: `seeds` runs that are otherwise the same. */
  readonly vary: SettingName;
  /** Of that, one a variant; means nothing where the seed alone differs. */
  readonly values: readonly SettingValue[];
  /** Each variant runs with so many, from that of the settings on: the same ones for all. */
  readonly seeds: number;
  readonly match: RaceMatch;
  /** Training steps of each run, or seconds where they are matched by time. */
  readonly length: number;
}

/** One run of a race. */
export interface RaceEntry {
  /** Which value of what differs it has, from 0. */
  readonly variant: number;
  readonly settings: RunSettings;
  readonly parameterCount: number;
}

export interface RacePlan {
  /** All seeds of a variant one after the other. */
  readonly entries: readonly RaceEntry[];
  /** (most − fewest) / fewest parameters. */
  readonly spread: number;
}

/** More lines could not be told apart. */
export const mostRaced = 16;
export const mostSeeds = 10;
/** Of their numbers of parameters: runs that are matched by them lie this near to each other where whole units allow it. */
export const matchTolerance = 0.02;

const ofLength: ReadonlySet<SettingName> = new Set(["length", "lengthUnit"]);

/** How long it is belongs to the race. */
export const canVary = (name: SettingName): boolean => !ofLength.has(name);

export interface RaceVariant {
  readonly variant: number;
  readonly settings: RunSettings;
}

/** Of every run, before units are matched. */
export function raceVariants({
  base,
  vary,
  values,
  seeds,
  match,
  length,
}: RaceRequest): readonly RaceVariant[] {
  const ending =
    match === "time" ? ({ lengthUnit: "open" } as const) : ({ lengthUnit: "steps", length } as const);
  const bases = vary === "seed" ? [base] : values.map((value) => ({ ...base, [vary]: value }));
  return bases.flatMap((settings, variant) =>
    Array.from({ length: seeds }, (_, i) => ({
      variant,
      settings: { ...settings, ...ending, seed: base.seed + i },
    })),
  );
}
