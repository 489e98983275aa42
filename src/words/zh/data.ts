import type { data as English } from "../en/data";
import { count, counted, share } from "./phrases";

interface Unknown {
  readonly rare: number;
  readonly rareKinds: number;
  readonly unseen: number;
  readonly unseenKinds: number;
  readonly ofAll: number;
}

function unknownParts(symbol: string, { rare, rareKinds, unseen, unseenKinds, ofAll }: Unknown): string {
  const of = (symbols: number, kinds: number) => `有 ${counted(kinds, "种")}共 ${counted(symbols, symbol)}`;
  if (unseen === 0) return `${of(rare, rareKinds)}（占文本的 ${share(ofAll)}）太少见`;
  if (rare === 0) return `${of(unseen, unseenKinds)}（占文本的 ${share(ofAll)}）未出现在训练部分`;
  return `${of(unseen, unseenKinds)}未出现在训练部分，另${of(rare, rareKinds)}太少见（合计占文本的 ${share(ofAll)}）`;
}

export const data: typeof English = {
  title: "数据",
  loading: ({ name }) => `正在读取“${name}”…`,
  sampleLoading: "正在读取示例文本…",
  drop: "也可以把文件拖到页面任意位置：50\u00a0MB 以内的纯文本，200\u00a0MB 以内的表格（CSV、Excel、JSON），或包含图片、声音、文本的文件夹或 zip。数据不会离开这台电脑。",
  rejected: "未能载入。",
  dismiss: "关闭此消息",
  fromComputer: "从本机打开",
  withoutFile: "不用文件",
  text: "文本文件",
  openText: "打开文本文件",
  table: "表格",
  openTable: "打开表格",
  pictures: "图片",
  openPictures: "打开图片",
  folder: "声音或文本",
  openFolder: "打开带标签的声音或文本",
  memoryTasks: "记忆任务",
  samples: "示例",
  paste: "粘贴文本",
  pastedTable: "粘贴的表格",
  pasteLabel: "文本",
  pasteHint: ({ characters }) =>
    `共 ${counted(characters, "个字符")}。几千个就能看出学到了什么，越多越好。网络将从全新的权重开始。`,
  pasteLong: "这里只显示开头，使用的是全文。再次粘贴即可替换。",
  pasteClear: "清空",
  cancel: "取消",
  openAsTable: "作为表格打开",
  useText: "使用此文本",
  asTable: "改为作为表格打开",
  decisions: "数据准备",
  readBy: "读取单位",
  characters: "字符",
  words: "词",
  facts: {
    characters: "个字符",
    words: "个词",
    size: "大小",
    differentWords: "种不同的词",
    differentSymbols: "种不同的符号",
    training: "用于训练",
    validation: "用于验证",
    heldOut: "留作测试",
    stepsAtMost: "步（最长）",
    stepsEach: "步（每个序列）",
  },
  split: ({ trained, heldOut }) => `用前 ${count(trained)} 个训练，最后 ${count(heldOut)} 个用于验证。`,
  heldOutValidates: "序列太少，无法另外分出验证集：测试集同时用于验证，因此结果会偏好。",
  unknown: ({ unit, rare, rareKinds, unseen, unseenKinds, ofAll }) =>
    `${unknownParts(unit === "words" ? "个词" : "个字符", { rare, rareKinds, unseen, unseenKinds, ofAll })}，合并为一个未知符号 �。它不算答案：损失和准确率只统计已知的${unit === "words" ? "词" : "字符"}。`,
  better: ({ unit, unknownShare }) =>
    unknownShare === 0
      ? `按${unit === "words" ? "词" : "字符"}读取时没有未知符号。`
      : `按${unit === "words" ? "词" : "字符"}读取时只有约 ${share(unknownShare)} 未知。`,
  readByInstead: ({ unit }) => `按${unit === "words" ? "词" : "字符"}读取`,
  manySymbols: ({ symbols }) =>
    `每一步的开销大致与 ${counted(symbols, "种符号")}成正比，所以序列和批次起初设得较短。`,
  limit: "词表上限",
  encoding: "编码",
  encodingByBytes: "按各文件的字节判断",
  undecodable: ({ places }) =>
    `有 ${counted(places, "处")}无法解码，显示为 �。如果文本看起来不对，请选择其他编码。`,
  linesInOrder: ({ lines, order }) =>
    order === "alphabetical"
      ? `这 ${counted(lines, "行")}是按字母顺序排列的列表，验证集的字母与训练集不同。打乱各行后，两者的构成相同。`
      : `这 ${counted(lines, "行")}是一个列表，末尾与其余部分不同，似乎按频率或类别排过序。打乱各行后，验证集与训练集的构成相同。`,
  linesShuffled: ({ lines }) => `列表的 ${counted(lines, "行")}已打乱，训练集与验证集的构成相同。`,
  shuffleLines: "打乱各行",
  keepOrder: "保持文件中的顺序",
  beginning: "文本开头",
  showSymbols: "显示符号",
  hideSymbols: "隐藏符号",
  symbol: ({ id, name }) => `符号 ${id}：${name}`,
  moreSymbols: ({ more }) => `另有 ${count(more)} 个`,
  document: ({ kind }) => {
    switch (kind) {
      case "word":
        return "这是 Word 文档。请在该软件中另存为纯文本（.txt），再打开那个文件。";
      case "slides":
        return "这是演示文稿。请把其中的文字另存为纯文本（.txt），或把图片存入文件夹，再打开它们。";
      case "sheet":
        return "这是改了扩展名的 Excel 工作簿。请把扩展名改为 .xlsx，再重新打开。";
      case "openDocument":
        return "这是 OpenDocument 文件。请另存为纯文本（.txt），或把工作表另存为 CSV，再打开那个文件。";
      case "book":
        return "这是电子书（EPUB）。请另存为纯文本（.txt），再打开那个文件。";
      case "program":
        return "这是程序，其中没有可用于训练的内容。";
    }
  },
  oneSound:
    "只有一段声音，网络无从学习。请选择一个文件夹或 zip，其中每个标签各有一个存放声音的文件夹；也可以先载入声音示例，再让它的网络听这一段。",
  onePicture: "只有一张图片，网络无从学习。请选择一个文件夹或 zip，其中每个标签各有一个存放图片的文件夹。",
  webPage:
    "这是以工作簿扩展名保存的 HTML 或 XML，银行和收银系统常这样导出。请用电子表格软件打开，另存为 .xlsx 或 CSV，再打开那个文件。",
  workbook: "这是电子表格软件的工作簿。请在该软件中另存为 .xlsx，或把工作表另存为 CSV，再打开那个文件。",
};
