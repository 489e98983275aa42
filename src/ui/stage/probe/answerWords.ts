/** What the network answers at the step on show, in a sentence. */
import type { AllWords, Words } from "../../../words/catalogue";
import { say } from "../../../words/say";
import { missing } from "../format";
import type { AnswerShape } from "../lanes/answerShape";
import type { StageView } from "../stageView";
import { symbolGlyph } from "../symbols";
import { quantityText } from "./quantityText";

/** Beside the row of answers. */
export function answerTitle({ stage }: Words, shape: AnswerShape): string {
  if (shape.kind === "class") return shape.next ? stage.expects : stage.answers;
  return shape.forecast ? stage.forecasts : stage.answers;
}

/** Of the panel beside the cell. */
export function answerPanelTitle({ diagram }: AllWords, shape: AnswerShape | null): string {
  if (!shape || (shape.kind === "class" && shape.next)) return diagram.nextSymbol;
  if (shape.kind === "class") return diagram.class;
  return shape.forecast ? diagram.forecast : diagram.answer;
}

/**
 * What was said at all steps, or what is said at the one on show where there is but one answer.
 * @param titled whether it stands below `answerTitle`
 */
export function answerText(words: Words, view: StageView, titled = false): string {
  const { answer, steps, time } = view;
  if (!answer) return "";
  if (answer.kind === "numbers") return numbersText(words, view, time, titled);
  if (answer.at === "every") return scoreText(words, view, titled);
  return verdictText(words, view, time, time === steps - 1, titled);
}

/** Of what nobody knows, as the symbol after the only one, none is counted. */
function scoreText(words: Words, { answer, predictions }: StageView, titled: boolean): string {
  const { stage } = words;
  const known = predictions.filter(({ right }) => right !== null);
  const next = answer?.kind === "class" && answer.next;
  if (answer && known.length === 0) return titled ? missing : answerTitle(words, answer);
  return stage.score({ next, right: known.filter(({ right }) => right).length, known: known.length, titled });
}

function verdictText(
  words: Words,
  { predictions }: StageView,
  time: number,
  last: boolean,
  titled: boolean,
): string {
  const prediction = predictions[time];
  if (!prediction) return missing;
  const { probability, right } = prediction;
  const symbol = symbolGlyph(say(words, prediction.symbol));
  return words.stage.verdict({ last, symbol, percent: Math.round(probability * 100), right, titled });
}

/** What is answered once the whole sequence is read; "" where there are answers at every step. */
export function finalText(words: Words, view: StageView): string {
  const { answer, steps } = view;
  if (!answer || answer.at === "every") return "";
  if (answer.kind === "class") return verdictText(words, view, steps - 1, true, false);
  return numbersText(words, view, steps - 1, false);
}

/** Of the first output: of a forecast the next row. */
function numbersText(
  { stage }: Words,
  { answer, snapshot, came, steps }: StageView,
  time: number,
  titled: boolean,
): string {
  if (answer?.kind !== "numbers" || snapshot?.answer.kind !== "numbers") return missing;
  const O = answer.outputs.length;
  const [first] = answer.outputs;
  const value = quantityText(first, snapshot.answer.values[time * O]);
  const known = came?.[time * O] ?? Number.NaN;
  const truth = Number.isNaN(known) ? null : quantityText(first, known);
  if (answer.forecast) return stage.forecastMade({ value, truth, titled });
  return stage.numberAnswered({ last: answer.at !== "last" || time === steps - 1, value, truth, titled });
}

/** Over the list of the most probable: what is right, and how probable the network held it. */
export function actualText(words: AllWords, { answer, next }: StageView): string {
  const { diagram, formats } = words;
  if (!next || answer?.kind !== "class") return missing;
  if (!next.actual) return answer.next ? diagram.textEnds : diagram.unknownAnswer;
  const { symbol, rank } = next.actual;
  const probability = formats.probability(next.actual.probability);
  const glyph = symbolGlyph(say(words, symbol));
  return answer.next
    ? diagram.nextIs({ symbol: glyph, probability, rank })
    : diagram.rightIs({ label: glyph, probability, rank });
}
