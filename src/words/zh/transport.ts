import type { transport as English } from "../en/transport";
import { count, counted } from "./phrases";

export const transport: typeof English = {
  title: "训练控制",
  train: "训练",
  pause: "暂停",
  step: "单步",
  reset: "重置",
  stepCount: "步数",
  epoch: "轮次",
  epochHint: "整个训练集被读过的次数",
  loss: "损失",
  inNats: "（奈特）",
  lossHint: "最近一个训练步",
  lossOfNumbersHint: "缩放后数值的均方误差，最近一个训练步",
  stepsPerSecond: "步/秒",
  perSecond: { characters: "字符/秒", words: "词/秒", steps: "时间步/秒" },
  more: "此训练的更多信息",
  unknownDevice: "正在启动…",
  starting: "引擎正在启动。",
  training: ({ sequences, atMost, length, unit, weights }) => {
    const measured = { characters: "个字符", words: "个词", steps: "个时间步" }[unit];
    return `训练中：每步读取 ${counted(sequences, "个序列")}，${atMost ? "最长" : "各"} ${counted(length, measured)}，然后调整全部 ${counted(weights, "个权重")}。`;
  },
  stepShare: ({ percent }) => `当前一步已完成 ${count(percent)}%。`,
  fresh: "权重是全新的，还什么都没学到。按“训练”开始，按“单步”只训练一步。",
  brought: "这些权重是在别处训练的。按“训练”从这里继续，按“重置”从新的权重开始。",
  firstSight: ({ unit, lingers }) =>
    `请看读入的文字：有人开始说话时，单元 ${unit} 变为蓝色，${lingers ? "说完后才慢慢变回橙色" : "说完即变回橙色"}。`,
  pretrained: ({ steps }) =>
    `这些权重已预先训练 ${counted(steps, "步")}。按“训练”从这里继续，按“重置”从新的权重开始。`,
  paused: ({ step }) => `已暂停。按“训练”从第 ${count(step)} 步继续，按“重置”从新的权重开始。`,
  stoppedEarly: ({ step, undone }) =>
    `已早停：验证损失在第 ${count(step)} 步最低${undone === 0 ? "" : `，其后的 ${counted(undone, "步")}已撤销`}。按“训练”从该步继续。`,
  reachedLength: ({ step }) => `已完成设定的长度，停在第 ${count(step)} 步。按“训练”再训练同样长。`,
  racing: "竞赛正在进行，当前训练暂停。可在“训练列表”中查看。",
  lookedAt: ({ step }) => `保存时的第 ${count(step)} 步。`,
  elsewhere:
    "此训练属于另一个标签页，这里只能查看。按“在此接管”可在本标签页中继续，按“重置”可在本标签页中另起一个训练。",
  takeOver: "在此接管",
  notices: "通知",
  dismissNotice: "关闭此通知",
  dismissMessage: "关闭此消息",
};
