/** What the network answers to another file: all of it, written down, and measured where the file says what would be right. */
import type { Evaluation } from "../../../data/evaluation/evaluationTypes";
import { type ExampleData, examplesOf } from "../../../data/exampleData";
import type { Examples, SequencesData, SeriesData } from "../../../data/examples";
import { joinSecond } from "../../../data/joinSecond";
import type { Result } from "../../../data/result";
import { futureOrigins, isForeseen } from "../../../data/rollout";
import { seriesExamples } from "../../../data/seriesExamples";
import type { SecondAnswers } from "../../protocol";
import { evaluateExamples } from "../evaluate";
import { HeldOutReading } from "../heldOutReading";
import { answersFile } from "./answersFile";
import { lookOf } from "./look";

const sliceMs = 50;

export const second = lookOf<SecondAnswers>({
  // All answers are of the same weights.
  training: "waits",
  async *slices({ live, request, second, isStopped }) {
    const { run, dataset } = live;
    if (!request || !second || dataset.source.kind !== "prepared") return;
    const joined = joinSecond(dataset.source.data, second);
    const opened = examplesBehind(joined, second, run.sequenceLength);
    if (!opened.ok) {
      yield { share: 1, rows: 0, harmless: 0, file: null, evaluation: null, problem: opened.problem };
      return;
    }
    const examples = opened.value;
    const toCome = second.kind === "series" ? second : null;
    const series = joined.kind === "series" && toCome ? asWritten(joined, toCome) : null;
    let whole: SecondAnswers | null = null;
    for await (const written of answersFile(run, { examples, series, toCome }, { request, isStopped })) {
      whole = { ...written, evaluation: null, problem: null };
      // Told with what it is worth, below.
      if (!written.file) yield whole;
    }
    if (!whole?.file) return;
    const reading = new HeldOutReading(run, examples);
    while (!reading.done) {
      await reading.read(sliceMs, isStopped);
      if (isStopped()) return;
      yield { ...whole, file: null };
    }
    yield { ...whole, evaluation: evaluationOf(reading, examples, joined) };
  },
  looked: (value, running) => ({ type: "looked", look: "second", value, running }),
});

/** Of a series that is as long as what the network reads, only what comes next is forecast. */
function examplesBehind(
  joined: SequencesData | SeriesData,
  second: ExampleData,
  T: number,
): Result<Examples> {
  const isForecast = second.kind === "series" && isForeseen(second) && futureOrigins(second, T).length > 0;
  return joined.kind === "series" && isForecast ? seriesExamples(joined, T, 0) : examplesOf(joined, T);
}

/** One series alone has no name, although it stands behind another. */
function asWritten({ parts, ...joined }: SeriesData, { parts: own }: SeriesData): SeriesData {
  return own && parts ? { ...joined, parts } : joined;
}

/** Null where nobody knows what would be right. */
function evaluationOf(
  reading: HeldOutReading,
  examples: Examples,
  joined: SequencesData | SeriesData,
): Evaluation | null {
  const isClass = examples.answer.kind === "class";
  const isKnown = (answer: ArrayLike<number>) =>
    Array.from(answer).some((one) => (isClass ? one >= 0 : !Number.isNaN(one)));
  // Of a series the rows say themselves what is known.
  const answers = reading.answers().filter(({ answer }) => joined.kind === "series" || isKnown(answer));
  if (answers.length === 0) return null;
  const series = joined.kind === "series" ? joined : null;
  const evaluation = evaluateExamples({ kind: "examples", examples, series, withoutMemory: null }, answers);
  if (evaluation.kind !== "forecast" || (evaluation.series?.length ?? 0) > 1) return evaluation;
  const { series: _, ...together } = evaluation;
  return together;
}
