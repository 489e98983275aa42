import type { diagram as English } from "../en/diagram";
import { quoted, spacedBefore } from "./phrases";

export const diagram: typeof English = {
  looks: "观察方式",
  lookAt: { cell: "循环单元", inputs: "输入", cost: "开销" },
  cell: "循环单元",
  place: ({ step, symbol, layer, unit }) =>
    `t = ${step}，${symbol === null ? "" : `读取${quoted(symbol)}，`}${layer === null ? "" : `${layer}，`}单元 ${unit}`,
  unit: "单元",
  unitRange: ({ last }) => `0 到\u00a0${last}`,
  about:
    "每条连线的颜色按上方的色标表示其数值，数值越大连线越宽。虚线传递门的值，它决定另一个数值通过多少。指向某个部分，或用 Tab 键移到该处，可查看其公式。",
  form: "视图",
  oneStep: "单步",
  unrolled: "展开",
  walk: "逐步演示这一步",
  pauseWalk: "暂停演示",
  previousPart: "上一部分",
  nextPart: "下一部分",
  endWalk: "结束演示",
  pace: "速度",
  paces: { slow: "慢", normal: "中", fast: "快" },
  partReached: ({ part, parts, name }) => `${part}/${parts}：${name}`,
  stepsOfChain: "展开的时间步",
  chainOf: ({ name, units, from, to }) => `${name}：${units} 个单元，从第 ${from} 步到第 ${to} 步`,
  keptInChain: ({ gate, is }) =>
    `每一条是一个状态，单元按上方各行的顺序排列。相邻两条之间每个单元有一根连线，亮度表示这一步保留的比例：${is === "kept" ? gate : `1 − ${gate}`}。`,
  nothingKept:
    "每一条是一个状态，单元按上方各行的顺序排列。该单元没有起保留作用的门：每一步都重新生成状态，因此没有连线。",
  equation: "公式",
  allEquations: "循环单元的全部公式",
  tableAbout: ({ cell }) => `循环单元（${cell}）的全部公式。带撇号的量是这一步之前的值。`,
  part: "部分",
  equationColumn: "公式",
  before: "之前",
  now: "当前",
  meanOfInputs: "输入的平均值",
  valued: ({ name, value }) => `${name}：${value}`,

  nextSymbol: "下一个符号",
  class: "类别",
  forecast: "预测",
  answer: "答案",
  textEnds: "文本到此结束。",
  unknownAnswer: "正确答案未知。",
  nextIs: ({ symbol, probability, rank }) =>
    `下一个是${quoted(symbol)}：概率${spacedBefore(probability)}，排第 ${rank} 位`,
  rightIs: ({ label, probability, rank }) =>
    `正确答案是${spacedBefore(label)}：概率${spacedBefore(probability)}，排第 ${rank} 位`,
  right: "正确",
  comesNext: "即将出现",
  none: "无",

  numbers: "当前时间步的数值",
  forecastOf: "预测量",
  number: "数值",
  network: "网络",
  came: "实际值",
  error: "误差",
  rowAhead: ({ column, rows }) => {
    const when = rows === 1 ? "下一行" : `${rows} 行之后`;
    return column === null ? when : `${column}，${when}`;
  },
};
