/** 中文：首屏之后的部分。 */
import type { LateAreas } from "../catalogue";
import { cellNotes } from "./cellNotes";
import { choiceNames } from "./choiceNames";
import { data } from "./data";
import { diagram } from "./diagram";
import { files } from "./files";
import { folders } from "./folders";
import { reading } from "./reading";
import { settingLabels } from "./settingLabels";
import { settings } from "./settings";
import { sound } from "./sound";
import { table } from "./table";
import { tableDialog } from "./tableDialog";
import { withheld } from "./withheld";

export const late: LateAreas = {
  cellNotes,
  choiceNames,
  data,
  diagram,
  files,
  folders,
  reading,
  settingLabels,
  settings,
  sound,
  table,
  tableDialog,
  withheld,
};
