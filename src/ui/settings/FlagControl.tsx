import type { SettingsOfKind } from "../../session/settings";
import { settingWords } from "../../session/settingWords";
import { Toggle } from "../controls/Toggle";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";
import type { SettingState } from "./useSetting";

interface FlagControlProps {
  readonly name: SettingsOfKind<"flag">;
  readonly state: SettingState;
}

export function FlagControl({ name, state: { hint, isDisabled } }: FlagControlProps) {
  const store = usePlaygroundStore();
  const value = usePlayground((state) => state.settings[name]);
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
