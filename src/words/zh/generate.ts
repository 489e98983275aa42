import type { generate as English } from "../en/generate";
import { count, counted, quoted } from "./phrases";

const ones = { characters: "字符", words: "词", steps: "时间步" };

export const generate: typeof English = {
  title: "生成文本",
  prompt: "提示文本",
  promptHint: ({ unit }) =>
    `网络先读提示文本，然后逐个${ones[unit]}往下写，每个都按它自己的预测概率抽取。没有提示文本时，从一行的开头写起。`,
  start: "生成",
  stop: "停止",

  temperature: "温度",
  temperatureHint: "低于 1 时保守而重复，高于 1 时大胆冒险。0.5 到 0.9 读起来最好。",
  topK: "Top k",
  topKHint: "只从概率最高的 k 个符号中抽取。",
  all: "全部",
  topKWanted: ({ most }) => `请输入 1 到 ${count(most)} 的整数，或“全部”。`,
  length: "长度",
  lengthHint: ({ unit, most }) => `以${ones[unit]}计，最多 ${counted(most, "个")}。`,
  greedy: "贪心",
  greedyHint: "总是取概率最高的符号：没有随机性，很快就会循环。",

  written: ({ written, unit, earlier, step, running }) => {
    const weights = earlier ? `来自之前一次训练的第 ${count(step)} 步` : `由第 ${count(step)} 步的权重写出`;
    return `${counted(written, `个${ones[unit]}`)}，${weights}${running ? "…" : "。"}`;
  },
  unseen: ({ unseen, unit, readAs }) =>
    `提示文本中有 ${counted(unseen, `个${ones[unit]}`)}网络从未见过，按${quoted(readAs)}读取。`,
  text: "生成的文本",
  place: ({ unit }) => `生成文本中的${ones[unit]}`,
  pointHint: ({ unit }) => `指向一个${ones[unit]}，查看该单元此处的值。带下划线的是提示文本。`,
  token: ({ symbol, prompt, unit, state }) =>
    `${quoted(symbol)}${prompt ? "（提示文本）" : ""}：单元 ${unit} = ${state}`,
  tokenWithoutUnit: ({ symbol, prompt, unit, units }) =>
    `${quoted(symbol)}${prompt ? "（提示文本）" : ""}：最后一层只有 ${counted(units, "个单元")}，没有单元 ${unit}`,
  copy: "复制",
  copied: ({ symbols, unit }) => `已复制 ${counted(symbols, `个${ones[unit]}`)}。`,
  notCopied: "浏览器不允许复制。请选中文本，用键盘复制。",

  colouredBy: "着色单元",
  colouredByHint: ({ last, layers }) =>
    layers > 1
      ? `0 到 ${count(last)}。颜色表示最后一层的这个单元，与正在显示哪一层无关。`
      : `0 到 ${count(last)}。在循环单元图中查看的也是这个单元。`,
  colourScale: "从 −1 到 1 的色标",
};
