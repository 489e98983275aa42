/** Settings as arguments of a command: every setting of a run is an option of its name. */

import { malformedProblem } from "../../src/session/settingMessages";
import {
  isRunSettings,
  malformedSetting,
  type RunSettings,
  type SettingName,
  settingNames,
  settingOf,
  withLayers,
} from "../../src/session/settings";
import { inEnglish } from "../../src/words/english";
import { Refusal } from "./refusal";

/** The settings with those that were chosen in place of the ones that suit the data. */
export type ChosenSettings = (suitable: RunSettings) => RunSettings;

/** For `parseArgs`; `--layers 2` is as many layers as large as the last one is. */
export const settingOptions: Readonly<Record<string, { readonly type: "string" | "boolean" }>> = {
  layers: { type: "string" },
  ...Object.fromEntries(
    settingNames.map((name) => [name, { type: settingOf(name).kind === "flag" ? "boolean" : "string" }]),
  ),
};

/** @throws `Refusal` for what a setting cannot be, also later, when it is asked for the settings */
export function chosenSettings(given: Readonly<Record<string, unknown>>): ChosenSettings {
  const chosen = Object.fromEntries(
    settingNames
      .filter((name) => given[name] !== undefined)
      .map((name) => [name, givenValue(name, given[name])]),
  );
  const layers = given.layers === undefined ? null : Number(given.layers);
  return (suitable) => {
    const all = { ...suitable, ...chosen };
    const settings: object =
      layers === null ? all : { ...all, hiddenSizes: layersOf(all.hiddenSizes, layers) };
    if (isRunSettings(settings)) return settings;
    throw new Refusal(inEnglish(malformedProblem(malformedSetting(settings) ?? "")));
  };
}

/** Whether it can be used is seen with all the others. */
function givenValue(name: SettingName, given: unknown): unknown {
  if (typeof given !== "string") return given;
  switch (settingOf(name).kind) {
    case "number":
      return given.trim() === "" ? Number.NaN : Number(given);
    case "sizes":
      return given.split(",").map(Number);
    default:
      return given;
  }
}

/** A count that cannot be gives sizes that cannot be, which are then refused. */
const layersOf = (sizes: readonly number[], count: number): readonly number[] =>
  Number.isInteger(count) && count > 0 && count < 100 ? withLayers(sizes, count) : [];
