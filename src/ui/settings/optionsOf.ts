import { type SettingsOfKind, settings } from "../../session/settings";
import type { AllWords } from "../../words/catalogue";
import type { SelectOption } from "../controls/SelectField";

type OptionWords = Required<Pick<SelectOption<string>, "label" | "about">>;

/** What may be chosen, in the order of the table. */
export function optionsOf(
  words: AllWords,
  name: SettingsOfKind<"choice">,
): readonly (OptionWords & SelectOption<string>)[] {
  const said: Readonly<Record<string, OptionWords>> = words.settings.choices[name];
  return settings[name].options.map((value) => ({ value, ...said[value] }));
}
