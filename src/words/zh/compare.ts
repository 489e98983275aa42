import type { compare as English } from "../en/compare";
import { nbsp } from "../formats";
import { count, decimal, flop, list, milliseconds, quoted } from "./phrases";

const measuredBy = {
  sequenceLength:
    "这些训练的序列长度不同；文本这样短时，只留出一个序列。各验证损失测自文本的不同部分，不可相互比较。",
  labelSmoothing:
    "这些训练的标签平滑不同，而验证损失也包含标签平滑。各验证损失并非同一种损失，不可相互比较。",
  classWeights: "这些训练的类别权重不同，而验证损失也包含类别权重。各验证损失并非同一种损失，不可相互比较。",
};

export const compare: typeof English = {
  title: "训练对比",
  choose: ({ name }) => `对比${quoted(name)}`,
  compare: ({ runs }) => (runs < 2 ? "对比：请选择两个训练" : `对比 ${count(runs)} 个训练`),
  back: "返回列表",
  loss: "损失",
  by: "横轴",
  axes: { step: "训练步", epoch: "轮次", seconds: "秒", flop: "FLOP" },
  chart: ({ loss, nats }) => `${loss === "training" ? "训练" : "验证"}损失${nats ? "（奈特）" : ""}`,
  at: {
    step: ({ x }) => `第 ${count(x)} 步`,
    epoch: ({ x }) => `第 ${decimal(x)} 轮`,
    seconds: ({ x }) => `训练 ${decimal(x)}${nbsp}秒后`,
    flop: ({ x }) => `完成 ${flop(x)} 后`,
  },
  flop: ({ x }) => flop(x),
  secondsHint: "训练所用的秒数，按各训练每步的平均用时计算。",
  flopHint: "训练所用的浮点运算次数：每步的运算量（前向、反向与更新，按性能分析的口径计数）乘以步数。",
  otherData: "这些训练使用的数据不同，其损失不可相互比较，因此每份数据各有一张图。",
  unlikeMeasured: ({ by }) => measuredBy[by],
  absent: ({ names }) => `以下训练没有相应的测量结果，未在图中显示：${list(names)}。`,
  run: "训练",
  data: "数据",
  settings: "不同的设置",
  sameSettings: "所有设置均相同。",
  results: "结果",
  parameters: "参数数量",
  steps: "训练步数",
  stepTime: "每步用时",
  milliseconds: ({ ms }) => `${milliseconds(ms)}${nbsp}毫秒`,
  best: ({ nats }) => `最佳验证损失${nats ? "（奈特）" : ""}`,
  result: "评估结果",
};
