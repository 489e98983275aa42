import { type SettingsOfKind, settings } from "../../session/settings";
import { settingWords } from "../../session/settingWords";
import { NumericField } from "../controls/NumericField";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import type { SettingState } from "./useSetting";

interface NumberControlProps {
  readonly name: SettingsOfKind<"number">;
  readonly state?: SettingState;
  readonly labelHidden?: boolean;
}

export function NumberControl({ name, state, labelHidden = false }: NumberControlProps) {
  const store = usePlaygroundStore();
  const value = useRun((run) => run.settings[name]);
  const unit = useRun((now) => (name === "length" ? now.settings.lengthUnit : null));
  return (
    <NumericField
      label={settingWords[name].label}
      labelHidden={labelHidden}
      value={value}
      range={settings[name]}
      onCommit={(next) => store.getState().configure({ [name]: next })}
      {...(state && { hint: state.hint, isDisabled: state.isDisabled })}
      {...(unit !== null && { unit })}
    />
  );
}
