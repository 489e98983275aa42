/** The field of one numeric setting, with its range from the one table of settings. */

import type { ReactNode } from "react";
import { type NumericSetting, settingRanges } from "../../session/settings";
import { NumericField } from "../controls/NumericField";
import { usePlayground, usePlaygroundStore } from "../usePlaygroundStore";

interface SettingFieldProps {
  readonly setting: NumericSetting;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly labelHidden?: boolean;
}

export function SettingField({ setting, ...rest }: SettingFieldProps) {
  const store = usePlaygroundStore();
  const value = usePlayground((state) => state.settings[setting]);
  const commit = (next: number) => store.getState().configure({ [setting]: next });
  return <NumericField {...rest} value={value} range={settingRanges[setting]} onCommit={commit} />;
}
