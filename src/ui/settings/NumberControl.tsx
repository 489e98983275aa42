import { type SettingsOfKind, settings } from "../../session/settings";
import { NumericField } from "../controls/NumericField";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import type { ControlState } from "./useSetting";

interface NumberControlProps {
  readonly name: SettingsOfKind<"number">;
  readonly state?: ControlState;
  readonly labelHidden?: boolean;
}

export function NumberControl({ name, state, labelHidden = false }: NumberControlProps) {
  const store = usePlaygroundStore();
  const words = useAllWords();
  const value = useRun((run) => run.settings[name]);
  const unit = useRun((now) => (name === "length" ? now.settings.lengthUnit : "open"));
  return (
    <NumericField
      label={words.settingLabels[name]}
      labelHidden={labelHidden}
      value={value}
      range={settings[name]}
      onCommit={(next) => store.getState().configure({ [name]: next })}
      {...(state && { hint: state.hint, isDisabled: state.isDisabled })}
      {...(unit !== "open" && { unit: words.settings.lengthUnits[unit] })}
    />
  );
}
