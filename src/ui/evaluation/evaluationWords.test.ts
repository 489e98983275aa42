import { expect, it } from "vitest";
import type {
  ClassEvaluation,
  ForecastEvaluation,
  ForecastRow,
  LanguageEvaluation,
  NumbersEvaluation,
} from "../../data/evaluation/evaluationTypes";
import { examplesPerCell } from "../../data/evaluation/evaluationTypes";
import { inEnglish } from "../../words/english";
import { message } from "../../words/message";
import { shortResult } from "../runs/shortResult";
import {
  cellInWords,
  classesInWords,
  classLossInWords,
  forecastHint,
  forecastInWords,
  languageInWords,
  numbersInWords,
} from "./evaluationWords";

const language: LanguageEvaluation = {
  kind: "language",
  unknownShare: 0,
  unit: "characters",
  bits: 2,
  unigramBits: 4.5,
  bigramBits: 3,
  intervals: { unigram: { low: 2.4, high: 2.6 }, bigram: { low: 0.9, high: 1.1 } },
  symbols: 1000,
  accuracy: 0.5,
  mostFrequent: { symbol: " ", share: 0.2 },
};

it("says which baseline a network of language has passed", () => {
  const values = {
    unit: "characters",
    bits: 2,
    unigramBits: 4.5,
    bigramBits: 3,
    symbols: 1000,
    low: 0.9,
    high: 1.1,
    beats: "bigram",
  } as const;
  expect(languageInWords(language)).toEqual(message("evaluation.language", values));
  expect(languageInWords({ ...language, bits: 4 }).values.beats).toBe("unigram");
  expect(languageInWords({ ...language, bits: 5 }).values.beats).toBe("none");
});

it("calls a difference of bits that may be chance no clear one, beside the stronger baseline that matters", () => {
  const close = { low: -0.02, high: 0.05 };
  const pairs = { ...language, intervals: { ...language.intervals, bigram: close } };
  expect(languageInWords(pairs).values).toMatchObject({ ...close, beats: "unclearBigram" });
  expect(inEnglish(languageInWords(pairs))).toContain(
    "That is no clear difference to character pairs (95\u00a0% interval: from −0.020 to 0.050\u00a0bits).",
  );
  const frequencies = { ...language, bits: 4.49, intervals: { ...language.intervals, unigram: close } };
  expect(languageInWords(frequencies).values.beats).toBe("unigram");
  const worse = { ...frequencies, bits: 4.51 };
  expect(languageInWords(worse).values).toMatchObject({ ...close, beats: "unclearUnigram" });
});

it("says where the loss of classes may be that of their frequencies", () => {
  const unclear = { ...classes, loss: 0.66, lossInterval: { low: -0.01, high: 0.07 } };
  expect(inEnglish(classLossInWords(unclear))).toContain(
    "The loss is not clearly different from that of the frequencies (95\u00a0% interval: from −0.010 to 0.070\u00a0nats).",
  );
  expect(inEnglish(classLossInWords(classes))).not.toContain("clearly");
  expect(classLossInWords({ ...unclear, evaluated: 9 }).values).toMatchObject({ low: null, high: null });
});

it("says of another file that it is answered, not that it was held out", () => {
  expect(inEnglish(classesInWords(classes, "sequence", true))).toMatch(/^On the 63\u00a0sequences, /);
  expect(inEnglish(numbersInWords(numbers, "example", true))).toMatch(/^On the 500\u00a0examples, /);
  expect(inEnglish(forecastInWords(forecast, forecast.rows[0], true))).toMatch(
    /^On the 730\u00a0forecasts, /,
  );
});

it("says nothing of a text that repeats one symbol, nor of very few symbols", () => {
  // With one more of each symbol, the only one of 2,000 costs a little.
  const repeated = { ...language, bits: 0, unigramBits: 0.0007, bigramBits: 0.0007 };
  expect(languageInWords(repeated).values.beats).toBe("nothing");
  expect(languageInWords({ ...language, symbols: 99 }).values.beats).toBe("tooFew");
  expect(languageInWords({ ...language, symbols: 100 }).values.beats).toBe("bigram");
});

const classes: ClassEvaluation = {
  kind: "classes",
  at: "last",
  labels: ["stay", "move"],
  evaluated: 63,
  heldOut: 63,
  answers: 63,
  counts: Int32Array.of(30, 3, 1, 29),
  classes: [
    { support: 33, precision: 0.9, recall: 0.9, f1: 0.9 },
    { support: 30, precision: 0.9, recall: 0.9, f1: 0.9 },
  ],
  accuracy: 0.91,
  balancedAccuracy: 0.9,
  macroF1: 0.9,
  majority: { label: 0, accuracy: 0.524, balancedAccuracy: 0.5, macroF1: 0.3 },
  interval: { low: 0.3, high: 0.5 },
  loss: 0.2,
  frequencyLoss: 0.69,
  lossInterval: { low: 0.4, high: 0.55 },
  withoutMemory: null,
  examples: [],
};

it("compares classes with the majority class", () => {
  const said = classesInWords(classes, "sequence");
  expect(said).toEqual(
    message("evaluation.classes", {
      thing: "sequence",
      evaluated: 63,
      heldOut: 63,
      isSecond: false,
      answers: null,
      accuracy: 0.91,
      majority: "stay",
      majorityAccuracy: 0.524,
      balancedAccuracy: 0.9,
      low: 0.3,
      high: 0.5,
      needed: 10,
      verdict: null,
    }),
  );
  expect(classesInWords({ ...classes, at: "every", answers: 1260 }, "sequence").values.answers).toBe(1260);
  expect(classesInWords({ ...classes, accuracy: 0.52 }, "sequence").values.verdict).toBe("noBetter");
  expect(classesInWords({ ...classes, balancedAccuracy: 0.6 }, "sequence").values.verdict).toBe("uneven");
  expect(classesInWords({ ...classes, interval: { low: -0.01, high: 0.5 } }, "sequence").values.verdict).toBe(
    "unclear",
  );
  // The highest loss of the interval is 0.69 − 0.4.
  expect(classesInWords({ ...classes, withoutMemory: 0.3 }, "sequence").values.verdict).toBe("remembers");
  expect(classesInWords({ ...classes, withoutMemory: 0.28 }, "sequence").values.verdict).toBeNull();
  // All right of two examples, or of nine.
  const few = { ...classes, accuracy: 1, evaluated: 9, heldOut: 9 };
  expect(classesInWords(few, "sequence").values.verdict).toBe("tooFew");
  expect(classesInWords({ ...few, evaluated: 10 }, "sequence").values.verdict).toBeNull();
});

it("says what is in a cell, and whether there may be more than are listed", () => {
  const cell = (truth: number, predicted: number, listed: number, at: "last" | "every" = "last") =>
    cellInWords({ ...classes, at }, { truth, predicted }, "sequence", listed);
  const common = { thing: "sequence", every: false, more: false } as const;
  expect(cell(0, 1, 3)).toEqual(
    message("evaluation.cell", { ...common, count: 3, truth: "stay", predicted: "move", listed: 3 }),
  );
  expect(cell(1, 1, 29)).toEqual(
    message("evaluation.cell", { ...common, count: 29, truth: "move", predicted: null, listed: 29 }),
  );
  expect(cell(0, 0, 20).values.more).toBe(true);
  expect(cell(1, 1, 12, "every").values).toMatchObject({ every: true, more: false });
  expect(cell(1, 1, examplesPerCell, "every").values.more).toBe(true);
});

const errors = { mae: 1, rmse: 2, bias: 0.1 };
const numbers: NumbersEvaluation = {
  kind: "numbers",
  evaluated: 500,
  heldOut: 500,
  outputs: [{ name: "the sum", unit: "kg", ...errors, r2: 0.9, mean: { ...errors, rmse: 4 } }],
  squaredError: 0.01,
  meanSquaredError: 0.2,
  interval: { low: 0.7, high: 0.8 },
  withoutMemory: 0.17,
};

it("compares numbers with the mean, and with what is possible without memory", () => {
  expect(numbersInWords(numbers, "example")).toEqual(
    message("evaluation.numbers", {
      thing: "example",
      evaluated: 500,
      heldOut: 500,
      isSecond: false,
      name: "the sum",
      unit: "kg",
      rmse: 2,
      meanRmse: 4,
      low: 0.7,
      high: 0.8,
      needed: 10,
      verdict: "remembers",
    }),
  );
  expect(numbersInWords({ ...numbers, squaredError: 0.18 }, "example").values.verdict).toBeNull();
  expect(numbersInWords({ ...numbers, squaredError: 0.2 }, "example").values.verdict).toBe("noBetter");
  const unclear = { ...numbers, interval: { low: -0.1, high: 0.8 } };
  expect(numbersInWords(unclear, "example").values.verdict).toBe("unclear");
  expect(numbersInWords({ ...numbers, evaluated: 1 }, "example").values.verdict).toBe("tooFew");
  const two = { ...numbers, outputs: [...numbers.outputs, ...numbers.outputs] };
  expect(numbersInWords(two, "example")).toEqual(
    message("evaluation.severalNumbers", {
      thing: "example",
      evaluated: 500,
      heldOut: 500,
      isSecond: false,
      squaredError: 0.01,
      meanSquaredError: 0.2,
      low: 0.7,
      high: 0.8,
      needed: 10,
      verdict: "remembers",
    }),
  );
});

const row: ForecastRow = {
  column: 0,
  ahead: null,
  network: { ...errors, rmse: 2.2, mase: 0.8, r2: 0.5 },
  naive: { ...errors, rmse: 2.5, mase: 1, r2: 0.4 },
  seasonal: null,
  drift: { ...errors, rmse: 2.6, mase: 1, r2: 0.4 },
  mean: { ...errors, rmse: 4, mase: 2, r2: 0 },
  strongest: "naive",
  improvement: 0.12,
  interval: { low: 0.08, high: 0.15 },
  lagging: false,
};
const forecast: ForecastEvaluation = {
  kind: "forecast",
  evaluated: 730,
  heldOut: 730,
  columns: [{ name: "Temp", unit: "°C", period: null }],
  horizon: 1,
  lastValueLoss: 1,
  rows: [row],
  chart: {
    rowNames: [],
    rows: new Int32Array(),
    truth: new Float64Array(),
    forecast: new Float64Array(),
    last: new Float64Array(),
    strongest: new Float64Array(),
  },
};

it("compares forecasts with the strongest baseline, and calls lagging what lags", () => {
  const values = (changed: Partial<ForecastRow>) => forecastInWords(forecast, { ...row, ...changed }).values;
  expect(forecastInWords(forecast, row)).toEqual(
    message("evaluation.forecast", {
      evaluated: 730,
      heldOut: 730,
      isSecond: false,
      name: "Temp",
      unit: "°C",
      ahead: null,
      horizon: 1,
      rmse: 2.2,
      baseline: "naive",
      baselineRmse: 2.5,
      improvement: 0.12,
      low: 0.08,
      high: 0.15,
      needed: 10,
      compared: "better",
      lagging: false,
    }),
  );
  expect(inEnglish(forecastInWords(forecast, row))).toContain("12.0\u00a0% better (95\u00a0% interval:");
  expect(values({ strongest: "drift" })).toMatchObject({ baseline: "drift", baselineRmse: 2.6 });
  expect(values({ improvement: -0.2, interval: { low: -0.3, high: -0.1 } }).compared).toBe("worse");
  expect(values({ interval: { low: -0.03, high: 0.2 }, lagging: true })).toMatchObject({
    compared: "unclear",
    lagging: true,
  });
  expect(values({ improvement: null }).compared).toBeNull();
  expect(values({ ahead: 7 }).ahead).toBe(7);
});

it.each([
  [{}, 730, "better", "RMSE 12.0\u00a0% below the best baseline"],
  [
    { interval: { low: -0.03, high: 0.2 } },
    730,
    "unclear",
    "12.0\u00a0% below the best baseline, no clear diff",
  ],
  [{ interval: null }, 730, "unclear", "below the best baseline, no clear difference"],
  [
    { improvement: -0.2, interval: { low: -0.3, high: -0.1 } },
    730,
    "worse",
    "20.0\u00a0% above the best baseline",
  ],
  [{}, 9, "tooFew", "RMSE 12.0\u00a0% below the best baseline, too few forecasts for a verdict"],
  [{ improvement: null, interval: null }, 730, null, "no baseline to compare with"],
])(
  "judges a forecast in the list of runs as in its evaluation: %j of %d is %s",
  (change, evaluated, compared, said) => {
    const changed = { ...row, ...change };
    const measured = { ...forecast, evaluated, rows: [changed] };
    expect(forecastInWords(measured, changed).values.compared).toBe(compared);
    expect(shortResult(measured).values.compared).toBe(compared);
    expect(inEnglish(shortResult(measured))).toContain(said);
  },
);

it("says nothing of how good less than ten forecasts are", () => {
  const few = { ...forecast, evaluated: 1, heldOut: 1 };
  expect(forecastInWords(few, row).values).toMatchObject({ compared: "tooFew", needed: 10 });
});

it("says which way forecasts err", () => {
  const hint = (bias: number) => forecastHint({ ...errors, bias }, "°C", 7);
  expect(hint(-0.168)).toEqual(
    message("evaluation.forecastHint", { seasonal: true, bias: 0.168, side: "low", unit: "°C" }),
  );
  expect(hint(0.2).values.side).toBe("high");
  expect(hint(0.01).values.side).toBe("none");
});
