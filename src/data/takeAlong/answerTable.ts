/**
 * The answers of a network, one a row, as people know them: to be written into a file. What is called anything by the page's language
 * comes from the page, as plain text.
 */
import type { CsvCell } from "../csv/csvWriter";
import { indexOfLargest } from "../evaluation/indexOfLargest";
import type { ExampleAnswer, Examples, SeriesData } from "../examples";
import { fewestDigits } from "../fewestDigits";
import { type GivenName, nameGiven } from "../givenName";
import { rowNameAt } from "../rowNames";
import { partAt } from "../seriesParts";
import { nameCell } from "./nameCell";

/** Of classes the labels, of numbers the outputs or columns: one entry each. */
export interface AnswerWords {
  readonly name: string;
  readonly step: string;
  readonly series: string;
  readonly after: string;
  readonly row: string;
  readonly ahead: string;
  readonly part: string;
  readonly heldOut: string;
  readonly future: string;
  readonly trueClass: string;
  readonly predictedClass: string;
  readonly isRight: string;
  readonly labels: readonly string[];
  readonly probabilities: readonly string[];
  readonly truths: readonly string[];
  readonly predictions: readonly string[];
  readonly residuals: readonly string[];
  readonly lows: readonly string[];
  readonly highs: readonly string[];
}

export interface AnswerTable {
  readonly headings: readonly string[];
  /** Of an example, from its outputs: [O], or [T, O]; of classes they are probabilities. */
  rowsOf(index: number, outputs: Float32Array): readonly (readonly CsvCell[])[];
}

export function answerTable(examples: Examples, series: SeriesData | null, words: AnswerWords): AnswerTable {
  const { answer } = examples;
  if (answer.kind === "class") return classTable(examples, answer, words);
  return series ? forecastTable(examples, series, words) : numberTable(examples, answer, words);
}

const cellOf = (name: GivenName, number: number): CsvCell => nameCell(nameGiven(name), number);

type ClassAnswer = Extract<ExampleAnswer, { kind: "class" }>;
type NumbersAnswer = Extract<ExampleAnswer, { kind: "numbers" }>;

const ownName = ({ nameOf, train }: Examples, index: number): CsvCell =>
  nameCell(nameOf(index), index - train + 1);

const yes = 1;
const no = 0;

function classTable(examples: Examples, { at, labels }: ClassAnswer, words: AnswerWords): AnswerTable {
  const C = labels.length;
  const steps = at === "every" ? [words.step] : [];
  return {
    headings: [
      words.name,
      ...steps,
      words.trueClass,
      words.predictedClass,
      words.isRight,
      ...words.probabilities,
    ],
    rowsOf: (index, outputs) => {
      const name = ownName(examples, index);
      return Array.from(examples.example(index).answer, (truth, t) => {
        const probabilities = outputs.subarray(t * C, (t + 1) * C);
        const predicted = indexOfLargest(probabilities);
        return [
          name,
          ...(at === "every" ? [t + 1] : []),
          words.labels[truth] ?? null,
          words.labels[predicted],
          truth < 0 ? null : predicted === truth ? yes : no,
          ...probabilities,
        ];
      });
    },
  };
}

function numberTable(examples: Examples, { at, outputs }: NumbersAnswer, words: AnswerWords): AnswerTable {
  const O = outputs.length;
  return {
    headings: [
      words.name,
      ...(at === "every" ? [words.step] : []),
      ...outputs.flatMap((_, o) => [words.truths[o], words.predictions[o], words.residuals[o]]),
    ],
    rowsOf: (index, said) => {
      const name = ownName(examples, index);
      const { answer } = examples.example(index);
      const own = examples.quantitiesOf?.(index).outputs ?? [];
      const quantities = own.length > 0 ? own : outputs;
      return Array.from({ length: answer.length / O }, (_, t) => [
        name,
        ...(at === "every" ? [t + 1] : []),
        ...quantities.flatMap((quantity, o) => {
          const truth = fewestDigits(answer[t * O + o], quantity);
          const predicted = said[t * O + o] * quantity.scale + quantity.shift;
          return [truth, predicted, truth - predicted];
        }),
      ]);
    },
  };
}

function forecastTable(examples: Examples, data: SeriesData, words: AnswerWords): AnswerTable {
  const { horizon, columns } = data.answer.forecast;
  const { times, known, parts } = data;
  const K = columns.length;
  return {
    headings: forecastHeadings(data, words),
    rowsOf: (index, said) => {
      const values = examples.valuesOf?.(index);
      const last = examples.rowOf?.(index);
      if (!values || last === undefined) return [];
      return Array.from({ length: horizon }, (_, h) => {
        const row = last + 1 + h;
        const cells = columns.flatMap((_, k) => {
          const output = h * K + k;
          const predicted = values.forecast(examples.longest - 1, output, said[output]);
          const isKnown = !known || known[row * K + k] === 1;
          const truth = isKnown ? data.targets[row * K + k] : Number.NaN;
          return [truth, predicted, truth - predicted, null, null];
        });
        const place = [
          cellOf(rowNameAt(times, last), last + 1),
          cellOf(rowNameAt(times, row), row + 1),
          h + 1,
          words.heldOut,
        ];
        return [
          ...(parts ? [cellOf(parts[partAt(parts, last)].name, partAt(parts, last) + 1)] : []),
          ...place,
          ...cells,
        ];
      });
    },
  };
}

const forecastHeadings = ({ answer, parts }: SeriesData, words: AnswerWords): readonly string[] => [
  ...(parts ? [words.series] : []),
  words.after,
  words.row,
  words.ahead,
  words.part,
  ...answer.forecast.columns.flatMap((_, k) => [
    words.truths[k],
    words.predictions[k],
    words.residuals[k],
    words.lows[k],
    words.highs[k],
  ]),
];
