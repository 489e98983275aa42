/** 中文：首屏所需的部分。 */
import type { FirstAreas } from "../catalogue";
import { cells } from "./cells";
import { common } from "./common";
import { controls } from "./controls";
import { faults } from "./faults";
import { page } from "./page";
import { run } from "./run";
import { stage } from "./stage";

export const first: FirstAreas = { cells, common, controls, faults, page, run, stage };
