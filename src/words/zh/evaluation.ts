import type { evaluation as English } from "../en/evaluation";
import { count, counted, decimal, quoted, share } from "./phrases";

/** 每种样本的量词、名称。 */
const things = {
  window: { measure: "个", name: "窗口" },
  example: { measure: "个", name: "样本" },
  forecast: { measure: "次", name: "预测" },
  sequence: { measure: "个", name: "序列" },
  text: { measure: "篇", name: "文本" },
  picture: { measure: "张", name: "图片" },
  drawing: { measure: "幅", name: "图画" },
  sound: { measure: "段", name: "声音" },
};

interface Coverage {
  readonly thing: keyof typeof things;
  readonly evaluated: number;
  readonly heldOut: number;
  readonly isSecond: boolean;
}

/** “在测试集的 63 个序列上”；另一个文件则为“在这 63 个序列上”。 */
function on({ thing, evaluated, heldOut, isSecond }: Coverage): string {
  const { measure, name } = things[thing];
  if (isSecond) {
    const all = counted(heldOut, `${measure}${name}`);
    return evaluated < heldOut ? `在 ${all}中的 ${counted(evaluated, measure)}上` : `在这 ${all}上`;
  }
  return evaluated < heldOut
    ? `在测试集 ${counted(heldOut, `${measure}${name}`)}中的 ${counted(evaluated, measure)}上`
    : `在测试集的 ${counted(heldOut, `${measure}${name}`)}上`;
}

const withUnit = (value: number, unit: string | null) =>
  unit ? `${decimal(value)}\u00a0${unit}` : decimal(value);

const named = (name: string, unit: string | null) => (unit ? `${name}（${unit}）` : name);

/** “提前 1 行”、“提前 1–12 行”。 */
const rowsAhead = (ahead: number | null, horizon: number) =>
  ahead === null && horizon > 1
    ? `提前 1–${counted(horizon, "行")}`
    : `提前 ${counted(ahead ?? horizon, "行")}`;

const between = (low: number | null, high: number | null): string | null =>
  low === null || high === null ? null : `${share(low)} 至 ${share(high)}`;
const betweenNumbers = (low: number | null, high: number | null, unit: string): string | null =>
  low === null || high === null ? null : `${decimal(low)} 至 ${decimal(high)}\u00a0${unit}`;
/** “（95% 区间：−3.1% 至 8.2%）” */
const inBrackets = (range: string | null): string => (range === null ? "" : `（95% 区间：${range}）`);

const baselines = {
  naive: "重复末值",
  seasonal: "重复上一季节",
  drift: "末值加平均变化（漂移）",
  mean: "总是预测训练集均值",
};

const tooFew = (judged: number, needed: number): string =>
  `只有 ${count(judged)} 个，太少，不下结论：至少需要 ${counted(needed, "个")}。`;

export const evaluation: typeof English = {
  title: "评估",
  notYet: "尚未评估。训练期间会不时用从不参与训练的数据评估网络，每次暂停时也会评估。",
  measure: "立即评估",
  atStep: ({ step }) => `第 ${count(step)} 步`,
  network: "网络",

  language: ({ unit, bits, unigramBits, bigramBits, symbols, low, high, beats }) => {
    const one = unit === "words" ? "词" : "字符";
    if (beats === "nothing")
      return `验证集重复同一个${one}，只凭频率就能预测，没有可学的内容。请使用含有更多不同${one}的文本。`;
    const verdict = {
      tooFew: `验证集只有 ${counted(symbols, `个${one}`)}，太少，不下结论。请使用更长的文本。`,
      bigram: `网络利用的不只是上一个${one}。`,
      unigram: `目前网络还不如${one}对的统计。`,
      none: `目前网络还不如${one}频率的统计。`,
      unclearBigram: `与${one}对的统计没有明显差别${inBrackets(betweenNumbers(low, high, "比特"))}。`,
      unclearUnigram: `与${one}频率的统计没有明显差别${inBrackets(betweenNumbers(low, high, "比特"))}。`,
    };
    return `预测验证集中的一个${one}平均需要 ${decimal(bits)}\u00a0比特；只用${one}频率（unigram）需要 ${decimal(unigramBits)}\u00a0比特，用${one}对（bigram）需要 ${decimal(bigramBits)}\u00a0比特。${verdict[beats]}`;
  },
  onHeldOut: "验证集上的结果",
  measuredOnSome: ({ unit, symbols, heldOut }) =>
    `网络与基线都在其 ${count(heldOut)} 个${unit === "words" ? "词" : "字符"}中的 ${count(symbols)} 个上测量，取自等距的片段。`,
  unknownLeftOut: ({ unit, unknownShare }) =>
    `所有数字只统计已知的${unit === "words" ? "词" : "字符"}。验证集中有 ${share(unknownShare)} 是未知符号，既不算对，也不算错。`,
  bitsPer: ({ unit }) => (unit === "words" ? "每词比特数" : "每字符比特数"),
  bigram: "相邻对（bigram）",
  unigram: "频率（unigram）",

  classes: ({
    thing,
    evaluated,
    heldOut,
    isSecond,
    answers,
    accuracy,
    majority,
    majorityAccuracy,
    balancedAccuracy,
    low,
    high,
    needed,
    verdict,
  }) => {
    const where = on({ thing, evaluated, heldOut, isSecond });
    const right =
      answers === null
        ? `准确率为 ${share(accuracy)}`
        : `${counted(answers, "个答案")}的准确率为 ${share(accuracy)}`;
    const sentence = `${where}，${right}；总是回答${quoted(majority)}则为 ${share(majorityAccuracy)}。`;
    if (verdict === "tooFew") return `${sentence}${tooFew(evaluated, needed)}`;
    if (verdict === "noBetter") return `${sentence}目前还不优于多数类基线。`;
    if (verdict === "unclear") return `${sentence}二者没有明显差别${inBrackets(between(low, high))}。`;
    if (verdict === "remembers") return `${sentence}损失低于没有记忆所能达到的最低值：网络记住了信息。`;
    return verdict === "uneven"
      ? `${sentence}少见的类别更难识别：平衡准确率为 ${share(balancedAccuracy)}。`
      : sentence;
  },
  classMeasures: "分类结果",
  accuracy: "准确率",
  balancedAccuracy: "平衡准确率",
  macroF1: "宏平均 F1",
  majorityClass: ({ label }) => `多数类${quoted(label)}`,
  classLoss: ({ loss, frequencyLoss, withoutMemory, low, high }) => {
    const range = betweenNumbers(low, high, "奈特");
    const unclear = range === null ? "" : `两者没有明显差别${inBrackets(range)}。`;
    const least = withoutMemory === null ? "" : `，没有记忆时最低可达 ${decimal(withoutMemory)}\u00a0奈特`;
    return `损失：每个答案 ${decimal(loss)}\u00a0奈特。只知道类别频率时为 ${decimal(frequencyLoss)}\u00a0奈特${least}。${unclear}平衡准确率是各类别召回率的平均，不论类别多少见。`;
  },
  perClass: "各类别的准确率",
  perClassCaption: "精确率：预测为该类别时有多少是对的。召回率：该类别中有多少被找出。",
  answers: "答案数",
  precision: "精确率",
  recall: "召回率",
  f1: "F1",

  confusionMatrix: "混淆矩阵",
  confusionCaption: "混淆矩阵：行为真实类别，列为预测类别",
  confusionCorner: "真实 ↓ 预测 →",
  cellsShow: "单元格显示",
  counts: "计数",
  rates: "比例",
  countsHint: "选择一个单元格，查看其中的样本。",
  ratesTold: "占该行的百分比。蓝色：正确；红色：错误。",
  countsTold: "答案数。蓝色：正确；红色：错误；占该行越多，颜色越深。",
  ratesHint: "占所在行的百分比。选择一个单元格，查看其中的样本。",
  confusion: ({ truth, predicted }) => `${quoted(truth)}预测为${quoted(predicted)}`,
  confusionCell: ({ truth, predicted, count: found, rate }) =>
    `${quoted(truth)}预测为${quoted(predicted)}：${count(found)}，${share(rate)}`,
  confusionCount: ({ count: found, rate }) => `${count(found)} (${share(rate)})`,
  noConfusion: "没有类别被混淆。",
  worstConfusions: "最常见的混淆",
  worstConfusionsHint: ({ classes, canChoose }) =>
    `${counted(classes, "个类别")}之间最常见的混淆。${canChoose ? "选择一项，查看其中的样本。" : ""}`,

  cell: ({ thing, every, count: found, truth, predicted, listed, more }) => {
    const { measure, name } = things[thing];
    const said = predicted === null ? "预测正确" : `被预测为${quoted(predicted)}`;
    const sentence = `类别${quoted(truth)}有 ${counted(found, every ? "个答案" : `${measure}${name}`)}${said}`;
    if (!every) return more ? `${sentence}。前 ${counted(listed, measure)}：` : `${sentence}。`;
    if (more) return `${sentence}。含有这种答案的前 ${counted(listed, `${measure}${name}`)}：`;
    return `${sentence}，出现在以下 ${counted(listed, `${measure}${name}`)}中：`;
  },
  cellHint: "选择一个，在主视图中查看网络如何读取它。",

  numbers: ({
    thing,
    evaluated,
    heldOut,
    isSecond,
    name,
    unit,
    rmse,
    meanRmse,
    low,
    high,
    needed,
    verdict,
  }) =>
    `${on({ thing, evaluated, heldOut, isSecond })}，“${name}”的均方根误差为 ${withUnit(rmse, unit)}；总是回答训练集均值的误差为 ${withUnit(meanRmse, unit)}。${numbersVerdict({ verdict, evaluated, needed, low, high })}`,
  severalNumbers: ({
    thing,
    evaluated,
    heldOut,
    isSecond,
    squaredError,
    meanSquaredError,
    low,
    high,
    needed,
    verdict,
  }) =>
    `${on({ thing, evaluated, heldOut, isSecond })}，缩放后数值的均方误差为 ${decimal(squaredError)}；总是回答训练集均值的误差为 ${decimal(meanSquaredError)}。${numbersVerdict({ verdict, evaluated, needed, low, high })}`,
  errorsInUnits: "以数据单位表示的误差",
  trainingMean: "训练集均值",
  trainingMeanOf: ({ name }) => `${name}：训练集均值`,
  nameAndUnit: ({ name, unit }) => named(name, unit),
  squaredErrorCaption: "缩放后数值的均方误差，即训练损失",
  withoutMemory: "无记忆的最优值",
  rmse: "RMSE",
  mae: "MAE",
  mase: "MASE",
  r2: "R²",
  r2OfSeries: "R² 将各序列的行与该序列自己的均值比较：序列之间的大小差别不计入。",
  mse: "MSE",

  forecast: ({
    evaluated,
    heldOut,
    isSecond,
    name,
    unit,
    ahead,
    horizon,
    rmse,
    baseline,
    baselineRmse,
    improvement,
    low,
    high,
    needed,
    compared,
    lagging,
  }) => {
    const where = on({ thing: "forecast", evaluated, heldOut, isSecond });
    const reversed = between(high && -high, low && -low);
    const verdicts = {
      better: `，网络优于它 ${share(improvement)}${inBrackets(between(low, high))}。`,
      worse: `，网络逊于它 ${share(-improvement)}${inBrackets(reversed)}。`,
      unclear: `，二者没有明显差别${inBrackets(between(low, high))}。`,
      tooFew: `。${tooFew(evaluated, needed)}`,
    };
    const verdict = compared === null ? "。" : verdicts[compared];
    const lags = lagging && compared !== "tooFew" ? "网络只是滞后：它重复末值，曲线因而比真实值晚一点。" : "";
    return `${where}，“${name}”${rowsAhead(ahead, horizon)}的均方根误差为 ${withUnit(rmse, unit)}；最强的简单基线（${baselines[baseline]}）的误差为 ${withUnit(baselineRmse, unit)}${verdict}${lags}`;
  },
  column: "列",
  series: "序列",
  allSeries: ({ count: many }) => `全部 ${counted(many, "个序列")}`,
  errorsBySeries: ({ shown, count: many, unit }) =>
    named(
      shown < many ? `${counted(many, "个序列")}中前 ${counted(shown, "个")}的 RMSE` : "各序列的 RMSE",
      unit,
    ),
  horizon: "预测步长",
  wholeHorizon: ({ horizon }) => `全部，1–${counted(horizon, "行")}`,
  rowsAhead: ({ ahead }) => counted(ahead, "行"),
  forecastErrors: ({ ahead, horizon, unit }) => named(`${rowsAhead(ahead, horizon)}的误差`, unit),
  lastValue: "末值",
  drift: "漂移（末值加平均变化）",
  seasonalNaive: ({ period }) => `季节性朴素（${counted(period, "行")}前）`,
  forecastHint: ({ seasonal, bias, side, unit }) => {
    const sides = {
      high: `预测平均偏高 ${withUnit(bias, unit)}。`,
      low: `预测平均偏低 ${withUnit(bias, unit)}。`,
      none: "预测平均既不偏高也不偏低。",
    };
    return `MASE 是平均绝对误差与训练集上${seasonal ? "重复上一季节" : "重复末值"}的平均绝对误差之比，小于 1 更好。R² 是被解释的方差比例。${sides[side]}`;
  },
  futureTitle: "末行之后",
  futureHow: ({ rows, horizon }) => {
    if (horizon >= rows) return `网络一次预测 ${counted(rows, "行")}。`;
    return horizon === 1
      ? `共 ${counted(rows, "行")}，逐行递推：每行由其前各行预测，其中也包括预测值。`
      : `共 ${counted(rows, "行")}：网络一次预测 ${counted(horizon, "行")}，更远的行由自身的预测递推。`;
  },
  futureCoverage: ({ share: within, count: many }) =>
    `80% 区间检验：${counted(many, "个留出值")}中有 ${share(within)} 落在由其他留出误差得出的区间内。`,
  futureNoFan: ({ needed }) => `没有区间：可用来判断误差的留出预测少于 ${counted(needed, "次")}。`,
  futureFanEnds: ({ rows }) => `区间只到 ${counted(rows, "行")}之后：留出的数据太少，无法判断更远的误差。`,
  futureInputsEnd: ({ rows }) =>
    rows === 0
      ? "末行之后未知的输入保持其末值。"
      : `其他输入在 ${counted(rows, "行")}之内全部已知，到点线为止；此后未知的输入保持其末值。`,
  futureAside: ({ rows, side }) => {
    const sides = { low: "偏低", high: "偏高", both: "偏低或偏高" };
    return `有 ${counted(rows, "行")}的区间偏在预测一侧：同样远的留出预测中，四分之三${sides[side]}。虚线是区间的中位；预测仍是网络自身的答案。`;
  },
  futureLeft: ({ count: many }) =>
    `尚未预测：${counted(many, "个序列")}。它们的行数太少，或要等训练暂停时再预测。`,
  futureChart: ({ name, unit, series }) =>
    series === null ? named(name, unit) : `${named(name, unit)}，${series}`,
  futureTable: ({ name, unit }) => `${named(name, unit)}的预测`,
  futureNumbers: "预测数值",
  futureFrom: "80% 下限",
  futureTo: "80% 上限",
  range: ({ low, high }) => `${low} – ${high}`,
  futureSpoken: ({ row, value, last, forecast }) =>
    `已知到${quoted(row)}：${value}。对${quoted(last)}的预测：${forecast}。`,
  newest: "最近",
  forecastTitle: ({ name, unit, ahead }) => `${named(name, unit)}，${rowsAhead(ahead, ahead)}`,
  horizonTitle: ({ name, unit }) => `${named(name, unit)}的均方根误差，按预测步长`,
  ahead: ({ ahead }) => rowsAhead(ahead, ahead),
  curves: {
    truth: "真实值",
    forecast: "预测",
    network: "网络",
    lastValue: "末值",
    known: "已知值",
    most: "80% 区间",
    half: "50% 区间",
    middle: "区间的中位",
    inputsEnd: "已知输入的终点",
  },
  forecastSpoken: ({ count: shown, row, truth, forecast, naive }) =>
    `${counted(shown, "次预测")}中的最后一次（${quoted(row)}），真实值：${truth}，预测：${forecast}，末值：${naive}。`,
  horizonSpoken: ({ first, last, horizon }) =>
    `网络的误差从提前 1 行的 ${decimal(first)} 变为提前 ${counted(horizon, "行")}的 ${decimal(last)}。`,
};

interface NumbersJudged {
  readonly verdict: "noBetter" | "remembers" | "unclear" | "tooFew" | null;
  readonly evaluated: number;
  readonly needed: number;
  readonly low: number | null;
  readonly high: number | null;
}

function numbersVerdict({ verdict, evaluated, needed, low, high }: NumbersJudged): string {
  switch (verdict) {
    case "tooFew":
      return tooFew(evaluated, needed);
    case "unclear":
      return `二者没有明显差别${inBrackets(between(low, high))}。`;
    case "noBetter":
      return "目前还不优于训练集均值。";
    case "remembers":
      return "没有记忆不可能做到：网络记住了信息。";
    case null:
      return "";
  }
}
