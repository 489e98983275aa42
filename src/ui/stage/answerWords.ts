/** What the network answers at the step on show, in a sentence. */
import type { AnswerShape } from "./answerShape";
import { formatPercent, missing } from "./format";
import { quantityText } from "./quantityText";
import type { StageView } from "./stageView";
import { quoted, symbolGlyph } from "./symbols";

/** Beside the row of answers. */
export function answerTitle(shape: AnswerShape): string {
  if (shape.kind === "class") return shape.next ? "expects" : "answers";
  return shape.forecast ? "forecasts" : "answers";
}

/** Of the panel beside the cell. */
export function answerPanelTitle(shape: AnswerShape | null): string {
  if (!shape || (shape.kind === "class" && shape.next)) return "Next symbol";
  if (shape.kind === "class") return "Class";
  return shape.forecast ? "Forecast" : "Answer";
}

/** What was said at all steps, or what is said at the one on show where there is but one answer. */
export function answerText(view: StageView): string {
  const { answer, steps, time } = view;
  if (!answer) return "";
  if (answer.kind === "numbers") return numbersText(view);
  if (answer.at === "every") return scoreText(view);
  const says = verdictText(view);
  return time === steps - 1 ? `answers ${says}` : `would answer ${says}, if it ended here`;
}

function scoreText({ answer, predictions }: StageView): string {
  const known = predictions.filter(({ right }) => right !== null);
  const what = answer?.kind === "class" && answer.next ? "expects" : "answers";
  return `${what}: ${known.filter(({ right }) => right).length}/${known.length} right`;
}

/** "circle (97 %), right" */
function verdictText({ predictions, time }: StageView): string {
  const prediction = predictions[time];
  if (!prediction) return missing;
  const { symbol, probability, right } = prediction;
  const verdict = right === null ? "" : right ? ", right" : ", wrong";
  return `${symbolGlyph(symbol)} (${Math.round(probability * 100)} %)${verdict}`;
}

/** Of the first output: of a forecast the next row. */
function numbersText({ answer, snapshot, came, steps, time }: StageView): string {
  if (answer?.kind !== "numbers" || snapshot?.answer.kind !== "numbers") return missing;
  const O = answer.outputs.length;
  const [first] = answer.outputs;
  const value = quantityText(first, snapshot.answer.values[time * O]);
  const truth = came?.[time * O] ?? Number.NaN;
  const known = Number.isNaN(truth) ? "" : quantityText(first, truth);
  if (answer.forecast) return `next ${value}${known && `, came ${known}`}`;
  const ending = answer.at === "last" && time < steps - 1 ? ", if it ended here" : "";
  return `${ending === "" ? "answers" : "would answer"} ${value}${known && `, right is ${known}`}${ending}`;
}

/** Over the list of the most probable: what is right, and how probable the network held it. */
export function actualText({ answer, next }: StageView): string {
  if (!next || answer?.kind !== "class") return missing;
  if (!next.actual) return answer.next ? "The text ends here." : "Nobody knows what is right.";
  const { symbol, probability, rank } = next.actual;
  const what = answer.next ? `Next is ${quoted(symbol)}` : `Right is ${symbolGlyph(symbol)}`;
  return `${what}: ${formatPercent(probability)}, place ${rank}`;
}
