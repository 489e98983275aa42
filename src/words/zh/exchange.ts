import type { exchange as English } from "../en/exchange";
import { quoted } from "./phrases";

const formats = { safetensors: "safetensors 文件", keras: "Keras 文件", onnx: "ONNX 文件" };

export const exchange: typeof English = {
  noKerasLayer:
    "Keras 没有四门 GRU 对应的层，而含有自定义层的文件无法在安全模式下加载。请改用 PyTorch 或 ONNX 格式带走网络。",
  unknownFile:
    "这不是可以在此打开的网络。可以打开的有：使用 PyTorch 命名的 .safetensors、.keras，以及含有 GRU、LSTM 或 RNN 节点的 .onnx。",
  pickle: "这是 PyTorch 的 pickle 文件，打开时可能运行任意代码。请在有该模型的地方用两行 Python 转换。",
  hdf5: '这是 HDF5 文件（.h5）。Keras 网络请用 .keras 格式打开：在 Keras 中加载后，用 model.save("network.keras") 重新保存。数据请保存为 CSV。',
  cutOff: ({ format }) => `这个 ${formats[format]}不完整或已损坏。请重新获取或保存。`,
  externalData: "这个 ONNX 文件的权重在另一个文件中。请将网络保存为单个文件后再打开。",
  noRecurrentLayer: ({ format }) => `这个 ${formats[format]}中没有可识别的循环层：GRU、LSTM 或简单 RNN。`,
  severalNetworks: ({ names }) =>
    `文件中有多个循环网络：${names.map(quoted).join("、")}。请单独保存其中一个。`,
  unfitWeight: ({ name }) => `权重${quoted(name)}缺失，或形状与网络的其余部分不符。`,
  notFinite: ({ name }) =>
    `权重${quoted(name)}中有无穷大或不是数的值，常见于训练发散之后。请保存发散之前的网络。`,
  unknownPart: ({ name }) => `网络中有无法识别的部分：${quoted(name)}。`,
  lastOfBoth:
    "网络取两个方向的最后一个时间步来输出，而反向读取的方向在那里才刚开始。此处只识别从各方向的终点输出的网络。",
  tooManyLayers: "可以识别的网络有 1 到 4 个循环层。",
};
