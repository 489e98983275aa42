import type { settings as English } from "../en/settings";
import { bytes, counted, either, quoted, spacedBefore } from "./phrases";

const changedOf = (title: string, changed: number) =>
  changed > 0 ? `${title}（已改 ${changed} 项）` : title;

export const settings: typeof English = {
  network: "网络",
  networkRestarts: "更改这些设置会重新开始训练。",
  moreNetwork: ({ changed }) => changedOf("更多网络设置", changed),
  fewerNetwork: "收起网络设置",
  training: "训练",
  trainingRestarts: "更改这些设置会重新开始训练；学习率和训练时长立即生效。",
  moreTraining: ({ changed }) => changedOf("更多训练设置", changed),
  fewerTraining: "收起训练设置",
  weights: ({ weights, memory }) => `共 ${counted(weights, "个权重")}；训练占用内存 ${bytes(memory)}。`,

  putBack: ({ setting }) => `恢复${setting}`,

  layers: "层数",
  layersHint: "每一层在每个时间步读取前一层的输出。多数数据一层就够；两层能学到更多，但学得更慢。",
  unitsOfLayer: ({ layer }) => `隐藏单元数，第 ${layer} 层`,

  articleModel: "文章中的模型",
  articleAbout:
    "Keras 的 GRU(128)，softmax 全连接层，分类交叉熵，Adam（学习率 0.001），Keras 初始权重，训练十轮，批次大小 32。",
  articleInUse: "使用中。按“训练”进行十轮，随后自动评估。",
  articleUnfit: "该模型用 softmax 给出类别，而这些数据要求的是数值。",

  rateNow: ({ rate }) => `当前 ${rate}。`,
  rateAtMost: ({ rate }) => `最高 ${rate}`,
  firstStep: "第 1 步",
  schedulePicture: ({ steps, highest, last }) =>
    `${counted(steps, "步")}内的学习率：最高 ${highest}，最后为 ${last}`,

  on: "开",
  off: "关",
  lengthUnits: { steps: "步", epochs: "轮" },

  hints: {
    bidirectional: "每一层还用另一组权重反向读取序列，并把两个方向的状态都交给下一层。",
    embeddingSize: "嵌入向量的维数。字符用 16 到 64 足够，词用 64 到 128。",
    dropout: "训练时，一层的输出中对下一层隐去的比例，每个时间步重新抽取。0 表示不用；通常取 0.2 到 0.5。",
    recurrentDropout:
      "训练时，旧状态中对各个门隐去的比例，每个序列重新抽取。0 表示不用；0.1 到 0.5 有助于抑制过拟合。",
    learningRate: "每一步更新权重的幅度。通常取 0.001 到 0.01。损失剧烈波动时调低，几乎不下降时调高。",
    batchSize: "B：每个训练步读取的序列数。批次越大，更新越平稳，每步也越慢。",
    length: "达到后训练暂停；再按“训练”会继续同样的时长。一个轮次把训练集读一遍。",
    patience: "早停：验证损失连续多少次没有改善，就停止训练并恢复最佳权重。0 表示从不停止；通常取 10。",
    momentum: "上一次更新保留到下一次的比例。0 表示不用；通常取 0.9。",
    nesterov: "在动量即将到达的位置计算梯度。",
    weightDecay:
      "每一步使权重缩小的程度：AdamW 按学习率的比例缩小，其他优化器计入梯度（L2）。0 表示不用；AdamW 通常取 0.01 到 0.1。",
    warmupSteps: "学习率一开始线性升到设定值所用的步数。0 表示不预热。",
    decaySteps: "余弦下降所用的步数，或两次降低之间的步数。",
    decayFloor: "余弦下降结束时及其后保留的学习率比例。",
    decayFactor: "每次降低时学习率乘以该系数。通常取 0.1 到 0.5。",
    decayPatience:
      "验证损失连续多少次没有改善，就降低学习率。每 50 步验证一次；若每步读得少而验证集大，则间隔更长。",
    clipNorm: "梯度裁剪：过长的梯度缩短到该长度，以免个别异常批次毁掉权重。通常取 1；0 表示不裁剪。",
    clipValue: "在此之后，梯度的每个元素都不超过该值。0 表示不裁剪。",
    labelSmoothing: "损失分摊到所有类别上的概率比例，避免网络过于自信。0 表示不用；通常取 0.1。",
    seed: "决定初始权重和序列的次序。种子相同，训练结果就相同。",
  },
  hiddenSizesHints: {
    text: "H：每层隐藏状态的维数。64 便于观察各个门；256 写得更好，但更慢。",
    other: "H：每层隐藏状态的维数。16 到 64 便于观察各个门；更多能学到更多，但更慢。",
  },
  sequenceLengthHints: {
    character:
      "T，以字符计：梯度向前回溯的距离。通常取 32 到 128。验证每次也读这么长，只有 T 相同，验证损失才可比较。",
    word: "T，以词计：梯度向前回溯的距离。通常取 16 到 64。验证每次也读这么长，只有 T 相同，验证损失才可比较。",
    row: "T，以行计：回看窗口，即预测之前读取多少行。通常取一到两个周期。",
    step: "T，以时间步计：更长的序列只保留最后 T 步。",
  },

  choices: {
    cell: {
      gru: { label: "GRU", about: "两个门：旧状态保留多少，候选状态能看到其中多少。最常用。" },
      gruResetBefore: {
        label: "前置重置 GRU",
        about: "GRU 最初的形式：在矩阵乘法之前重置旧状态，而不是之后。",
      },
      fourGate: { label: "四门 GRU", about: "带有输入门、遗忘门和输出门的变体，各框架中都没有。" },
      lstm: { label: "LSTM", about: "三个门围绕一个细胞状态，细胞状态逐步传递，不经过矩阵乘法。" },
      rnn: { label: "简单 RNN", about: "没有门：很快遗忘，由此可见门的作用。" },
    },
    inputKind: {
      embedding: { label: "嵌入", about: "每个符号对应一个学习得到的短向量，相似的符号可以彼此靠近。" },
      oneHot: { label: "独热", about: "每个符号是只有一个 1 的向量：互不共享，不作任何假设。" },
    },
    initialization: {
      pytorch: {
        label: "同 PyTorch",
        about: "每层的权重在 ±1/√H 内均匀分布，输出层在 ±1/√(输入维数) 内均匀分布。",
      },
      keras: {
        label: "同 Keras",
        about: "输入权重为 Glorot 均匀分布，循环权重正交，偏置为 0；LSTM 的遗忘门初始为打开。",
      },
    },
    lengthUnit: {
      open: { label: "直到暂停", about: "训练一直进行，直到按下“暂停”。" },
      steps: { label: "按步数", about: "达到设定的步数后自动暂停。" },
      epochs: { label: "按轮次", about: "达到设定的轮数后自动暂停。" },
    },
    optimizer: {
      adam: { label: "Adam", about: "每个权重的步幅大致相同。最常用。" },
      adamw: { label: "AdamW", about: "权重衰减不进入滑动平均的 Adam。" },
      sgd: { label: "SGD", about: "直接沿梯度下降，可带动量。需要较大的学习率：0.1 到 1。" },
      rmsprop: { label: "RMSprop", about: "步幅除以近期梯度的大小。" },
    },
    decay: {
      constant: { label: "恒定", about: "学习率保持不变。" },
      cosine: { label: "余弦", about: "沿半个余弦下降。" },
      step: { label: "阶梯", about: "每隔设定的步数降低一次。" },
      exponential: { label: "指数", about: "同样的降幅，均匀分摊到每一步。" },
      plateau: { label: "平台期", about: "验证损失不再下降时降低。" },
    },
    windows: {
      random: { label: "随机位置", about: "每个序列从文本的任意位置开始，初始状态为零。" },
      streams: {
        label: "连续读取",
        about: "把文本分成并行的几路，逐窗口读取；状态延续，梯度不延续（截断的随时间反向传播）。",
      },
    },
    classWeights: {
      none: { label: "均等", about: "每个答案的权重相同。" },
      balanced: { label: "平衡", about: "训练集中越少见的类别，答错的代价越大。" },
    },
  },

  malformed: ({ label, name, allowed }) => `设置${quoted(label)}（${name}）必须是${spacedBefore(allowed)}。`,
  numberAllowed: ({ integer, min, max }) => `${min} 到 ${max} 之间的${integer ? "整数" : "数"}`,
  sizesAllowed: ({ most, min, max }) => `1 到 ${most} 个整数，每个在 ${min} 到 ${max} 之间`,
  choiceAllowed: ({ options }) => `${either(options)}`,
  flagAllowed: "true 或 false",
  unknown: ({ name }) => `没有名为${quoted(name)}的设置。`,
  unfit: ({ label, name, reason }) => `设置${quoted(label)}（${name}）不适用于这些数据。${reason}`,
  noChoice: "该项由数据决定。",
  setupUnusable: ({ place, expected, received }) =>
    expected === null
      ? `配置中的${quoted(place)}无法使用：其值为${spacedBefore(received)}。`
      : `配置中的${quoted(place)}无法使用：应为${spacedBefore(expected)}，实际为${spacedBefore(received)}。`,
};
