import type { run as English } from "../en/run";
import { count, counted } from "./phrases";

export const run: typeof English = {
  stoppedEarly: "训练已提前停止：验证损失不再下降。已恢复最佳权重，再次训练将由此继续。",
  reachedLength: ({ length, unit, step }) =>
    `训练已完成设定的 ${counted(length, unit === "epochs" ? "轮" : "步")}，停在第 ${count(step)} 步。再次训练将再进行同样的时长。`,
  newData: "数据已更换，权重已重新初始化：训练将从头开始。",
  freshWeights: "已用新的初始权重重新开始。",
  changed: ({ changes }) => `已重新开始。${changes.join("；")}。`,
  change: ({ name, before, after }) => `${name}：${before} → ${after}`,
};
