import type { controls as English } from "../en/controls";

export const controls: typeof English = {
  none: "无",
  numberWanted: ({ integer, min, max }) => `请输入 ${min} 到 ${max} 之间的${integer ? "整数" : "数"}。`,
};
