/** How good the network is on what was held out, beside what needs no network. */
import { count, counted, decimal, quoted, share } from "./phrases";

/** What one example of the data is called. */
const things = {
  window: "window",
  example: "example",
  forecast: "forecast",
  sequence: "sequence",
  text: "text",
  picture: "picture",
  drawing: "drawing",
  sound: "sound",
};
type Thing = keyof typeof things;

interface Coverage {
  readonly thing: Thing;
  readonly evaluated: number;
  readonly heldOut: number;
  /** Of another file, all of which is answered: nobody says that nothing of it was trained on. */
  readonly isSecond: boolean;
}

/** "On the 63 held-out sequences", "On 256 of the 9,880 held-out sequences"; of another file "On the 63 sequences". */
function on({ thing, evaluated, heldOut, isSecond }: Coverage): string {
  const all = counted(heldOut, `${isSecond ? "" : "held-out "}${things[thing]}`);
  return evaluated < heldOut ? `On ${count(evaluated)} of the ${all}` : `On the ${all}`;
}

/** "2.214 °C". */
const withUnit = (value: number, unit: string | null) =>
  unit ? `${decimal(value)}\u00a0${unit}` : decimal(value);

const named = (name: string, unit: string | null) => (unit ? `${name} in ${unit}` : name);

/** "1 row ahead", "1 to 12 rows ahead". */
const rowsAhead = (ahead: number | null, horizon: number) =>
  ahead === null && horizon > 1
    ? `1 to ${counted(horizon, "row")} ahead`
    : `${counted(ahead ?? horizon, "row")} ahead`;

/** "from −3.1 % to 8.2 %"; null where nobody knows. */
const between = (low: number | null, high: number | null): string | null =>
  low === null || high === null ? null : `from ${share(low)} to ${share(high)}`;
/** "from −0.01 to 0.02 bits". */
const betweenNumbers = (low: number | null, high: number | null, unit: string): string | null =>
  low === null || high === null ? null : `from ${decimal(low)} to ${decimal(high)}\u00a0${unit}`;
/** " (95 % interval: from 1 % to 3 %)" */
const inBrackets = (range: string | null): string =>
  range === null ? "" : ` (95\u00a0% interval: ${range})`;

type Baseline = "naive" | "seasonal" | "drift" | "mean";

const baselines: Readonly<Record<Baseline, string>> = {
  naive: "repeating the last value",
  seasonal: "repeating the last season",
  drift: "the last value with the mean change (drift)",
  mean: "always forecasting the training mean",
};

/** Below so many held-out answers. */
const tooFew = (judged: number, needed: number): string =>
  `${count(judged)} ${judged === 1 ? "is" : "are"} too few for a verdict: at least ${count(needed)} are needed.`;

export const evaluation = {
  title: "Evaluation",
  notYet:
    "Not evaluated yet. Training evaluates the network from time to time, and whenever it pauses, on held-out data that it never trains on.",
  measure: "Evaluate now",
  atStep: ({ step }: { readonly step: number }): string => `At step ${count(step)}`,
  network: "Network",

  /** @param beats the better of the two baselines that the network has passed, or why nothing can be said */
  language: ({
    unit,
    bits,
    unigramBits,
    bigramBits,
    symbols,
    low,
    high,
    beats,
  }: {
    readonly unit: "characters" | "words";
    readonly bits: number;
    readonly unigramBits: number;
    readonly bigramBits: number;
    /** Of the validation set. */
    readonly symbols: number;
    /** 95 %, of the bits that the network needs less than the baseline that it is compared with. */
    readonly low: number | null;
    readonly high: number | null;
    readonly beats: "bigram" | "unigram" | "none" | "nothing" | "tooFew" | "unclearBigram" | "unclearUnigram";
  }): string => {
    const one = unit === "words" ? "word" : "character";
    if (beats === "nothing")
      return `The validation set repeats the same ${one}, which its frequency alone predicts. There is nothing to learn: use a text with more different ${one}s.`;
    const verdict = {
      tooFew: `The ${counted(symbols, one)} of the validation set are too few for a verdict. Use a longer text.`,
      bigram: `The network uses more than the last ${one}.`,
      unigram: `So far, the network predicts worse than ${one} pairs do.`,
      none: `So far, the network predicts worse than ${one} frequencies do.`,
      unclearBigram: `That is no clear difference to ${one} pairs${inBrackets(betweenNumbers(low, high, "bits"))}.`,
      unclearUnigram: `That is no clear difference to ${one} frequencies${inBrackets(betweenNumbers(low, high, "bits"))}.`,
    };
    return `Predicting one ${one} of the validation set costs ${decimal(bits)}\u00a0bits. With ${one} frequencies alone it costs ${decimal(unigramBits)}\u00a0bits (unigram), with ${one} pairs ${decimal(bigramBits)}\u00a0bits (bigram). ${verdict[beats]}`;
  },
  onHeldOut: "On the validation set",
  /** @param symbols that are measured, of those that are held out */
  measuredOnSome: ({
    unit,
    symbols,
    heldOut,
  }: {
    readonly unit: "characters" | "words";
    readonly symbols: number;
    readonly heldOut: number;
  }): string =>
    `Network and baselines are measured on ${count(symbols)} of its ${count(heldOut)} ${unit}, in pieces at even distances.`,
  unknownLeftOut: ({
    unit,
    unknownShare,
  }: {
    readonly unit: "characters" | "words";
    readonly unknownShare: number;
  }): string =>
    `All figures are of known ${unit}. ${share(unknownShare)} of the validation set is the unknown symbol, which counts neither as right nor as wrong.`,
  bitsPer: ({ unit }: { readonly unit: "characters" | "words" }): string =>
    `Bits per ${unit === "words" ? "word" : "character"}`,
  bigram: "Pairs (bigram)",
  unigram: "Frequencies (unigram)",

  /** @param answers where a sequence has one at each step, else null */
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
  }: {
    readonly thing: Thing;
    readonly evaluated: number;
    readonly heldOut: number;
    readonly isSecond: boolean;
    readonly answers: number | null;
    readonly accuracy: number;
    readonly majority: string;
    readonly majorityAccuracy: number;
    readonly balancedAccuracy: number;
    /** 95 %, of the difference to the majority class. */
    readonly low: number | null;
    readonly high: number | null;
    /** Of answers, for a verdict. */
    readonly needed: number;
    readonly verdict: "noBetter" | "uneven" | "unclear" | "remembers" | "tooFew" | null;
  }): string => {
    const right =
      answers === null
        ? `${share(accuracy)} are right`
        : `${share(accuracy)} of ${counted(answers, "answer")} are right`;
    const sentence = `${on({ thing, evaluated, heldOut, isSecond })}, ${right}; always answering ${quoted(majority)} gets ${share(majorityAccuracy)}.`;
    if (verdict === "tooFew") return `${sentence} ${tooFew(evaluated, needed)}`;
    if (verdict === "noBetter") return `${sentence} So far, that is no better than the majority class.`;
    if (verdict === "unclear")
      return `${sentence} That is no clear difference${inBrackets(between(low, high))}.`;
    if (verdict === "remembers")
      return `${sentence} Its loss is lower than is possible without memory: the network remembers.`;
    return verdict === "uneven"
      ? `${sentence} Rare classes are found less often: balanced accuracy is ${share(balancedAccuracy)}.`
      : sentence;
  },
  classMeasures: "Classification",
  accuracy: "Accuracy",
  balancedAccuracy: "Balanced accuracy",
  macroF1: "Macro F1",
  majorityClass: ({ label }: { readonly label: string }): string => `Majority class ${quoted(label)}`,
  classLoss: ({
    loss,
    frequencyLoss,
    withoutMemory,
    low,
    high,
  }: {
    readonly loss: number;
    readonly frequencyLoss: number;
    readonly withoutMemory: number | null;
    /** 95 %, of the difference of the two losses, where it may be by chance. */
    readonly low: number | null;
    readonly high: number | null;
  }): string => {
    const range = betweenNumbers(low, high, "nats");
    const unclear =
      range === null
        ? ""
        : ` The loss is not clearly different from that of the frequencies${inBrackets(range)}.`;
    const least =
      withoutMemory === null
        ? ""
        : `, and the best possible without memory is ${decimal(withoutMemory)}\u00a0nats`;
    return `Loss: ${decimal(loss)}\u00a0nats per answer. Class frequencies alone give ${decimal(frequencyLoss)}\u00a0nats${least}.${unclear} Balanced accuracy is the mean recall over all classes, however rare.`;
  },
  perClass: "Accuracy per class",
  perClassCaption:
    "Precision: how often the network is right when it predicts the class. Recall: how much of the class it finds.",
  answers: "Answers",
  precision: "Precision",
  recall: "Recall",
  f1: "F1",

  confusionMatrix: "Confusion matrix",
  confusionCaption: "Confusion matrix: rows are the true classes, columns the predicted ones",
  confusionCorner: "true ↓ predicted →",
  cellsShow: "Cells show",
  counts: "Counts",
  rates: "Rates",
  countsHint: "Choose a cell to see its examples.",
  /** Under a picture of the matrix. */
  ratesTold: "Percent of the row. Blue: right; red: wrong.",
  countsTold: "Answers. Blue: right; red: wrong; the more of its row, the stronger.",
  ratesHint: "In percent of the row. Choose a cell to see its examples.",
  confusion: ({ truth, predicted }: { readonly truth: string; readonly predicted: string }): string =>
    `${truth} predicted as ${predicted}`,
  confusionCell: ({
    truth,
    predicted,
    count: found,
    rate,
  }: {
    readonly truth: string;
    readonly predicted: string;
    readonly count: number;
    readonly rate: number;
  }): string => `${truth} predicted as ${predicted}: ${count(found)}, ${share(rate)}`,
  confusionCount: ({ count: found, rate }: { readonly count: number; readonly rate: number }): string =>
    `${count(found)} (${share(rate)})`,
  noConfusion: "No class is confused with another.",
  worstConfusions: "Most frequent confusions",
  worstConfusionsHint: ({
    classes,
    canChoose,
  }: {
    readonly classes: number;
    readonly canChoose: boolean;
  }): string =>
    `The most frequent confusions among ${counted(classes, "class", "classes")}.${canChoose ? " Choose one to see its examples." : ""}`,

  /** Before a list of `listed` examples. @param predicted null where the prediction is right; @param more whether there may be more */
  cell: ({
    thing,
    every,
    count: found,
    truth,
    predicted,
    listed,
    more,
  }: {
    readonly thing: Thing;
    readonly every: boolean;
    readonly count: number;
    readonly truth: string;
    readonly predicted: string | null;
    readonly listed: number;
    readonly more: boolean;
  }): string => {
    const one = things[thing];
    const are = found === 1 ? "is" : "are";
    const said = predicted === null ? `${are} right` : `${are} predicted as ${quoted(predicted)}`;
    const sentence = `${counted(found, every ? "answer" : one)} of class ${quoted(truth)} ${said}`;
    if (!every) return more ? `${sentence}. The first ${count(listed)}:` : `${sentence}.`;
    if (more) return `${sentence}. The first ${counted(listed, one)} with one:`;
    return `${sentence}, in ${listed === 1 ? `this ${one}` : `these ${counted(listed, one)}`}:`;
  },
  cellHint: "Choose one, and the stage shows how the network reads it.",

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
  }: {
    readonly thing: Thing;
    readonly evaluated: number;
    readonly heldOut: number;
    readonly isSecond: boolean;
    readonly name: string;
    readonly unit: string | null;
    readonly rmse: number;
    readonly meanRmse: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly needed: number;
    readonly verdict: NumbersVerdict;
  }): string =>
    `${on({ thing, evaluated, heldOut, isSecond })}, “${name}” is off by ${withUnit(rmse, unit)} (root mean squared error); always answering the training mean is off by ${withUnit(meanRmse, unit)}.${numbersVerdict({ verdict, evaluated, needed, low, high })}`,
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
  }: {
    readonly thing: Thing;
    readonly evaluated: number;
    readonly heldOut: number;
    readonly isSecond: boolean;
    readonly squaredError: number;
    readonly meanSquaredError: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly needed: number;
    readonly verdict: NumbersVerdict;
  }): string =>
    `${on({ thing, evaluated, heldOut, isSecond })}, the mean squared error of the scaled values is ${decimal(squaredError)}; always answering the training means gives ${decimal(meanSquaredError)}.${numbersVerdict({ verdict, evaluated, needed, low, high })}`,
  errorsInUnits: "Errors in the units of the data",
  trainingMean: "Training mean",
  trainingMeanOf: ({ name }: { readonly name: string }): string => `${name}: training mean`,
  nameAndUnit: ({ name, unit }: { readonly name: string; readonly unit: string | null }): string =>
    unit ? `${name}, ${unit}` : name,
  squaredErrorCaption: "Mean squared error of the scaled values, which is the training loss",
  withoutMemory: "Best without memory",
  rmse: "RMSE",
  mae: "MAE",
  mase: "MASE",
  r2: "R²",
  r2OfSeries:
    "R² compares the rows of each series with their own mean: which series is the larger explains nothing.",
  mse: "MSE",

  /** Beside the strongest of the forecasts that need no network. */
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
  }: {
    readonly evaluated: number;
    readonly heldOut: number;
    readonly isSecond: boolean;
    readonly name: string;
    readonly unit: string | null;
    readonly ahead: number | null;
    readonly horizon: number;
    readonly rmse: number;
    readonly baseline: Baseline;
    readonly baselineRmse: number;
    readonly improvement: number;
    /** 95 %, of the improvement. */
    readonly low: number | null;
    readonly high: number | null;
    /** Forecasts, for a verdict. */
    readonly needed: number;
    /** Null: the baseline makes no error. */
    readonly compared: "better" | "worse" | "unclear" | "tooFew" | null;
    readonly lagging: boolean;
  }): string => {
    const where = on({ thing: "forecast", evaluated, heldOut, isSecond });
    const reversed = between(high && -high, low && -low);
    const verdicts = {
      better: `: ${share(improvement)} better${inBrackets(between(low, high))}.`,
      worse: `: ${share(-improvement)} worse${inBrackets(reversed)}.`,
      unclear: `: no clear difference${inBrackets(between(low, high))}.`,
      tooFew: `. ${tooFew(evaluated, needed)}`,
    };
    const verdict = compared === null ? "." : verdicts[compared];
    const lags =
      lagging && compared !== "tooFew"
        ? " The network only lags: it repeats the last value, so its curve follows the truth a little late."
        : "";
    return `${where}, “${name}” ${rowsAhead(ahead, horizon)} is off by ${withUnit(rmse, unit)} (root mean squared error); the strongest simple baseline, ${baselines[baseline]}, is off by ${withUnit(baselineRmse, unit)}${verdict}${lags}`;
  },
  column: "Column",
  series: "Series",
  allSeries: ({ count: many }: { readonly count: number }): string => `All ${count(many)} together`,
  errorsBySeries: ({
    shown,
    count: many,
    unit,
  }: {
    readonly shown: number;
    readonly count: number;
    readonly unit: string | null;
  }): string =>
    named(
      shown < many ? `RMSE of the first ${count(shown)} of ${count(many)} series` : "RMSE by series",
      unit,
    ),
  horizon: "Forecast horizon",
  wholeHorizon: ({ horizon }: { readonly horizon: number }): string => `All, 1 to ${counted(horizon, "row")}`,
  rowsAhead: ({ ahead }: { readonly ahead: number }): string => counted(ahead, "row"),
  forecastErrors: ({
    ahead,
    horizon,
    unit,
  }: {
    readonly ahead: number | null;
    readonly horizon: number;
    readonly unit: string | null;
  }): string => named(`Errors ${rowsAhead(ahead, horizon)}`, unit),
  lastValue: "Last value",
  drift: "Drift (last value and mean change)",
  seasonalNaive: ({ period }: { readonly period: number }): string =>
    `Seasonal naive (${counted(period, "row")} back)`,
  /** @param bias how far forecasts are off in the mean */
  forecastHint: ({
    seasonal,
    bias,
    side,
    unit,
  }: {
    readonly seasonal: boolean;
    readonly bias: number;
    readonly side: "high" | "low" | "none";
    readonly unit: string | null;
  }): string => {
    const sides = {
      high: `On average, forecasts are ${withUnit(bias, unit)} too high.`,
      low: `On average, forecasts are ${withUnit(bias, unit)} too low.`,
      none: "On average, forecasts are neither too high nor too low.",
    };
    return `MASE is the mean absolute error divided by that of repeating the last ${seasonal ? "season" : "value"} on the training set: below 1 is better. R² is the share of the variance that is explained. ${sides[side]}`;
  },
  futureTitle: "Beyond the last row",
  /** @param horizon rows that are forecast at once */
  futureHow: ({ rows, horizon }: { readonly rows: number; readonly horizon: number }): string => {
    if (horizon >= rows) return `The network forecasts ${counted(rows, "row")} at once.`;
    return horizon === 1
      ? `${counted(rows, "row")}, one after the other: each is forecast from the rows before it, forecasts among them.`
      : `${counted(rows, "row")}: the network forecasts ${counted(horizon, "row")} at once, and later ones from its own forecasts.`;
  },
  futureCoverage: ({
    share: within,
    count: many,
  }: {
    readonly share: number;
    readonly count: number;
  }): string =>
    `Check of the 80\u00a0% range: ${share(within)} of ${counted(many, "held-out value")} lie within the range that other held-out errors give.`,
  futureNoFan: ({ needed }: { readonly needed: number }): string =>
    `No range: fewer than ${count(needed)} held-out forecasts tell how far off these may be.`,
  /** @param rows as far as the range goes */
  futureFanEnds: ({ rows }: { readonly rows: number }): string =>
    `The range ends ${counted(rows, "row")} ahead: too little is held out to tell how far off later forecasts may be.`,
  /** @param rows ahead of which all other inputs are known */
  futureInputsEnd: ({ rows }: { readonly rows: number }): string =>
    rows === 0
      ? "Inputs that are not known past the last row keep their last value."
      : `All other inputs are known for ${counted(rows, "row")}, up to the dotted line. Past it, those that are not keep their last value.`,
  /** @param rows of which three of four held-out errors have one sign; @param side of the forecasts */
  futureAside: ({
    rows,
    side,
  }: {
    readonly rows: number;
    readonly side: "low" | "high" | "both";
  }): string => {
    const sides = { low: "too low", high: "too high", both: "too low, or too high" };
    return `The range lies beside the forecast in ${counted(rows, "row")}: of held-out forecasts as far ahead, three of four were ${sides[side]}. The dashed line is the middle of the range; the forecast is what the network answers.`;
  },
  futureLeft: ({ count: many }: { readonly count: number }): string =>
    `Not forecast yet: ${counted(many, "series", "series")}. They have too few rows, or are forecast when training pauses.`,
  /** @param series the one of several that it is of */
  futureChart: ({
    name,
    unit,
    series,
  }: {
    readonly name: string;
    readonly unit: string | null;
    readonly series: string | null;
  }): string => (series === null ? named(name, unit) : `${named(name, unit)}, ${series}`),
  futureTable: ({ name, unit }: { readonly name: string; readonly unit: string | null }): string =>
    `Forecast of ${named(name, unit)}`,
  futureNumbers: "Forecast in numbers",
  futureFrom: "80\u00a0% from",
  futureTo: "80\u00a0% to",
  range: ({ low, high }: { readonly low: string; readonly high: string }): string => `${low} – ${high}`,
  futureSpoken: ({
    row,
    value,
    last,
    forecast,
  }: {
    readonly row: string;
    readonly value: string;
    readonly last: string;
    readonly forecast: string;
  }): string => `Known up to ${row}: ${value}. Forecast for ${last}: ${forecast}.`,
  newest: "Newest",
  forecastTitle: ({
    name,
    unit,
    ahead,
  }: {
    readonly name: string;
    readonly unit: string | null;
    readonly ahead: number;
  }): string => `${named(name, unit)}, ${rowsAhead(ahead, ahead)}`,
  horizonTitle: ({ name, unit }: { readonly name: string; readonly unit: string | null }): string =>
    `Root mean squared error of ${named(name, unit)}, by forecast horizon`,
  ahead: ({ ahead }: { readonly ahead: number }): string => rowsAhead(ahead, ahead),
  /** Curves of both charts. */
  curves: {
    truth: "truth",
    forecast: "forecast",
    network: "network",
    lastValue: "last value",
    known: "known",
    most: "80\u00a0% range",
    half: "50\u00a0% range",
    middle: "middle of the range",
    inputsEnd: "end of known inputs",
  },
  forecastSpoken: ({
    count: shown,
    row,
    truth,
    forecast,
    naive,
  }: {
    readonly count: number;
    readonly row: string;
    readonly truth: string;
    readonly forecast: string;
    readonly naive: string;
  }): string =>
    `The last of ${counted(shown, "forecast")}, of ${row}: truth ${truth}, forecast ${forecast}, last value ${naive}.`,
  horizonSpoken: ({
    first,
    last,
    horizon,
  }: {
    readonly first: number;
    readonly last: number;
    readonly horizon: number;
  }): string =>
    `The network’s error goes from ${decimal(first)} one row ahead to ${decimal(last)} at a horizon of ${counted(horizon, "row")}.`,
};

type NumbersVerdict = "noBetter" | "remembers" | "unclear" | "tooFew" | null;

interface NumbersJudged {
  readonly verdict: NumbersVerdict;
  readonly evaluated: number;
  readonly needed: number;
  /** 95 %, of how much smaller the error is than the mean's. */
  readonly low: number | null;
  readonly high: number | null;
}

function numbersVerdict({ verdict, evaluated, needed, low, high }: NumbersJudged): string {
  switch (verdict) {
    case "tooFew":
      return ` ${tooFew(evaluated, needed)}`;
    case "unclear":
      return ` That is no clear difference${inBrackets(between(low, high))}.`;
    case "noBetter":
      return " So far, that is no better than the training mean.";
    case "remembers":
      return " Without memory that is impossible: the network remembers.";
    case null:
      return "";
  }
}
