/** The values of what differs: chosen where there are a few, else typed. */

import { valueMessage } from "../../../session/settingMessages";
import { type SettingName, type SettingValue, settingOf } from "../../../session/settings";
import { DraftField } from "../../controls/DraftField";
import { ChipChoice } from "../../data/table/ChipChoice";
import { useAllWords, useSay } from "../../words/useWords";
import { parseValues, valuesAmong, valuesText } from "./raceChoices";

interface RaceValuesProps {
  readonly name: SettingName;
  readonly values: readonly SettingValue[];
  readonly onChange: (values: readonly SettingValue[]) => void;
}

export function RaceValues({ name, values, onChange }: RaceValuesProps) {
  const { race, settingLabels } = useAllWords();
  const say = useSay();
  const setting = settingOf(name);
  if (setting.kind === "choice") {
    return (
      <ChipChoice<string>
        label={settingLabels[name]}
        options={valuesAmong(name, setting.options).map((value) => ({
          value: String(value),
          label: say(valueMessage(name, value)),
        }))}
        chosen={setting.options.filter((option) => values.some((value) => value === option))}
        onChange={(chosen) => onChange(valuesAmong(name, chosen))}
      />
    );
  }
  return (
    <DraftField
      label={race.values}
      text={valuesText(values)}
      parse={(typed) => parseValues(name, typed)}
      onCommit={onChange}
      inputMode="text"
      hint={setting.kind === "sizes" ? race.sizesHint : race.valuesHint}
    />
  );
}
