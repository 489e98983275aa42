/** What a control needs to know of its setting. */

import type { DataShape } from "../../session/dataShape";
import { shapeOfText } from "../../session/dataShape";
import {
  changedSettings,
  type RunSettings,
  type SettingName,
  settingOf,
  type Withheld,
} from "../../session/settings";
import { shapeOf } from "../../session/shapeOf";
import type { Playground } from "../../store/store";
import { usePlayground, useRun } from "../usePlaygroundStore";
import { useAllWords } from "../words/useWords";
import { aboutOf } from "./aboutOf";

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

/** What its line shows. */
export interface LineState {
  readonly isShown: boolean;
  /** Why it does nothing now; null where it does something. */
  readonly withheld: string | null;
  /** What it does and what is usual. */
  readonly about: string;
  /** Whether it is other than what suits the data. */
  readonly isChanged: boolean;
}

export function useSetting(name: SettingName): LineState {
  const settings = useRun((run) => run.settings);
  const suitable = useRun((run) => run.summary?.suitable);
  const data = usePlayground((state) => state.data);
  const words = useAllWords();
  const shape = shapeNow({ data });
  const { isShown, withheld } = settingState(name, settings, shape);
  return {
    isShown,
    withheld: withheld && words.withheld[withheld],
    about: aboutOf(words, name, settings, shape),
    isChanged:
      suitable !== undefined && withheld === null && changedSettings(suitable, settings).includes(name),
  };
}
