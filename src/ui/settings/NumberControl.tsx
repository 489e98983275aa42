import { type SettingsOfKind, settings } from "../../session/settings";
import { NumericField } from "../controls/NumericField";
import { usePlaygroundStore, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { useIsLocked } from "./useIsLocked";

interface NumberControlProps {
  readonly name: SettingsOfKind<"number">;
  readonly withheld?: string | null;
  readonly labelHidden?: boolean;
}

export function NumberControl({ name, withheld = null, labelHidden = false }: NumberControlProps) {
  const store = usePlaygroundStore();
  const words = useAllWords();
  const isLocked = useIsLocked();
  const value = useRun((run) => run.settings[name]);
  const unit = useRun((now) => (name === "length" ? now.settings.lengthUnit : "open"));
  return (
    <NumericField
      label={words.settingLabels[name]}
      labelHidden={labelHidden}
      value={value}
      range={settings[name]}
      onCommit={(next) => store.getState().configure({ [name]: next })}
      hint={withheld}
      isDisabled={isLocked || withheld !== null}
      {...(unit !== "open" && { unit: words.settings.lengthUnits[unit] })}
    />
  );
}
