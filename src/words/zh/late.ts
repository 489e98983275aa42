/** 中文：首屏之后的部分。 */
import type { LateAreas } from "../catalogue";
import { data } from "./data";
import { files } from "./files";
import { folders } from "./folders";
import { sound } from "./sound";
import { table } from "./table";
import { tableDialog } from "./tableDialog";

export const late: LateAreas = { data, files, folders, sound, table, tableDialog };
