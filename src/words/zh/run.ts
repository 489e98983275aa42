import type { run as English } from "../en/run";
import { ago, count, counted, spacedBefore } from "./phrases";

const leftOut = {
  setting: "引擎在应用设置时停止了两次。设置保持原来的值。",
  run: "引擎在准备训练时停止了两次。原来的训练继续进行。",
  probe: "引擎在读取您的序列时停止了两次。仍显示之前的序列。",
  writing: "引擎在生成时停止了两次。请按“生成”再试一次。",
  measurement: "引擎在测量时停止了两次。请重新测量。",
  other: "引擎在完成上一项操作之前停止了两次。请再按一次按钮。",
};

export const run: typeof English = {
  stoppedEarly: "训练已提前停止：验证损失不再下降。已恢复最佳权重，再次训练将由此继续。",
  stoppedAtBest: ({ step, undone }) =>
    `训练已提前停止：验证损失在第 ${count(step)} 步最低，其后的 ${count(undone)} 步未能使其下降，已撤销。权重、步数与曲线均为第 ${count(step)} 步时的，再次训练将由此继续。`,
  reachedLength: ({ length, unit, step }) =>
    `训练已完成设定的 ${counted(length, unit === "epochs" ? "轮" : "步")}，停在第 ${count(step)} 步。再按“训练”，将继续同样的${unit === "epochs" ? "轮数" : "步数"}。`,
  newData: "数据已更换，权重已重新初始化：训练将从头开始。",
  freshWeights: "已用新的初始权重重新开始。",
  changed: ({ changes }) => `已重新开始。${changes.join("；")}。`,
  value: ({ name, value }) => `${name}：${value}`,
  change: ({ name, before, after }) => `${name}：${before} → ${after}`,
  gpuLost: ({ reason, step, device }) =>
    `GPU 已丢失（${reason}）。训练从第 ${count(step)} 步起由“${device}”继续。`,
  crashed: ({ reason, saved }) => `引擎意外停止（${reason}）。${saved}`,
  silent: ({ seconds, saved }) => `引擎在 ${counted(seconds, "秒")}内没有响应，已被终止。${saved}`,
  saved: ({ step }) => `新引擎从最后保存的第 ${count(step)} 步继续。`,
  notSaved: "新引擎从头开始。",
  leftOut: ({ what }) => leftOut[what],
  notOpened: ({ name, step }) =>
    `“${name}”的训练无法重新打开。页面已改为打开示例文本；第 ${count(step)} 步保存的状态仍留在之前的训练中。`,
  notOpenedUnsaved: ({ name }) =>
    `“${name}”的训练无法重新打开。页面已改为打开示例文本；这次训练没有保存过任何状态。`,
  cameBack: ({ step, name, seconds }) =>
    `已回到“${name}”的第 ${count(step)} 步，保存于${spacedBefore(ago(seconds))}。`,
  linked: "已从链接打开。",
  linkedTrained: ({ steps }) =>
    `已从链接打开，带有训练了 ${count(steps)} 步的权重（半精度 float16）。训练将从这些权重重新开始。`,
  brought: ({ name }) => `“${name}”中的网络已在舞台上。训练会从它的权重继续。`,
  wentOn: ({ step }) => `从第 ${count(step)} 步继续。原来的训练保留在之前的训练中。`,
  wentBack: ({ step }) => `已回到之前的训练，位于第 ${count(step)} 步。`,
  raceKept: "竞赛已保存，现已暂停。可在“训练列表”中继续。",
  movedToGpu: ({ device }) => `训练已转到 GPU（${device}）。`,
  movedToCpu: "训练已转到 CPU。",
};
