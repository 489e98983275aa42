import type { stage as English } from "../en/stage";
import { count, counted, quoted, spaced, spacedBefore } from "./phrases";

const cut = "若到此为止：";

const percented = (percent: number) => `${percent}%`;

const directions = { forwards: "正向", backwards: "反向" } as const;

const layerName: typeof English.layerName = ({ number, direction }) =>
  direction === null ? `第 ${number} 层` : `第 ${number} 层${directions[direction]}`;

const answer = (last: boolean, titled: boolean, what: string) =>
  !last ? `${cut}${what}` : titled ? what : `回答${spacedBefore(what)}`;

export const stage: typeof English = {
  sequence: "序列",

  reads: "读取",
  draws: "绘制",
  hears: "听到",
  expects: "预测",
  answers: "回答",
  forecasts: "预测",

  probeText: "探测文本",
  apply: "应用",
  probeAbout: ({ most }) => `网络在此读取的文本：最多 ${most} 个字符；↵ 表示换行，⇥ 表示制表符。不用于训练。`,
  unseen: ({ count: unseen, unit, readAs }) =>
    `探测文本中有 ${counted(unseen, unit === "words" ? "个词" : "个字符")}网络从未见过，读作${quoted(readAs)}。`,

  series: "序列",
  examples: "样本",
  heldOut: "测试集",
  trainingExamples: "训练集",
  example: "样本",
  previousExample: "上一个样本",
  nextExample: "下一个样本",
  ofExamples: ({ examples }) => `共\u00a0${count(examples)}\u00a0个`,
  randomExample: "随机",
  ownSequence: "自定义序列",
  partNotes: {
    heldOut: "从不用于训练",
    train: "用于训练",
    own: "不属于数据集",
  },

  previousStep: "上一步",
  nextStep: "下一步",
  play: "逐步播放序列",
  pause: "暂停播放",
  timeStep: "时间步",
  timeAxis: "时间步 t",

  layer: "层",
  layerName,
  layerOption: layerName,
  layerAbout: ({ units, below, both, reverse }) => {
    const source = below === null ? "序列" : both ? `第 ${below} 层的两个方向` : `第 ${below} 层`;
    return `${counted(units, "个单元")}；${reverse ? "从最后一步到第一步" : ""}读取${source}。`;
  },

  order: "排序",
  orders: {
    alike: { label: "相似", about: "在此序列上隐藏状态变化相似的单元排在一起。" },
    stored: { label: "存储", about: "按网络参数中的编号排列，本身没有含义。" },
    memory: {
      label: "记忆",
      about: "时间常数最长的在最上方：τ = −1/ln(每步保留的状态比例的平均值)。",
    },
    saturation: {
      label: "饱和",
      about: "门的值最常接近两端（低于 0.1 或高于 0.9）的单元在最上方。",
    },
    saturatedStates: {
      label: "饱和",
      about: "隐藏状态最常接近两端（低于 −0.9 或高于 0.9）的单元在最上方。",
    },
    mean: { label: "均值", about: "隐藏状态平均值最高的在最上方。" },
    effect: {
      label: "影响",
      about:
        "对所选时间步的答案影响最大的在最上方：|∂logit/∂h · h| 对所有时间步求和。重新排序时以当时所选的时间步为准。",
    },
  },
  sortedAt: ({ step }) => `排序于第 ${count(step)} 步`,
  sortedByEffect: ({ time, symbol }) =>
    symbol === null ? `对 t = ${time} 处答案的影响` : `对 t = ${time} 处“${symbol}”的影响`,
  sortAgain: "按单元当前的表现重新排序",
  zoom: "缩放",
  rowsOfUnits: "行高",
  higherRows: "增大行高",
  lowerRows: "减小行高",
  stepsOfTime: "步宽",
  widerSteps: "增大步宽",
  narrowerSteps: "减小步宽",
  allSteps: "显示所有时间步",
  zoomAtFirst: "默认缩放",
  lanes: "缩放、框选与固定",
  lanesAbout:
    "按住 Ctrl 或 ⌘ 滚动可缩放时间，同时按住 Shift 则缩放行高；在触摸屏上用双指缩放。拖动，或按住 Shift 和方向键，可框选，按 Esc 取消；按住 Ctrl 或 ⌘ 单击，或按 Enter，可固定单元。",
  laneMap: "所有单元与时间步的缩略图，标出当前可见部分",

  coloured: ({ unit }) => `颜色：单元 ${unit} 的 h`,
  unitLane: ({ unit }) => `单元 ${unit}`,
  unitLines: ({ unit, steps }) =>
    `单元 ${unit} 的门与状态在 ${counted(steps, "个时间步")}上的折线图，范围 −1 到 1`,
  lines: "单元的曲线",
  unitAbout: "该单元的所有门与状态，同一刻度。",
  unboundedLines: "无界的量按 x / (1 + |x|) 绘制。",
  mostPins: ({ most }) => `各层合计最多固定 ${counted(most, "个单元")}。请先取消固定其中一个。`,
  pinUnit: ({ unit }) => `固定单元 ${unit}`,
  unpinUnit: ({ unit }) => `取消固定单元 ${unit}`,
  box: ({ units, from, to }) =>
    `${counted(units, "个单元")}，${from === to ? `时间步 ${from}` : `时间步 ${from} 至 ${to}`}`,
  selection: "已选",
  clearBox: "清除选择",

  changedSince: ({ step }) => `相对第 ${count(step)} 步的变化`,
  mean: ({ value }) => `平均${spacedBefore(value)}`,
  heatmap: "热力图",
  heatmapLabel: ({ name, letter, layer, rows, of, steps }) =>
    `${layer === null ? "" : `${layer}的`}${name}${spacedBefore(letter)}，${rows} 个${of === "units" ? "单元" : "输入"} × ${steps} 个时间步`,
  heatmapPlace: ({ unit, pinned, step, symbol, letter, value }) =>
    `单元 ${unit}${pinned ? "（已固定）" : ""}，时间步 ${step}${symbol === null ? "" : `，${symbol}`}：${letter} = ${value}`,
  colourScale: ({ from, to }) => `色标，从${spaced(from)}到${spacedBefore(to)}`,

  symbolsOfSequence: "序列的符号",
  symbolsOfProbe: "探测文本的符号",
  symbolNames: {
    space: "空格",
    newLine: "换行",
    tab: "制表符",
    carriageReturn: "回车",
    noBreakSpace: "不换行空格",
    ideographicSpace: "全角空格",
    softHyphen: "软连字符",
    zeroWidthSpace: "零宽空格",
    zeroWidthNonJoiner: "零宽不连字",
    zeroWidthJoiner: "零宽连字",
    leftToRightMark: "从左至右标记",
    rightToLeftMark: "从右至左标记",
    emojiSelector: "表情变体选择符",
    wordJoiner: "单词连接符",
    thinSpace: "窄空格",
    narrowNoBreakSpace: "窄不换行空格",
    lineSeparator: "行分隔符",
    paragraphSeparator: "段分隔符",
    arabicLetterMark: "阿拉伯字母标记",
    graphemeJoiner: "组合字形连接符",
    textSelector: "文本变体选择符",
    leftToRightEmbedding: "从左至右嵌入",
    rightToLeftEmbedding: "从右至左嵌入",
    popDirectionalFormatting: "方向格式结束",
    leftToRightOverride: "从左至右强制",
    rightToLeftOverride: "从右至左强制",
    leftToRightIsolate: "从左至右隔离",
    rightToLeftIsolate: "从右至左隔离",
    firstStrongIsolate: "首强字符隔离",
    popDirectionalIsolate: "方向隔离结束",
    byteOrderMark: "字节顺序标记",
  },
  joinedSymbols: ({ text, parts }) => `${text}：${parts.join("，")}`,
  nextSymbols: "每一步最可能的下一个符号",
  likelyAnswers: "每一步最可能的答案",
  notKnownYet: "尚未得出",
  predicted: ({ symbol, right }) => `${symbol}，${right === null ? "未知" : right ? "正确" : "错误"}`,

  score: ({ next, right, known, titled }) =>
    `${titled ? "" : next ? "预测：" : "回答："}${right}/${known} 正确`,
  verdict: ({ last, symbol, percent, right, titled }) => {
    const verdict = right === null ? "" : right ? "，正确" : "，错误";
    return answer(last, titled, `${symbol}（${percented(percent)}）${verdict}`);
  },
  numberAnswered: ({ last, value, truth, titled }) =>
    answer(last, titled, `${value}${truth === null ? "" : `，正确值${spacedBefore(truth)}`}`),
  forecastMade: ({ value, truth, titled }) =>
    `${titled ? value : `预测${spacedBefore(value)}`}${truth === null ? "" : `，实际${spacedBefore(truth)}`}`,

  features: "各特征在当前时间步的值",
  featureLines: ({ features, steps }) =>
    `${counted(features, "个特征")}在 ${counted(steps, "个时间步")}上的折线图`,
  ownScales: "纵轴各自独立；数值为网络读取的值",
  featureRows: ({ features }) =>
    `${counted(features, "个特征")}，每个一行，自上而下；已缩放，与网络读取的一致`,
  featureHeatmap: ({ features, steps }) =>
    `${counted(features, "个特征")}在 ${counted(steps, "个时间步")}上的热力图`,

  network: "网络",
  came: "实际值",
  right: "正确值",
  numbers: "各数值在当前时间步的值",
  numberLines: ({ numbers, steps }) =>
    `网络在 ${counted(steps, "个时间步")}回答的 ${counted(numbers, "个数")}与正确值的折线图`,

  classes: "各类别在当前时间步的概率",
  percent: ({ percent }) => percented(percent),
  probabilities: ({ classes, steps }) =>
    `${counted(classes, "个类别")}在 ${counted(steps, "个时间步")}的概率，从 0（暗）到 1（亮）`,
  likelyClasses: ({ steps }) => `${counted(steps, "个时间步")}各自最可能的类别`,

  imageStep: ({ stepsAre, step }) => `图片第 ${step} ${stepsAre === "rows" ? "行" : "列"}`,
  imageLane: ({ steps, stepsAre, pixels }) =>
    `图片的 ${steps} ${stepsAre === "rows" ? "行" : "列"}，每${stepsAre === "rows" ? "行" : "列"} ${pixels} 个像素，每个时间步一${stepsAre === "rows" ? "行" : "列"}`,
  image: ({ width, height }) => `图片，宽 ${width} 像素，高 ${height} 像素`,
  drawing: "手绘图，突出到当前时间步为止画出的部分",

  soundAbout: ({ unit }) =>
    `下方为低频，上方为高频；越亮越响${unit === null ? "" : `，单位${spacedBefore(unit)}`}`,
  soundStep: ({ seconds, band }) =>
    band === null ? `${seconds}\u00a0秒` : `${seconds}\u00a0秒：最响处${spacedBefore(band)}`,
  spectrogram: ({ bands, frames, seconds }) => `频谱图：${bands} 个频带，${frames} 帧，${seconds}\u00a0秒`,
};
