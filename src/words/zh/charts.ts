import type { charts as English } from "../en/charts";
import { count, counted, decimal, either, formats } from "./phrases";

const each = { character: "每字符", word: "每词", sequence: "每个序列", step: "每个时间步" };
const ones = { character: "字符", word: "词", sequence: "序列", step: "时间步" };

export const charts: typeof English = {
  lossAndAccuracy: "损失与准确率",
  loss: "损失",
  show: "显示",
  nats: "奈特",
  bits: "比特",
  accuracy: "准确率",
  perplexity: "困惑度",
  squaredError: "平方误差",
  rootError: "RMSE",

  lossInNats: ({ per }) => `${each[per]}的损失（奈特）`,
  lossInBits: ({ per }) => `${each[per]}的损失（比特）`,
  accuracyOf: ({ per }) => `准确率：预测正确的${ones[per]}所占比例`,
  meanSquaredError: "缩放后数值的均方误差",
  rootMeanSquaredError: ({ unit }) => {
    if (unit === null) return "缩放后数值的均方根误差";
    return `均方根误差（${unit || "数据的单位"}）`;
  },
  byStep: ({ title }) => `${title}，横轴为训练步`,
  step: ({ step }) => `第 ${count(step)} 步`,
  empty: "尚无测量结果。开始训练，曲线就会出现在这里。",
  nothingYet: "尚无测量结果。",
  spoken: ({ from, fromStep, to, toStep, format }) =>
    `训练曲线从第 ${count(fromStep)} 步的 ${formats[format](from)} 变为第 ${count(toStep)} 步的 ${formats[format](to)}。`,

  training: "训练",
  validation: "验证",
  references: {
    chance: "随机猜测",
    withoutMemory: "无记忆",
    trainingMean: "训练集均值",
    lastValue: "末值",
  },
  newest: "最新测量值",
  lossUnit: ({ unit }) => `损失（${unit === "bits" ? "比特" : "奈特"}）`,
  lowerIsBetter: "损失越低越好。",
  chanceOfSymbols: ({ symbols, loss, per }) =>
    `在 ${counted(symbols, "个符号")}中盲猜，${each[per]}的损失为 ln\u00a0${count(symbols)} = ${decimal(loss)}\u00a0奈特。`,
  chanceOfClasses: ({ classes, loss, per }) =>
    `在 ${counted(classes, "个类别")}中盲猜，${each[per]}的损失为 ln\u00a0${count(classes)} = ${decimal(loss)}\u00a0奈特。`,
  withoutMemory: ({ loss }) =>
    `没有记忆的网络无法低于 ${decimal(loss)}；损失更低，就说明这个网络记住了信息。`,
  lastValue: ({ loss }) => `重复末值的平方误差为 ${decimal(loss)}。`,
  trainingMean: ({ loss }) => `总是回答训练集均值的平方误差为 ${decimal(loss)}。`,
  perplexityHint: "困惑度为 5，其不确定程度相当于在 5 个等可能的符号中选一个。",
  smoothedHint: "使用标签平滑时，损失包含它对其余类别的要求，因此不能换算成困惑度。评估时不计标签平滑。",
  readThroughHint:
    "验证时接着前文往下读；训练的每个序列则从空状态或上一序列的末尾开始。因此两种损失不必相等，要看的是各自的走向。",
  overfittingHint: "如果验证损失不再下降而训练损失继续下降，网络就在过拟合。",

  parted: "网络正在过拟合。",
  overfitting: ({ step, best, loss, dropout, decay, stopsEarly }) => {
    const ideas = [
      dropout ? "加大随机失活" : "随机失活（dropout）",
      decay ? "加大权重衰减" : "权重衰减",
      ...(stopsEarly ? [] : ["早停（例如耐心取 10）"]),
      "减少隐藏单元",
    ];
    return `网络正在过拟合：验证损失在第 ${count(step)} 步附近最低，为 ${decimal(best)}，此后升至 ${decimal(loss)}，而训练损失仍在下降。可以尝试${either(ideas)}。`;
  },
  worse: ({ step, best, loss }) =>
    `网络变差了：验证损失在第 ${count(step)} 步附近最低，为 ${decimal(best)}，此后升至 ${decimal(loss)}，训练损失也没有下降。可以尝试更低的学习率。`,
};
