/** What a control needs to know of its setting. */

import type { DataShape } from "../../session/dataShape";
import { shapeOfText } from "../../session/dataShape";
import { type RunSettings, type SettingName, settingOf } from "../../session/settings";
import { hintOf, withheldWords } from "../../session/settingWords";
import { shapeOf } from "../../session/shapeOf";
import type { Playground } from "../../store/store";
import { usePlayground, useRun } from "../usePlaygroundStore";

/** Until there are data, as for the text that the page opens with. */
export const shapeNow = ({ data }: Pick<Playground, "data">): DataShape =>
  data ? shapeOf(data) : shapeOfText("characters");

export interface SettingState {
  readonly isShown: boolean;
  readonly isDisabled: boolean;
  /** What it does, or why it does nothing now. */
  readonly hint: string;
}

export function settingState(name: SettingName, settings: RunSettings, data: DataShape): SettingState {
  const setting = settingOf(name);
  const withheld = setting.unfit?.(data) ?? setting.idle?.(settings) ?? null;
  const reason = withheld && withheldWords[withheld];
  const isElsewhere = setting.elsewhere?.(settings) === true;
  return {
    isShown: !isElsewhere && (withheld === null || reason !== null),
    isDisabled: withheld !== null,
    hint: reason ?? hintOf(name, data),
  };
}

export function useSetting(name: SettingName): SettingState {
  const settings = useRun((run) => run.settings);
  const data = usePlayground((state) => state.data);
  return settingState(name, settings, shapeNow({ data }));
}
