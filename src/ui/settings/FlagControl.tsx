import type { SettingsOfKind } from "../../session/settings";
import { settingWords } from "../../session/settingWords";
import { Toggle } from "../controls/Toggle";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import type { SettingState } from "./useSetting";

interface FlagControlProps {
  readonly name: SettingsOfKind<"flag">;
  readonly state: SettingState;
}

export function FlagControl({ name, state: { hint, isDisabled } }: FlagControlProps) {
  const store = usePlaygroundStore();
  const value = useRun((run) => run.settings[name]);
  return (
    <Toggle
      label={settingWords[name].label}
      value={value}
      onChange={(next) => store.getState().configure({ [name]: next })}
      hint={hint}
      isDisabled={isDisabled}
    />
  );
}
