/** 中文：首屏所需的部分。 */
import type { FirstAreas } from "../catalogue";
import { common } from "./common";
import { engine } from "./engine";
import { faults } from "./faults";
import { page } from "./page";
import { transport } from "./transport";

export const first: FirstAreas = { common, engine, faults, page, transport };
