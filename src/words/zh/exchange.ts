import type { exchange as English } from "../en/exchange";

export const exchange: typeof English = {
  noKerasLayer:
    "Keras 没有四门 GRU 对应的层，而含有自定义层的文件无法在安全模式下加载。请改用 PyTorch 或 ONNX 格式带走网络。",
};
