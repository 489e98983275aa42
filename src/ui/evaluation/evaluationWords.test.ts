import { expect, it } from "vitest";
import type {
  ClassEvaluation,
  ForecastEvaluation,
  ForecastRow,
  LanguageEvaluation,
  NumbersEvaluation,
} from "../../data/evaluation/evaluationTypes";
import { examplesPerCell } from "../../data/evaluation/evaluationTypes";
import {
  biasInWords,
  cellInWords,
  classesInWords,
  coverageInWords,
  forecastInWords,
  improvementInWords,
  languageInWords,
  numbersInWords,
} from "./evaluationWords";

const sequences = { one: "sequence", many: "sequences" };

it("says on how many it was measured", () => {
  expect(coverageInWords({ evaluated: 63, heldOut: 63 }, sequences)).toBe("On the 63 held-out sequences");
  expect(coverageInWords({ evaluated: 1, heldOut: 1 }, sequences)).toBe("On the 1 held-out sequence");
  expect(coverageInWords({ evaluated: 256, heldOut: 9880 }, sequences)).toBe(
    "On 256 of the 9,880 held-out sequences",
  );
});

const language: LanguageEvaluation = {
  kind: "language",
  unit: "characters",
  bits: 2,
  unigramBits: 4.5,
  bigramBits: 3,
  accuracy: 0.5,
  mostFrequent: { symbol: " ", share: 0.2 },
};

it("says what a network of language knows, and what it does not", () => {
  expect(languageInWords(language)).toBe(
    "To guess a held-out character costs 2.000 bits. Who only knows which character follows which pays 3.000, and who only knows how frequent they are, 4.500. The network remembers more than the last character.",
  );
  expect(languageInWords({ ...language, bits: 4 })).toMatch(/knows less than pairs of characters tell\.$/);
  expect(languageInWords({ ...language, unit: "words", bits: 5 })).toMatch(
    /does not even know how frequent words are\.$/,
  );
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
  loss: 0.2,
  frequencyLoss: 0.69,
  withoutMemory: null,
  examples: [],
};

it("compares classes with the majority class", () => {
  expect(classesInWords(classes, sequences)).toBe(
    "On the 63 held-out sequences, 91.0 % are right; always saying “stay” gets 52.4 %.",
  );
  expect(classesInWords({ ...classes, at: "every", answers: 1260 }, sequences)).toMatch(
    /, 91\.0 % of the 1,260 answers are right;/,
  );
  expect(classesInWords({ ...classes, accuracy: 0.52 }, sequences)).toMatch(
    /So far, that is no better than the majority class\.$/,
  );
  expect(classesInWords({ ...classes, balancedAccuracy: 0.6 }, sequences)).toMatch(
    /Rare classes are found less often: balanced accuracy is 60\.0 %\.$/,
  );
});

it("says what is in a cell", () => {
  const cell = (truth: number, predicted: number, listed: number, at: "last" | "every" = "last") =>
    cellInWords({ ...classes, at }, { truth, predicted }, sequences, listed);
  expect(cell(0, 1, 3)).toBe("3 sequences of “stay” are called “move”.");
  expect(cell(1, 0, 1)).toBe("1 sequence of “move” is called “stay”.");
  expect(cell(0, 0, 20)).toBe("30 sequences of “stay” are recognised. The first 20:");
  expect(cell(1, 1, 12, "every")).toBe("29 answers of “move” are recognised, in these 12 sequences:");
  expect(cell(1, 0, 1, "every")).toBe("1 answer of “move” is called “stay”, in this sequence:");
  // There may be more of them than are listed.
  expect(cell(1, 1, examplesPerCell, "every")).toBe(
    `29 answers of “move” are recognised. The first ${examplesPerCell} sequences with one:`,
  );
});

const errors = { mae: 1, rmse: 2, bias: 0.1 };
const numbers: NumbersEvaluation = {
  kind: "numbers",
  evaluated: 500,
  heldOut: 500,
  outputs: [{ name: "the sum", unit: "kg", ...errors, r2: 0.9, mean: { ...errors, rmse: 4 } }],
  squaredError: 0.01,
  meanSquaredError: 0.2,
  withoutMemory: 0.17,
};

it("compares numbers with the mean, and with what is possible without memory", () => {
  const things = { one: "example", many: "examples" };
  expect(numbersInWords(numbers, things)).toBe(
    "On the 500 held-out examples, the sum is off by 2.000 kg (root mean squared error); always saying the mean is off by 4.000 kg. Without memory nothing as good is possible: the network remembers.",
  );
  expect(numbersInWords({ ...numbers, squaredError: 0.18 }, things)).toMatch(/4\.000 kg\.$/);
  expect(numbersInWords({ ...numbers, squaredError: 0.2 }, things)).toMatch(/no better than the mean\.$/);
  const two = { ...numbers, outputs: [...numbers.outputs, ...numbers.outputs] };
  expect(numbersInWords(two, things)).toMatch(
    /scaled numbers is 0\.010; always saying their means gets 0\.200\./,
  );
});

const row: ForecastRow = {
  column: 0,
  ahead: null,
  network: { ...errors, rmse: 2.2, mase: 0.8, r2: 0.5 },
  naive: { ...errors, rmse: 2.5, mase: 1, r2: 0.4 },
  seasonal: null,
  improvement: 0.12,
  lagging: false,
};
const forecast: ForecastEvaluation = {
  kind: "forecast",
  evaluated: 730,
  heldOut: 730,
  columns: [{ name: "Temp", unit: "°C" }],
  horizon: 1,
  period: null,
  rows: [row],
  chart: { after: [], truth: new Float32Array(), forecast: new Float32Array(), last: new Float32Array() },
};

it("compares forecasts with the last value, and calls lagging what lags", () => {
  const things = { one: "forecast", many: "forecasts" };
  expect(forecastInWords(forecast, row, things)).toBe(
    "On the 730 held-out forecasts, Temp one row ahead is off by 2.200 °C (root mean squared error); repeating the last value is off by 2.500 °C: 12.0 % better.",
  );
  expect(forecastInWords(forecast, { ...row, improvement: -0.2 }, things)).toMatch(/: 20\.0 % worse\.$/);
  expect(forecastInWords(forecast, { ...row, improvement: 0, lagging: true }, things)).toMatch(
    /: the same\. It only lags: /,
  );
  const seasonal = { ...row.naive, rmse: 2.1 };
  expect(forecastInWords(forecast, { ...row, seasonal }, things)).toMatch(
    /12\.0 % better\. Repeating the last season is off by 2\.100 °C only, and that needs no network\.$/,
  );
  expect(forecastInWords(forecast, { ...row, seasonal: row.naive }, things)).toMatch(/12\.0 % better\.$/);
  const far = { ...forecast, horizon: 12, columns: [{ name: "Temp", unit: null }] };
  expect(forecastInWords(far, { ...row, improvement: null }, things)).toMatch(
    /Temp 1 to 12 rows ahead is off by 2\.200 .* off by 2\.500\.$/,
  );
  expect(forecastInWords(far, { ...row, ahead: 7 }, things)).toMatch(/Temp 7 rows ahead is/);
  expect(improvementInWords(-0.0001)).toBe("the same");
  expect(biasInWords({ ...errors, bias: -0.168 }, "°C")).toBe("On average it says 0.168 °C too little.");
  expect(biasInWords({ ...errors, bias: 0.2 }, null)).toBe("On average it says 0.200 too much.");
  expect(biasInWords({ ...errors, bias: 0.01 }, null)).toMatch(/neither/);
});
