/** 中文：首屏所需的部分。 */
import type { FirstAreas } from "../catalogue";
import { common } from "./common";
import { faults } from "./faults";
import { page } from "./page";

export const first: FirstAreas = { common, faults, page };
