/** English, for the parts that come after the first picture. */
import { table } from "./table";
import { tableDialog } from "./tableDialog";

export const late = { table, tableDialog };
