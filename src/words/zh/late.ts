/** 中文：首屏之后的部分。 */
import type { LateAreas } from "../catalogue";
import { table } from "./table";
import { tableDialog } from "./tableDialog";

export const late: LateAreas = { table, tableDialog };
