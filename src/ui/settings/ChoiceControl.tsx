/** One of a few where there are two, else a list; what the one in use means stands below. */

import type { SettingsOfKind } from "../../session/settings";
import { SelectField } from "../controls/SelectField";
import text from "../styles/text.module.css";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { optionsOf } from "./optionsOf";
import styles from "./settings.module.css";
import type { ControlState } from "./useSetting";

interface ChoiceControlProps {
  readonly name: SettingsOfKind<"choice">;
  readonly state: ControlState;
}

export function ChoiceControl({ name, state: { hint, isDisabled } }: ChoiceControlProps) {
  const store = usePlaygroundStore();
  const value = useRun((run) => run.settings[name]);
  const words = useAllWords();
  const options = optionsOf(words, name);
  return (
    <div className={styles.group}>
      <SelectField<string>
        label={words.settingLabels[name]}
        value={value}
        options={options}
        onChange={(next) => store.getState().configure({ [name]: next })}
        isDisabled={isDisabled}
      />
      <p className={text.hint}>{hint ?? options.find((option) => option.value === value)?.about}</p>
    </div>
  );
}
