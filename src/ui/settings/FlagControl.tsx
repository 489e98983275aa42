import type { SettingsOfKind } from "../../session/settings";
import { Toggle } from "../controls/Toggle";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import type { ControlState } from "./useSetting";

interface FlagControlProps {
  readonly name: SettingsOfKind<"flag">;
  readonly state: ControlState;
}

export function FlagControl({ name, state: { hint, isDisabled } }: FlagControlProps) {
  const store = usePlaygroundStore();
  const { settingLabels } = useAllWords();
  const value = useRun((run) => run.settings[name]);
  return (
    <Toggle
      label={settingLabels[name]}
      value={value}
      onChange={(next) => store.getState().configure({ [name]: next })}
      hint={hint}
      isDisabled={isDisabled}
    />
  );
}
