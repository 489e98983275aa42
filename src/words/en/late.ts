/** English, for the parts that come after the first picture. */
import { charts } from "./charts";
import { data } from "./data";
import { evaluation } from "./evaluation";
import { files } from "./files";
import { sound } from "./sound";

export const late = { charts, data, evaluation, files, sound };
