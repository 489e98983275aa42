import type { controls as English } from "../en/controls";
import { quoted } from "./phrases";

export const controls: typeof English = {
  none: "无",
  about: ({ name }) => `${quoted(name)}的说明`,
  numberWanted: ({ integer, min, max }) => `请输入 ${min} 到 ${max} 之间的${integer ? "整数" : "数"}。`,
};
