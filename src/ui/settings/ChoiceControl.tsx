/** One of a few from a list, in which each says what it means. */

import type { SettingsOfKind } from "../../session/settings";
import { SelectField } from "../controls/SelectField";
import text from "../styles/text.module.css";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { optionsOf } from "./optionsOf";
import styles from "./settings.module.css";
import { useIsLocked } from "./useIsLocked";

interface ChoiceControlProps {
  readonly name: SettingsOfKind<"choice">;
  readonly withheld: string | null;
}

export function ChoiceControl({ name, withheld }: ChoiceControlProps) {
  const store = usePlaygroundStore();
  const value = useRun((run) => run.settings[name]);
  const words = useAllWords();
  const isLocked = useIsLocked();
  return (
    <div className={styles.group}>
      <SelectField<string>
        label={words.settingLabels[name]}
        value={value}
        options={optionsOf(words, name)}
        onChange={(next) => store.getState().configure({ [name]: next })}
        isDisabled={isLocked || withheld !== null}
      />
      {withheld !== null && <p className={text.hint}>{withheld}</p>}
    </div>
  );
}
