import type { modelCard as English } from "../en/modelCard";
import { choiceNames } from "./choiceNames";
import { count, list, quoted } from "./phrases";

export const modelCard: typeof English = {
  title: "模型卡",
  network: "网络",
  data: "数据",
  training: "训练",
  results: "结果",
  limits: "不得用于",
  layers: ({ cell, hiddenSizes, bidirectional }) =>
    `循环层的单元为${quoted(choiceNames[`cell:${cell}`])}，隐藏单元数为 ${list(hiddenSizes.map(count))}，${bidirectional ? "双向" : "单向"}。`,
  parameters: ({ parameters }) => `共 ${count(parameters)} 个参数，类型为 float32。`,
  readsSymbols: ({ symbols }) => `每一步读取 ${count(symbols)} 种符号之一。`,
  readsFeatures: ({ features }) => `每一步读取：${list(features)}。`,
  readsNumbers: ({ features }) => `每一步读取 ${count(features)} 个数；其含义在此未知。`,
  answers: ({ outputs, every }) => `${every ? "每一步" : "最后一步之后"}给出 ${count(outputs)} 个输出。`,
  labels: ({ labels }) => `它们代表：${list(labels)}。`,
  unscaled:
    "它输出的数不以数据的单位表示，本文件也未说明如何换算成数值：这不止是平移和缩放，或方法未知。页面上显示和保存的结果带有单位。",
  trainedOn: ({ name }) => `训练数据为${quoted(name)}。`,
  dataUnknown: "编写此卡时没有训练数据的信息。",
  splitOfExamples:
    "一部分数据被留出，从未用于训练。训练数据中的另一部分用于决定何时停止以及学习的快慢；训练样本少于十个时，由留出的样本代替。",
  splitOfText:
    "文本的最后十分之一被留出，从未用于训练。它也用于验证，因此何时停止以及学习的快慢可能是据此选择的。",
  steps: ({ steps, batchSize, sequenceLength, optimizer }) =>
    `用 ${choiceNames[`optimizer:${optimizer}`]} 训练了 ${count(steps)} 步，每步 ${count(batchSize)} 个序列，每个序列最多 ${count(sequenceLength)} 步。`,
  notMeasured: "编写此卡时尚未测量。用于任何目的之前请先测量。",
  measured: "在留出的数据上，与不需要网络的方法对照：",
  notElsewhere:
    "它学到的东西只适用于与上述数据相似、以同样方式测量的数据。换了场合、时间或单位，它可能出错而毫无迹象。",
  notPeople:
    "不得用来对人做出决定，例如健康、钱财、工作或权利，也不得控制任何可能造成伤害的事物。其概率只是得分，未经校准。",
  check: "文件 check.json 含有一份输入和本网络对它的输出，为 softmax 之前的值。",
};
