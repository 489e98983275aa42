/** 中文：首屏之后的部分。 */
import type { LateAreas } from "../catalogue";
import { cellNotes } from "./cellNotes";
import { data } from "./data";
import { diagram } from "./diagram";
import { files } from "./files";
import { folders } from "./folders";
import { sound } from "./sound";

export const late: LateAreas = { cellNotes, data, diagram, files, folders, sound };
