/** 中文：首屏之后的部分。 */
import type { LateAreas } from "../catalogue";
import { cellNotes } from "./cellNotes";
import { diagram } from "./diagram";

export const late: LateAreas = { cellNotes, diagram };
