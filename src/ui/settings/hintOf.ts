/** What a setting does and what is usual; null of a choice, each of which has words of its own. */
import type { DataShape } from "../../session/dataShape";
import { type SettingName, type SettingsOfKind, settings } from "../../session/settings";
import type { AllWords } from "../../words/catalogue";

const isChoice = (name: SettingName): name is SettingsOfKind<"choice"> => settings[name].kind === "choice";

export function hintOf({ settings: words }: AllWords, name: SettingName, data: DataShape): string | null {
  if (isChoice(name)) return null;
  if (name === "hiddenSizes") return words.hiddenSizesHints[data.isText ? "text" : "other"];
  if (name === "sequenceLength") return words.sequenceLengthHints[data.step];
  return words.hints[name];
}
