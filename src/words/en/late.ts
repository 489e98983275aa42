/** English, for the parts that come after the first picture. */
import { data } from "./data";
import { evaluation } from "./evaluation";
import { files } from "./files";
import { sound } from "./sound";

export const late = { data, evaluation, files, sound };
