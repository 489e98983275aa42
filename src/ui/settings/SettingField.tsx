/** The field of one numeric setting, with its range from the one table of settings. */
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { type NumericSetting, settingRanges } from "../../session/settings";
import type { PlaygroundStore } from "../../store/store";
import { NumericField } from "../controls/NumericField";

interface SettingFieldProps {
  readonly store: PlaygroundStore;
  readonly setting: NumericSetting;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly labelHidden?: boolean;
}

export function SettingField({ store, setting, ...rest }: SettingFieldProps) {
  const value = useStore(store, (state) => state.settings[setting]);
  const commit = (next: number) => store.getState().configure({ [setting]: next });
  return <NumericField {...rest} value={value} range={settingRanges[setting]} onCommit={commit} />;
}
