/** 竞赛：如何设置，进展如何，谁胜出。 */
import type { race as English } from "../en/race";
import { nbsp } from "../formats";
import { bytes, count, decimal, quoted, share, spaced, spacedBefore } from "./phrases";

export const race: typeof English = {
  title: "竞赛",
  begin: "竞赛…",
  show: "查看竞赛",
  raceThese: "用这些设置竞赛…",
  about: "在当前训练的数据上进行，批次及其顺序均相同。各训练轮流进行；当前训练暂停，并保持原样。",
  vary: "不同之处",
  values: "取值",
  valuesHint: "以逗号分隔，例如 16, 32, 64。",
  sizesHint: "以逗号分隔，例如 16, 32, 64；多层以加号相连，例如 32 + 32。",
  seeds: "每个取值的种子数",
  seedsHint: "所有取值使用相同的种子；有两个或更多种子时，结果为均值及其离散程度。",
  match: "相同之处",
  matches: { units: "隐藏单元数", parameters: "参数数量", time: "训练时间" },
  matchHints: {
    units: "其他设置均相同，隐藏单元数也相同。",
    parameters: "选择隐藏单元数，使所有训练的参数数量与当前训练大致相同。",
    time: "每个训练所用的时间相同，不论训练了多少步。",
  },
  steps: "每个训练的步数",
  secondsEach: "每个训练的秒数",
  plan: "参赛的训练",
  variant: "取值",
  units: "隐藏单元数",
  parameters: "参数数量",
  matched: ({ spread }) => `各训练参数数量的差异不超过${spacedBefore(share(spread))}。`,
  unmatched: ({ spread, tolerance }) =>
    `各训练参数数量的差异最多为${spacedBefore(share(spread))}：在允许的隐藏单元数范围内取整数，无法达到${spacedBefore(share(tolerance))}。`,
  guess: "您认为谁会胜出？（可不选）",
  noGuess: "不猜测",
  start: "开始竞赛",
  tooFew: "竞赛至少需要两个训练：请再选一个取值，或增加种子数。",
  tooMany: ({ most }) => `一场竞赛最多有 ${count(most)} 个训练：请减少取值或种子数。`,
  alike: "其中两个训练完全相同：请选择其他取值。",
  noData: "当前没有可用其数据进行竞赛的训练。",
  tooLarge: ({ runs, needed, limit }) =>
    `这 ${count(runs)} 个训练共需 ${bytes(needed)} 内存，上限为 ${bytes(limit)}。请减少训练个数、批次大小或隐藏单元数。`,
  starting: "正在准备各训练…",
  underWay: "竞赛正在进行。",
  paused: "竞赛已暂停。",
  pause: "暂停竞赛",
  goOn: "继续",
  end: "结束竞赛",
  another: "再来一场",
  runs: "参赛的训练",
  trains: ({ step }) => `第${nbsp}${count(step)}${nbsp}步`,
  measuring: "正在评估",
  stop: ({ name }) => `停止${quoted(name)}`,
  wasStopped: ({ step }) => `已在第${nbsp}${count(step)}${nbsp}步停止`,
  open: ({ name }) => `打开${quoted(name)}`,
  openIt: "打开",
  stopIt: "停止",
  seedOf: ({ value, seed }) => `${value}，种子${nbsp}${seed}`,
  onlySeed: ({ seed }) => `种子${nbsp}${seed}`,
  gpuLost: ({ said }) => `GPU 已丢失（${said}），竞赛已结束。各训练保留最近一次保存的状态。`,
  engineStopped: "引擎已停止，竞赛已结束。各训练保留最近一次保存的状态。",
  anotherBegan: "另一场竞赛已开始。",
  isOver: "竞赛已结束，可在“训练列表”中查看结果。",
  result: "竞赛结果",
  nobody: "无人胜出：没有任何测量结果。",
  won: ({ name, loss }) => `${name}${/[\w.]$/.test(name) ? " " : ""}的验证损失最低，为 ${decimal(loss)}。`,
  wonMean: ({ name, loss, seeds }) =>
    `${name}${/[\w.]$/.test(name) ? " " : ""}的平均验证损失最低，${count(seeds)} 个种子的均值为 ${decimal(loss)}。`,
  clearHeldOut: ({ name, other }) =>
    `差异明显：在测试集上，${spaced(name).trimStart()}与${spaced(other)}的 95% 区间不重叠。`,
  clearSeeds: ({ name, other, low, high }) =>
    `差异明显：逐个种子比较，${spaced(name).trimStart()}的损失比${spaced(other)}低 ${decimal(low)} 至 ${decimal(high)}（95%）。`,
  notClearHeldOut: ({ name, other }) =>
    `无明显差异：在测试集上，${spaced(name).trimStart()}与${spaced(other)}的 95% 区间重叠，或可供判断的数据太少。`,
  reversed: ({ name, other }) =>
    `无明显差异：在测试集上，${spaced(other).trimStart()}的结果好于${spacedBefore(name)}。`,
  notClearSeeds: ({ name, other }) =>
    `无明显差异：就这些种子而言，不能足够确定${spaced(name)}的损失低于${spacedBefore(other)}。`,
  spread: ({ mean, deviation, seeds }) =>
    `${count(seeds)} 个种子的平均验证损失为 ${decimal(mean)}，标准差为 ${decimal(deviation)}。`,
  guessRight: ({ name }) => `您猜的是${spacedBefore(name)}，猜对了。`,
  guessWrong: ({ name }) => `您猜的是${spacedBefore(name)}，结果并非如此。`,
  guessOpen: ({ name }) => `您猜的是${spacedBefore(name)}，这场竞赛没有定论。`,
  lossAtEnd: "结束时的验证损失",
  meanLoss: ({ mean, deviation }) => `${decimal(mean)} ± ${decimal(deviation)}`,
  heldOut: "测试集结果（95%）",
  resultWithin: ({ result, low, high }) => `${result}（${decimal(low)} 至 ${decimal(high)}）`,
  shareWithin: ({ result, low, high }) => `${result}（${share(low)} 至 ${share(high)}）`,
};
