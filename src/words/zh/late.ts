/** 中文：首屏之后的部分。 */
import type { LateAreas } from "../catalogue";
import { charts } from "./charts";
import { data } from "./data";
import { evaluation } from "./evaluation";
import { files } from "./files";
import { sound } from "./sound";

export const late: LateAreas = { charts, data, evaluation, files, sound };
