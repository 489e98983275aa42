/** 中文：首屏之后的部分。 */
import type { LateAreas } from "../catalogue";

export const late: LateAreas = {};
