/** What may differ between the runs of a race, and how its values are typed. */

import type { DataShape } from "../../../session/dataShape";
import type { DataSummary } from "../../../session/protocol";
import { canVary, type RaceEntry, type RaceMatch, type RaceRequest } from "../../../session/raceRequest";
import { settingValue, valueMessage } from "../../../session/settingMessages";
import {
  changedSettings,
  isValueOf,
  type RunSettings,
  type SettingName,
  type SettingValue,
  settingNames,
  settingOf,
} from "../../../session/settings";
import type { AllWords } from "../../../words/catalogue";
import { type Message, message } from "../../../words/message";
import { formatNumber, type Parsed, parseNumber } from "../../controls/parseNumber";
import { settingState } from "../../settings/useSetting";

/** These decide what is drawn. */
const ofBatches: ReadonlySet<SettingName> = new Set(["sequenceLength", "batchSize", "windows", "seed"]);

/** Whether the runs of a race have the same batches in the same order. */
export const haveSameBatches = (vary: SettingName): boolean => !ofBatches.has(vary);

/** Whether losses on the data are cross-entropies, not squared errors. */
export const isInNats = (data: DataSummary | null): boolean =>
  data !== null && (data.kind === "text" || data.answer.kind === "class");

/** Those that mean something for the data and beside the other settings, in the order of their table. */
export const variedSettings = (base: RunSettings, data: DataShape): readonly SettingName[] =>
  settingNames.filter((name) => {
    const { isShown, withheld } = settingState(name, base, data);
    return canVary(name) && isShown && withheld === null;
  });

export const valuesAmong = (name: SettingName, values: readonly unknown[]): readonly SettingValue[] =>
  values.filter((value) => isValueOf(name, value));

/** What stands there at first. */
export function firstValues(name: SettingName, base: RunSettings): readonly SettingValue[] {
  const setting = settingOf(name);
  switch (setting.kind) {
    case "flag":
      return [false, true];
    case "choice":
      return valuesAmong(name, name === "cell" ? ["gru", "lstm", "rnn"] : setting.options);
    case "sizes":
      return [[16], [32], [64]];
    case "number": {
      const { min, max, integer } = setting;
      const value = Number(base[name]);
      const near = value === 0 ? [min, Math.min(max, integer ? 1 : 0.1)] : [value / 2, value, value * 2];
      const allowed = near
        .map((one) => (integer ? Math.round(one) : Number(one.toPrecision(6))))
        .filter((one) => one >= min && one <= max);
      return [...new Set(allowed)];
    }
  }
}

/** "16, 32 + 32, 64" */
export const valuesText = (values: readonly SettingValue[]): string =>
  values
    .map((value) => (typeof value === "object" ? value.join(" + ") : formatNumber(Number(value))))
    .join(", ");

/** What cannot be used is answered with what is wanted. Numbers have a point here: a comma stands between two of them. */
export function parseValues(name: SettingName, text: string): Parsed<readonly SettingValue[]> {
  const setting = settingOf(name);
  if (setting.kind !== "number" && setting.kind !== "sizes")
    throw new Error(`The values of "${name}" are not typed.`);
  const range = setting.kind === "sizes" ? { ...setting, integer: true } : setting;
  const values: SettingValue[] = [];
  for (const part of text.split(/[,，、;；]/).filter((one) => one.trim() !== "")) {
    const numbers: number[] = [];
    for (const layer of setting.kind === "sizes" ? part.split("+") : [part]) {
      const parsed = parseNumber(layer, range);
      if ("problem" in parsed) return parsed;
      numbers.push(parsed.value);
    }
    values.push(setting.kind === "sizes" ? numbers : numbers[0]);
  }
  return { value: values };
}

/** As which a value stands among the others: "LSTM", "hidden units 32". */
export const variantName = (name: SettingName, value: SettingValue): Message =>
  name === "cell" ? valueMessage(name, value) : settingValue(name, value);

/** Of each value, in their order; of the seed alone there is one of all. */
export const variantNames = ({ vary, values }: RaceRequest): readonly Message[] =>
  vary === "seed" ? [message("settingLabels.seed")] : values.map((value) => variantName(vary, value));

/** What is alike, and what that means: hidden units are not, where they are what differs. */
export const matchWords = (
  { matches, matchHints, otherSettings, otherSettingsHint }: AllWords["race"],
  match: RaceMatch,
  vary: SettingName,
): { readonly name: string; readonly hint: string } =>
  match === "units" && vary === "hiddenSizes"
    ? { name: otherSettings, hint: otherSettingsHint }
    : { name: matches[match], hint: matchHints[match] };

/** How far a run is, of how many steps; one that is over before them has stopped early, and stands where it was best. */
export function stepWords(
  { trains, stoppedEarly }: AllWords["race"],
  step: number,
  isOver: boolean,
  { match, length }: Pick<RaceRequest, "match" | "length">,
): string {
  if (isOver && match !== "time" && step < length) return stoppedEarly({ step });
  return trains({ step, of: isOver || match === "time" ? null : length });
}

/** One of each variant: its seeds are alike. */
export const firstOfEach = (entries: readonly RaceEntry[]): readonly RaceEntry[] =>
  entries.filter(({ variant }, i) => i === 0 || variant !== entries[i - 1].variant);

/** By which compared runs differ, where that is one setting alone: what to race once more. */
export function likeCompared(
  all: readonly RunSettings[],
): { readonly vary: SettingName; readonly values: readonly SettingValue[] } | null {
  const [first, ...others] = all;
  if (!first) return null;
  const differing = new Set(others.flatMap((one) => changedSettings(first, one)).filter(canVary));
  const [vary] = differing;
  if (vary === undefined || differing.size > 1) return null;
  const values = new Map(all.map((one) => [String(one[vary]), one[vary]]));
  return { vary, values: [...values.values()] };
}
