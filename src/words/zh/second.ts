/** 让另一个文件通过现有的网络。 */
import type { second as english } from "../en/second";
import { counted, count as countText, decimal, quoted, share as shareText, spaced } from "./phrases";

export const second: typeof english = {
  title: "用于另一个文件",
  about: "列相同的表格可原样通过这个网络：缩放、词与标签均不变。文件不参与训练，网络及其数据保持原样。",
  open: "打开另一个文件",
  dialogTitle: ({ name }) => `让${quoted(name)}通过此网络`,
  reading: ({ name }) => `正在读取${quoted(name)}`,
  matching: "正在核对各列",
  columnsCaption: "列",
  column: "训练所用",
  part: "作用",
  stands: "此文件中",
  parts: { target: "预测目标", input: "输入", time: "时间", series: "序列", label: "标签", filter: "选行" },
  choose: ({ column }) => `对应${quoted(column)}的列`,
  none: "无",
  found: ({ columns }) => `按名称找到 ${counted(columns, "列")}。`,
  further: ({ count: columns, names }) => `新增 ${counted(columns, "列")}，不读取：${names}。`,
  ask: "获取答案",
  asking: "网络正在作答，训练暂停",
  cancel: "取消",
  stop: "停止",
  close: "关闭",
  save: "保存答案（CSV）",
  answersFile: "另一文件的答案",
  answered: ({ answers }) => `共 ${counted(answers, "个答案")}。`,
  noTruth: "文件中没有正确答案，因此不计算指标。",
  result: "这些答案的质量",

  missing: ({ names }) => `网络需要以下列，而文件中没有同名的列：${names}。请为每一列选择对应的列。`,
  twice: ({ column }) => `${quoted(column)}列不能同时对应两列。`,
  noFilterColumn: ({ column }) =>
    `网络只用按${quoted(column)}列选出的行训练，而文件中没有这一列：读取所有行。`,
  noEvenSteps: "网络以等间隔的时间步训练，而此文件的行无法合并为这样的时间步。",
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
  tooShort: ({ rows, window, lead }) => {
    const before = lead === 0 ? "" : `${counted(lead, "行")}作为计算变化的起点，`;
    return `最长的序列有 ${counted(rows, "行")}，至少需要 ${counted(lead + window, "行")}：${before}${counted(window, "行")}供网络读取。`;
  },
  textAbout: "另一篇文本可原样通过这个网络，词表不变。文本不参与训练，网络及其数据保持原样。",
  openText: "打开另一篇文本",
  lookingAtText: "正在查看文本",
  askText: "用它评估网络",
  textSymbols: ({ unit, symbols, read }) => {
    const all = counted(symbols, unit === "words" ? "个词" : "个字符");
    return read < symbols ? `文本共有 ${all}，读取其中前 ${countText(read)} 个。` : `文本共有 ${all}。`;
  },
  allKnown: "全部都在网络的词表中。",
  textUnknown: ({ share, readAs, kinds }) =>
    `其中${share < 0.001 ? `不到 ${shareText(0.001)}` : ` ${shareText(share)}`} 不在网络的词表中，如${kinds}：网络将其读作${quoted(readAs)}，既不算对，也不算错。`,
  textHow: "读法与验证集相同：由前文预测每个符号，前文足够时至少读 64 个符号。",
  textMeasured: ({ unit, symbols, bits, perplexity }) => {
    const one = unit === "words" ? "词" : "字符";
    return `网络预测这篇文本中的一个${one}平均需要 ${decimal(bits)}\u00a0比特，困惑度为 ${decimal(perplexity)}，共 ${counted(symbols, `个${one}`)}。`;
  },
  textTable: "这篇文本上的结果",
  loss: "损失（奈特）",
  perplexity: "困惑度",
  onValidation: "网络在验证集上",
  onValidationAt: ({ step }) => `网络在验证集上（第 ${countText(step)} 步）`,
  saveSymbols: "保存每个符号的损失（CSV）",
  symbolsFile: "每个符号的损失",
  symbolWords: {
    place: "位置",
    symbol: "符号",
    isKnown: "已知",
    nats: "损失（奈特）",
    probability: "概率",
    expected: "预期",
  },
  textTooShort: "文本不足两个符号，没有后续符号可供预测。",
  allUnknown: "除第一个符号外，网络不认识这篇文本中的任何符号，因此无法评估。",
  filesAbout: {
    sounds:
      "另一个声音文件夹可原样通过这个网络：频带、缩放与标签均不变。文件不参与训练，网络及其数据保持原样。",
    pictures:
      "另一个图片文件夹可原样通过这个网络：尺寸、缩放与标签均不变。文件不参与训练，网络及其数据保持原样。",
  },
  titleOfFolder: "用于另一个文件夹",
  answeredFiles: ({ files }) => `已作答：${counted(files, "个文件")}。`,
  noTruthInFiles: "没有文件夹、文件名或列表说明正确答案，因此不计算指标。",
  filesRead: ({ kind, files, known }) =>
    `${counted(files, kind === "sounds" ? "段声音" : "张图片")}有待作答，其中 ${countText(known)} 个带有网络已知的标签。`,
  filesWithoutLabel: ({ files }) => `${counted(files, "个文件")}没有标签，其答案无从比较。`,
  filesNewLabels: ({ count: labels, labels: list }) =>
    `有 ${counted(labels, "个标签")}网络无法给出，不计入指标：${list}。`,
  filesUnread: ({ kind, files, first }) =>
    `有 ${counted(files, kind === "sounds" ? "段声音" : "张图片")}无法读取。第一个：${first}`,
  noneOfKind: ({ kind, name }) => `${quoted(name)}中没有${kind === "sounds" ? "声音" : "图片"}。`,
  nothing: "文件中没有网络可以读取的内容。",
};
