/** English, for the parts that come after the first picture. */
import { cellNotes } from "./cellNotes";
import { data } from "./data";
import { diagram } from "./diagram";
import { files } from "./files";
import { folders } from "./folders";
import { sound } from "./sound";

export const late = { cellNotes, data, diagram, files, folders, sound };
