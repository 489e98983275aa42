/** What a setting does and what is usual; of a choice, what the one made means. */
import type { DataShape } from "../../session/dataShape";
import {
  type RunSettings,
  type SettingName,
  type SettingsOfKind,
  settings as table,
} from "../../session/settings";
import type { AllWords } from "../../words/catalogue";
import { optionsOf } from "./optionsOf";

const isChoice = (name: SettingName): name is SettingsOfKind<"choice"> => table[name].kind === "choice";

export function aboutOf(words: AllWords, name: SettingName, settings: RunSettings, data: DataShape): string {
  if (isChoice(name))
    return optionsOf(words, name).find(({ value }) => value === settings[name])?.about ?? "";
  const { hints, hiddenSizesHints, sequenceLengthHints } = words.settings;
  if (name === "hiddenSizes") return hiddenSizesHints[data.isText ? "text" : "other"];
  if (name === "sequenceLength") return sequenceLengthHints[data.step];
  return hints[name];
}
