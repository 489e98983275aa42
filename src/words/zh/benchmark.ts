import type { benchmark as English } from "../en/benchmark";
import { counted, milliseconds } from "./phrases";

export const benchmark: typeof English = {
  title: "基准测试",
  run: "运行",
  again: "再次运行",
  stop: "停止",
  copy: "复制为表格",
  about:
    "这台电脑有多快？各个引擎轮流在同样的数据上做同样的工作，因此电脑上的其他活动对它们的影响相同。大约需要一两分钟，其间训练暂停。请关闭其他程序，笔记本电脑请接通电源。",
  starting: "正在启动…",
  measuring: ({ piece, pieces }) => `正在测量第 ${piece} 项，共 ${pieces} 项…`,
  results: "结果",
  work: "工作",
  network: "网络",
  cpu: ({ threads }) => `CPU，${counted(threads, "个线程")}`,
  gpu: "GPU",
  works: { train: "训练步", infer: "推理", generate: "生成" },
  sequences: ({ sequences, steps, units, last }) =>
    `GRU(${units})，${counted(sequences, "个序列")}，每个 ${counted(steps, "步")}${last ? "，只在最后一步输出" : ""}`,
  characters: ({ steps, units }) => `GRU(${units})，逐个生成 ${counted(steps, "个字符")}`,
  timing: ({ medianMs, minMs, maxMs }) =>
    `${milliseconds(medianMs)}\u00a0ms (${milliseconds(minMs)}–${milliseconds(maxMs)})`,
  hint: "单位为毫秒：多次运行的中位数，括号内为最快和最慢的一次。每行最快的引擎以粗体显示。一个训练步包括前向、反向和一次 Adam 更新。",
  tableNote: ({ browser }) => `中位数，括号内为最快和最慢的一次。浏览器：${browser}`,
  copied: "表格已复制。",
  notCopied: "浏览器不允许复制。请选中表格，用键盘复制。",
};
