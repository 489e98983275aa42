/** 中文：首屏之后的部分。 */
import type { LateAreas } from "../catalogue";
import { benchmark } from "./benchmark";
import { cellNotes } from "./cellNotes";
import { charts } from "./charts";
import { choiceNames } from "./choiceNames";
import { compare } from "./compare";
import { data } from "./data";
import { diagram } from "./diagram";
import { draw } from "./draw";
import { elsewhere } from "./elsewhere";
import { evaluation } from "./evaluation";
import { exchange } from "./exchange";
import { files } from "./files";
import { folders } from "./folders";
import { generate } from "./generate";
import { importance } from "./importance";
import { kept } from "./kept";
import { modelCard } from "./modelCard";
import { past } from "./past";
import { profile } from "./profile";
import { race } from "./race";
import { reading } from "./reading";
import { samples } from "./samples";
import { second } from "./second";
import { settingLabels } from "./settingLabels";
import { settings } from "./settings";
import { share } from "./share";
import { sound } from "./sound";
import { table } from "./table";
import { tableDialog } from "./tableDialog";
import { takeAlong } from "./takeAlong";
import { tasks } from "./tasks";
import { withheld } from "./withheld";

export const late: LateAreas = {
  benchmark,
  cellNotes,
  charts,
  choiceNames,
  compare,
  data,
  diagram,
  draw,
  elsewhere,
  evaluation,
  exchange,
  files,
  folders,
  generate,
  importance,
  modelCard,
  kept,
  past,
  profile,
  race,
  reading,
  samples,
  second,
  settingLabels,
  settings,
  share,
  sound,
  table,
  tableDialog,
  takeAlong,
  tasks,
  withheld,
};
