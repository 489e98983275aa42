/** 中文：首屏所需的部分。 */
import type { FirstAreas } from "../catalogue";
import { cells } from "./cells";
import { common } from "./common";
import { controls } from "./controls";
import { engine } from "./engine";
import { faults } from "./faults";
import { history } from "./history";
import { page } from "./page";
import { run } from "./run";
import { stage } from "./stage";
import { transport } from "./transport";

export const first: FirstAreas = {
  cells,
  common,
  controls,
  engine,
  faults,
  history,
  page,
  run,
  stage,
  transport,
};
