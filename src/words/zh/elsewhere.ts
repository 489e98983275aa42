import type { elsewhere as English } from "../en/elsewhere";
import { bytes, count, counted, quoted, spacedBefore } from "./phrases";

export const elsewhere: typeof English = {
  title: "在别处使用",
  open: "在别处使用…",
  facts: ({ parameters, step }) => `${counted(parameters, "个参数")}，第 ${count(step)} 步`,
  about:
    "每次下载得到一个 zip：网络、附有结果的模型卡，以及 check.json——一个输入和本页面给出的输出，可用来核对其他程序。",
  names: {
    safetensors: "PyTorch（safetensors）",
    pytorch: "在更强的机器上训练",
    onnx: "ONNX",
    keras: "Keras",
  },
  sentences: {
    safetensors:
      "采用 PyTorch 命名的权重，以及用于加载、预测和生成的 model.py。已在 PyTorch 2.13 上核对。本页面可以重新打开该文件。",
    pytorch:
      "train.py 从当前状态继续这次训练，可用一块或多块 GPU：包含数据、设置、权重和优化器状态。只需要 torch 和 numpy。",
    onnx: "用于 ONNX Runtime，支持多种语言和浏览器。已用 opset 14 核对。只能推理，不能继续训练。",
    keras: "可在安全模式下加载的文件，以及加载它的 Python 代码。已在 Keras 3.15 上核对。不含优化器状态。",
  },
  notInUnits:
    "此网络输出的是变化量、对数，或按各序列分别缩放的数。文件不会将其换算成数值：带单位的答案和预测请在“评估”中保存。",
  noFourGate: "Keras 没有四门 GRU 对应的层，安全模式也不加载自定义层。",
  size: ({ size }) => `权重：${bytes(size)}。`,
  sizeOfRun: ({ size }) => `权重和优化器状态：${bytes(size)}，另加数据。`,
  download: "下载",
  downloadAs: ({ format }) => `下载：${format}`,
  making: ({ format }) => `正在生成：${format}`,
  stop: "停止",
  close: "关闭",
  saved: ({ name, size }) => `已保存为${quoted(name)}：${bytes(size)}。`,
  openTitle: ({ name }) => `打开${spacedBefore(name)}`,
  reading: ({ name }) => `正在读取${quoted(name)}`,
  cancel: "取消",
  useNetwork: "打开这个网络",
  fits: "它适合当前数据：可以显示在舞台上，用这些数据探测、评估，并继续训练。",
  fitsNone: "本页没有这种大小的网络。",
  notFitting: "它不适合当前数据。",
  advice: "请先打开适合它的数据，再打开这个文件。",
  proposedSymbols: "文件没有说明各个符号是什么。符号数与当前数据相同，因此按相同顺序视为当前数据的符号。",
  proposedOneHot: "它每步读取的数值个数与当前数据的符号数相同，因此视为每步一个符号（one-hot），顺序相同。",
  proposedScaling: "文件没有说明数值如何缩放。现按当前数据的方式缩放。",
  otherScaling: "它训练时数值的缩放方式不同。现按当前数据的方式缩放；请先继续训练，再作判断。",
  freshHead: "文件中没有输出层。已用一个新的输出层代替，需要训练。",
  proposedAnswer: ({ at }) =>
    `文件没有说明何时给出答案。现按当前数据的要求，视为${at === "every" ? "每步都给出" : "最后一步之后给出"}。`,
  proposedScores: "它的输出没有 softmax。现视为 softmax 之前的各类得分。",
  readsSymbols: "该网络读取符号，而当前数据是数值。",
  readsNumbers: ({ network }) => `该网络每步读取 ${counted(network, "个数值")}，而当前数据是符号。`,
  otherFeatures: ({ network, data }) =>
    `该网络每步读取 ${counted(network, "个数值")}，而当前数据有 ${counted(data, "个")}。`,
  otherVocabulary: ({ network, data }) =>
    `该网络认识 ${counted(network, "个符号")}，而当前数据有 ${counted(data, "个")}。`,
  otherSymbols: "该网络认识的符号数与当前数据相同，但符号或顺序不同。",
  seesAhead: "该网络双向读取，在当前数据中会看到它应当预测的内容。",
  otherOutputs: ({ network, data }) =>
    `该网络给出 ${counted(network, "个输出")}，而当前数据要求 ${counted(data, "个")}。`,
  otherPlace: ({ at }) =>
    at === "every"
      ? "该网络每步都给出答案，而当前数据只在最后一步之后要求一次。"
      : "该网络只在最后一步之后给出一次答案，而当前数据每步都要求。",
  otherKind: ({ sigmoid }) =>
    sigmoid
      ? "该网络的每个输出各自表示是或否，而当前数据没有这样的问题。"
      : "该网络给出类别，而当前数据要求数值。",
  noRun: "页面尚无训练，网络没有可读的数据。请稍后再试。",
  tooLarge: ({ size, most }) => `文件大小为 ${bytes(size)}。此处最多打开 ${bytes(most)} 的网络。`,
  failed: ({ said }) => `未能完成：${said}`,
};
