/** English, for the parts that come after the first picture. */
import { benchmark } from "./benchmark";
import { charts } from "./charts";
import { data } from "./data";
import { draw } from "./draw";
import { evaluation } from "./evaluation";
import { files } from "./files";
import { folders } from "./folders";
import { generate } from "./generate";
import { profile } from "./profile";
import { samples } from "./samples";
import { sound } from "./sound";
import { tasks } from "./tasks";

export const late = {
  benchmark,
  charts,
  data,
  draw,
  evaluation,
  files,
  folders,
  generate,
  profile,
  samples,
  sound,
  tasks,
};
