/** What things are called in a file of answers, in the page's language. */
import type { AnswerWords } from "../../data/takeAlong/answerTable";
import type { ExamplesSummary } from "../../session/protocol";
import type { AllWords } from "../../words/catalogue";
import type { Said, Say } from "../../words/message";

export function answerWords(
  { takeAlong: words }: AllWords,
  say: Say,
  { answer }: ExamplesSummary,
): AnswerWords {
  const labels = answer.kind === "class" ? answer.labels.map(say) : [];
  const numbers =
    answer.kind === "numbers" ? (answer.forecast?.columns ?? answer.outputs.map(({ name }) => name)) : [];
  const ofEach = (heading: (values: { readonly column: string }) => string) =>
    numbers.map((name: Said) => heading({ column: say(name) }));
  // Plain text alone goes to the worker.
  const { name, step, series, after, row, ahead, part, heldOut, future } = words;
  const { trueClass, predictedClass, isRight } = words;
  return {
    name,
    step,
    series,
    after,
    row,
    ahead,
    part,
    heldOut,
    future,
    trueClass,
    predictedClass,
    isRight,
    labels,
    probabilities: labels.map((label) => words.probability({ label })),
    truths: ofEach(words.truth),
    predictions: ofEach(words.prediction),
    residuals: ofEach(words.residual),
    lows: ofEach(words.low),
    highs: ofEach(words.high),
  };
}
