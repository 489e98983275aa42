import type { profile as English } from "../en/profile";
import { count, counted, milliseconds, rate } from "./phrases";

export const profile: typeof English = {
  title: "性能分析",
  measuring: "正在测量…",
  measure: "测量",
  again: "重新测量",
  about:
    "一个训练步的时间花在哪些部分，以及同样的网络换成 LSTM 或其他循环单元要付出多少代价。测量在网络的副本上进行，穿插在训练步之间。",
  step: ({ sequences, steps, ms, device, launches, dispatches, flop, gflops }) => {
    const launched = dispatches ? `${counted(launches, "次")}调度` : `${counted(launches, "次")}核函数调用`;
    const speed = gflops === null ? "" : `，即 ${rate(gflops)}\u00a0GFLOP/s`;
    return `一个训练步（${counted(sequences, "个序列")}，每个 ${counted(steps, "个时间步")}）：${milliseconds(ms)}\u00a0ms，设备“${device}”，${launched}，${count(flop / 1e6)}\u00a0百万次浮点运算${speed}。`;
  },

  partsCaption: "训练步的组成部分",
  part: "部分",
  ms: "毫秒",
  share: "占比",
  gflops: "GFLOP/s",
  launches: "启动次数",
  sections: { forward: "前向", backward: "反向", update: "更新" },
  parts: {
    recurrence: "沿时间的循环",
    products: "矩阵乘法",
    embedding: "嵌入",
    loss: "损失",
    biases: "偏置的梯度",
    clipping: "范数与裁剪",
    optimizer: "优化器",
    copies: "复制与掩码",
  },

  cellsCaption: "换用其他循环单元的同一网络",
  cell: "循环单元",
  parameters: "参数",
  mflop: "MFLOP",
  memory: "内存",
  time: "耗时",
  ratio: ({ times, least, most }) => {
    const [low, high] = [least.toFixed(1), most.toFixed(1)];
    return `${times.toFixed(1)}\u00a0倍${low === high ? "" : `（${low} 至 ${high}）`}`;
  },
  cellsHint:
    "各循环单元轮流测量，取三次中最快的一次；括号内是三次中的最小值和最大值。训练步的各部分逐一测量，比整步运行耗时更长。",
  thisOne: "当前",

  kernelsOn: ({ adapter }) => `核函数：${adapter}`,
  kernelsHint:
    "各种 GPU 不同，因此核函数有多种变体。一秒内能运行的变体都已在这块 GPU 上运行，与参考实现核对，并在小尺寸上计时；每类采用最快的一种，并记住结果。",
  calibration: "校准",
  kernel: "核函数",
  used: "采用",
  others: "其他",
  defaultVariant: "默认",
  wrongValues: ({ variant }) => `${variant}：结果错误`,
  otherVariant: ({ variant, ms }) => `${variant}：${milliseconds(ms)}`,
  otherVariants: ({ parts }) => parts.join("；") || "–",
  calibrate: "重新校准",
  calibrating: "正在校准…",
  families: {
    recurrence: "循环",
    wideRecurrence: "循环，256 个单元及以上",
    matmulNN: "乘积 A·B",
    matmulNT: "乘积 A·Bᵀ",
    matmulTN: "乘积 Aᵀ·B",
    columnSums: "按列求和",
  },
};
