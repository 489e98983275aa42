/** English, for the parts that come after the first picture. */
import { data } from "./data";
import { files } from "./files";
import { folders } from "./folders";
import { sound } from "./sound";
import { table } from "./table";
import { tableDialog } from "./tableDialog";

export const late = { data, files, folders, sound, table, tableDialog };
