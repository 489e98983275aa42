/** What a control needs to know of its setting. */

import type { DataShape } from "../../session/dataShape";
import { shapeOfText } from "../../session/dataShape";
import { type RunSettings, type SettingName, settingOf, type Withheld } from "../../session/settings";
import { shapeOf } from "../../session/shapeOf";
import type { Playground } from "../../store/store";
import { usePlayground, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { hintOf } from "./hintOf";

/** Until there are data, as for the text that the page opens with. */
export const shapeNow = ({ data }: Pick<Playground, "data">): DataShape =>
  data ? shapeOf(data) : shapeOfText("characters");

/** These go without saying, and the control is left out. */
const unsaid: ReadonlySet<Withheld> = new Set(["featuresAreRead", "dataHasLength"]);

export interface SettingState {
  readonly isShown: boolean;
  /** Why it does nothing now. */
  readonly withheld: Withheld | null;
}

export function settingState(name: SettingName, settings: RunSettings, data: DataShape): SettingState {
  const setting = settingOf(name);
  const withheld = setting.unfit?.(data) ?? setting.idle?.(settings) ?? null;
  const isElsewhere = setting.elsewhere?.(settings) === true;
  return { isShown: !isElsewhere && !(withheld && unsaid.has(withheld)), withheld };
}

/** What its control shows. */
export interface ControlState {
  readonly isShown: boolean;
  readonly isDisabled: boolean;
  /** What it does, or why it does nothing now; null of a choice that does something. */
  readonly hint: string | null;
}

export function useSetting(name: SettingName): ControlState {
  const settings = useRun((run) => run.settings);
  const data = usePlayground((state) => state.data);
  const words = useAllWords();
  const shape = shapeNow({ data });
  const { isShown, withheld } = settingState(name, settings, shape);
  const hint = withheld ? words.withheld[withheld] : hintOf(words, name, shape);
  return { isShown, isDisabled: withheld !== null, hint };
}
