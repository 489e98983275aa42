/** English, for the parts that come after the first picture. */
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

export const late = {
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
