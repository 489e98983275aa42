import type { engine as English } from "../en/engine";
import { bytes, count, counted } from "./phrases";

const milliseconds = (ms: number) => `${Number(ms.toPrecision(2))}\u00a0ms`;

export const engine: typeof English = {
  label: "计算引擎",
  automatic: "自动",
  automaticName: "自动",
  automaticAbout: "用当前网络测量两者，选用较快的一个。",
  cpuAbout: "在任何地方都能运行。",
  gpuChecking: "正在这台电脑上检查…",
  gpuUnavailable: ({ reason }) => `不可用：${reason}`,
  tryAgain: "再次尝试 GPU",
  tryAgainAbout: "再次向浏览器请求 GPU。",
  chosenCpu: "你选择了 CPU。",
  chosenGpu: "你选择了 GPU。",
  untilTried: "在试过 WebGPU 之前，由 CPU 计算。",
  untilMeasured: "在测量两个引擎之前，由 CPU 计算。",
  takesOver: "WebGPU 已就绪，从下一步起由它计算。",
  notUsed: ({ reason }) => `未使用 WebGPU：${reason}`,
  unmeasured: ({ reason }) => `无法用此网络测量 GPU：${reason}`,
  measured: ({ faster, lowMs, highMs }) =>
    `对于此网络，${faster} 更快：刚才测得每步 ${milliseconds(lowMs)}，${faster === "GPU" ? "CPU" : "GPU"} 为 ${milliseconds(highMs)}。`,
  noWebgpu: "此浏览器不支持 WebGPU。",
  noAdapter: "浏览器支持 WebGPU，但找不到可用的适配器。",
  wrongValues: ({ device, tensor, index, value, expected }) =>
    `“${device}”的计算结果有误：${tensor}[${index}] 为 ${value}，应为 ${expected}。`,
  noAnswer: ({ seconds }) => `${counted(seconds, "秒")}内没有响应。`,
  gaveNoAnswer: ({ seconds }) => `${counted(seconds, "秒")}内没有响应。`,
  gpuLost: ({ said }) => `GPU 已丢失（${said}）。`,

  cpuThreads: ({ threads }) => `CPU，WebAssembly SIMD，${counted(threads, "个线程")}`,
  cpuScalar: "CPU，未使用 WebAssembly SIMD",
  finishedNothing: ({ seconds }) => `${counted(seconds, "秒")}内没有完成任何工作`,

  oneThreadAtFirst: "第一次访问时 CPU 只用一个线程计算。重新加载页面后会使用多个线程。",
  oneThreadInsecure:
    "CPU 只用一个线程计算，因为页面不是通过加密连接打开的。要使用多个线程，主机须以 https 提供本页，并随每个文件发送两个标头：",
  oneThread: "CPU 只用一个线程计算。要使用多个线程，本页的主机须随每个文件发送两个标头：",

  runKept: "原来的训练已保留。",
  chooseInRange: "请选择控件旁所示范围内的值。",
  opensWithout: "页面将按没有它的方式打开。",
  nonFinite: ({ step }) => `在第 ${count(step)} 步，损失或其梯度不再是有限数。`,
  nonFiniteAdvice:
    "已保留该步之前的权重。请降低学习率后继续；如果立刻再次停止，说明权重已经损坏，请按“重置”从新的权重开始。",
  planTooLarge: ({ needed, limit }) => `该网络及其批次需要 ${bytes(needed)}，上限为 ${bytes(limit)}。`,
  tensorTooLarge: ({ tensor, needed, limit }) =>
    `张量“${tensor}”在此 GPU 上需要 ${bytes(needed)}，上限为 ${bytes(limit)}。`,
  planTooLargeAdvice: "请减小隐藏单元数、序列长度或批次大小；所需内存与它们的乘积成正比。",
  engineAdvice: "请重置训练，或换用另一个引擎。",
  savedUnreadable: ({ said }) => `保存的训练状态无法读取（${said}）。`,
  unreadable: ({ name, said }) => `“${name}”无法读取（${said}）。请重新选择。`,
  onlySpaces: ({ name }) => `“${name}”中只有空白。请选择有文字的文本。`,
  nothingKnown: "验证集中的符号会全部成为未知符号。请增大词汇表，或换一个文本。",
  notTaken: ({ name }) => `引擎在载入“${name}”之前停止了。请重新打开。`,
  stoppedOften: ({ times, reason }) => `引擎在一分钟内停止了 ${counted(times, "次")}：${reason}。`,
  stoppedOftenAdvice: "按“训练”从上次保存的状态再试一次，或换用另一个引擎，或重新加载页面。",
  notOpenedAdvice: "按“训练”改为打开示例文本。已保存的训练仍留在之前的训练中。",
  noRunAdvice: "按“训练”再试一次，或打开其他数据，或重新加载页面。",
  noSign: "没有任何响应",
  unreadableMessage: "有一条消息无法读取",
  offline: "其程序尚未载入，而当前没有网络连接",
  notLoaded: "程序无法加载，或内存不足",
  unknownMessage: "发来了页面无法识别的消息",
};
