import type { elsewhere as English } from "../en/elsewhere";
import { bytes, count, counted, quoted } from "./phrases";

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
  noFourGate: "Keras 没有四门 GRU 对应的层，安全模式也不加载自定义层。",
  size: ({ size }) => `权重：${bytes(size)}。`,
  sizeOfRun: ({ size }) => `权重和优化器状态：${bytes(size)}，另加数据。`,
  download: "下载",
  downloadAs: ({ format }) => `下载：${format}`,
  making: ({ format }) => `正在生成：${format}`,
  stop: "停止",
  close: "关闭",
  saved: ({ name, size }) => `已保存为${quoted(name)}：${bytes(size)}。`,
  failed: ({ said }) => `未能完成：${said}`,
};
