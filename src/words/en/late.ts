/** English, for the parts that come after the first picture. */
import { data } from "./data";
import { files } from "./files";
import { sound } from "./sound";

export const late = { data, files, sound };
