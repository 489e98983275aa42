/** English, for the parts that come after the first picture. */
import { cellNotes } from "./cellNotes";
import { diagram } from "./diagram";

export const late = { cellNotes, diagram };
