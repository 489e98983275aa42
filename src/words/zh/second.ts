/** 让另一个文件通过现有的网络。 */
import type { second as english } from "../en/second";
import { counted, count as countText, quoted, share as shareText, spaced } from "./phrases";

export const second: typeof english = {
  title: "另一个文件",
  about: "列相同的表格可原样通过这个网络：缩放、词与标签均不变。文件不参与训练，网络及其数据保持原样。",
  open: "打开另一个文件",
  dialogTitle: ({ name }) => `让${quoted(name)}通过此网络`,
  reading: ({ name }) => `正在读取${quoted(name)}`,
  matching: "正在核对各列",
  columnsCaption: "列",
  column: "训练所用",
  part: "作用",
  stands: "此文件中",
  parts: { target: "预测目标", input: "输入", time: "时间", series: "序列", label: "标签" },
  choose: ({ column }) => `对应${quoted(column)}的列`,
  none: "无",
  found: ({ columns }) => `按名称找到 ${counted(columns, "列")}。`,
  further: ({ count: columns, names }) => `新增 ${counted(columns, "列")}，不读取：${names}。`,
  ask: "获取答案",
  asking: "网络正在作答，训练暂停",
  cancel: "取消",
  stop: "停止",
  close: "关闭",
  save: "保存答案 (CSV)",
  answersFile: "另一文件的答案",
  answered: ({ rows }) => `已作答：${counted(rows, "行")}。`,
  noTruth: "文件中没有正确答案，因此不计算指标。",
  result: "这些答案的质量",

  missing: ({ names }) => `网络需要以下列，而文件中没有同名的列：${names}。请为每一列选择对应的列。`,
  twice: ({ column }) => `${quoted(column)}列不能同时对应两列。`,
  cellsMissing: ({ column, count: cells }) => `${column}：${counted(cells, "个单元格")}没有值。`,
  newWords: ({ column, count: words, words: list }) =>
    `${column}：有 ${counted(words, "个词")}网络未曾见过，按不属于任何已知词读取：${list}。`,
  farValues: ({ column, count: values }) => `${column}：有 ${counted(values, "个值")}远超出训练数据的范围。`,
  newLabels: ({ column, count: labels, labels: list }) =>
    `${column}：有 ${counted(labels, "个标签")}网络无法给出，不计入指标：${list}。`,
  unlabelled: ({ column, count: answers, answers: all }) =>
    `${column}：${countText(all)} 个答案中有 ${counted(answers, "个")}没有已知标签，无法比较。`,
  unknownSymbols: ({ column, share }) =>
    `${column}：${spaced(shareText(share)).trimStart()}的符号不在词表中，按未知符号读取。`,
  newSeries: ({ count: series }) => `有 ${counted(series, "个序列")}网络未曾见过，按其自身的全部行缩放。`,
  tooShort: ({ rows, window, horizon }) =>
    `最长的序列有 ${counted(rows, "行")}；网络读取 ${counted(window, "行")}，并预测其后 ${counted(horizon, "行")}。`,
  nothing: "文件中没有网络可以读取的内容。",
};
