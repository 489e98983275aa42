/** 中文：首屏所需的部分。 */
import type { FirstAreas } from "../catalogue";
import { cells } from "./cells";
import { choiceNames } from "./choiceNames";
import { common } from "./common";
import { controls } from "./controls";
import { faults } from "./faults";
import { page } from "./page";
import { run } from "./run";
import { settingLabels } from "./settingLabels";
import { settings } from "./settings";
import { stage } from "./stage";
import { withheld } from "./withheld";

export const first: FirstAreas = {
  cells,
  choiceNames,
  common,
  controls,
  faults,
  page,
  run,
  settingLabels,
  settings,
  stage,
  withheld,
};
