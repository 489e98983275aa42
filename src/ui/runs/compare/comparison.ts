/** What tells kept runs apart, and what they have come to. */
import { hashOf } from "../../../kept/keptData";
import type { RunRecord } from "../../../kept/runRecord";
import { type MeasuredBy, unlikeMeasured } from "../../../session/measuredAlike";
import { valueMessage } from "../../../session/settingMessages";
import { changedSettings, type SettingName, settingNames, settingOf } from "../../../session/settings";
import { type Message, type Said, sameSaid } from "../../../words/message";
import type { RunRow } from "../runRows";
import { stepMs } from "./comparedCurve";

export interface ComparedRun {
  readonly row: RunRow;
  /** Of its colour, from 1, whatever stands beside it. */
  readonly number: number;
  readonly stepMs: number | null;
}

/** Runs of the same data, read alike. */
export interface ComparedGroup {
  readonly dataName: Said;
  readonly runs: readonly ComparedRun[];
  /** By what their validation losses are not measured alike. */
  readonly unlike: MeasuredBy | null;
}

export interface SettingRow {
  readonly name: SettingName;
  /** One of each run; null where it means nothing beside the run's other settings. */
  readonly values: readonly (Message | null)[];
}

export interface Comparison {
  readonly runs: readonly ComparedRun[];
  readonly groups: readonly ComparedGroup[];
  readonly settings: readonly SettingRow[];
}

/** @param rows two or more, by the names that they have where they were chosen, in the order in which they stand beside each other */
export function comparisonOf(rows: readonly RunRow[]): Comparison {
  const runs = rows.map((row, i) => ({ row, number: i + 1, stepMs: stepMs(row.record) }));
  const groups = new Map<string, ComparedRun[]>();
  for (const run of runs) {
    const key = dataKey(run.row.record);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return {
    runs,
    groups: [...groups.values()].map((of) => ({
      dataName: of[0].row.dataName,
      runs: of,
      unlike: unlikeRows(of.map(({ row }) => row)),
    })),
    settings: differingSettings(rows.map(({ record }) => record)),
  };
}

/** Of one set of data. */
export const unlikeRows = (rows: readonly RunRow[]): MeasuredBy | null =>
  unlikeMeasured(
    rows.map(({ record: { settings, summary } }) => ({ settings, stepsPerEpoch: summary.stepsPerEpoch })),
    rows.every(({ isText }) => isText),
  );

/** Bytes by what they hold, whatever their file was called; all that decides how they are read beside it. */
function dataKey({ data }: RunRecord): string {
  const { name: _, ...read } = { name: null, ...data };
  const sorted = Object.entries(read).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([hashOf(data), sorted]);
}

/** In the order of the table of settings; what is of use in none of the runs is left out. */
function differingSettings(records: readonly RunRecord[]): readonly SettingRow[] {
  const [first, ...others] = records.map(({ settings }) => settings);
  const differing = new Set(others.flatMap((settings) => changedSettings(first, settings)));
  return settingNames
    .filter((name) => differing.has(name))
    .map((name) => ({
      name,
      values: records.map(({ settings }) =>
        settingOf(name).elsewhere?.(settings) ? null : valueMessage(name, settings[name]),
      ),
    }))
    .filter(({ values: [one, ...rest] }) => rest.some((other) => !isSame(one, other)));
}

const isSame = (a: Message | null, b: Message | null) =>
  a === b || (a !== null && b !== null && sameSaid(a, b));
