/** Who has won, whether that is clear, and what each value has come to. */
import type { Evaluation } from "../../../data/evaluation/evaluationTypes";
import type { MeasuredBy } from "../../../session/measuredAlike";
import {
  heldOutMeasure,
  type RaceOutcome,
  standingsOf,
  type Verdict,
  verdictOf,
} from "../../../session/raceVerdict";
import type { RaceState } from "../../../store/state";
import type { AllWords } from "../../../words/catalogue";
import { absent } from "../../../words/formats";
import table from "../../styles/table.module.css";
import text from "../../styles/text.module.css";
import { useAllWords, useSay } from "../../words/useWords";
import { shortResult } from "../shortResult";
import styles from "./Race.module.css";
import { isInNats, variantNames } from "./raceChoices";

/** The last part of a text validates; examples have a test set beside that. */
type HeldOutPart = "test" | "validation";

const outcomesOf = ({ members }: RaceState): readonly RaceOutcome[] =>
  members.map(({ entry, loss, why, run }) => ({
    variant: entry.variant,
    seed: entry.settings.seed,
    // What is spoiled is no result.
    loss: typeof why === "object" && why?.key === "engine.nonFinite" ? null : loss,
    evaluation: run.evaluated?.evaluation ?? null,
  }));

interface RaceResultProps {
  readonly race: RaceState;
  /** By what the losses of its runs are not measured alike. */
  readonly unlike: MeasuredBy | null;
}

export function RaceResult({ race, unlike }: RaceResultProps) {
  const words = useAllWords();
  const say = useSay();
  const outcomes = outcomesOf(race);
  const names = variantNames(race.request).map(say);
  const verdict = verdictOf(outcomes, unlike === null);
  const part = race.of.data?.kind === "text" ? "validation" : "test";
  return (
    <section className={styles.race} aria-label={words.race.result} role="status">
      <h3 className={text.heading}>{words.race.result}</h3>
      {verdictSentences(words, verdict, names, part, unlike).map((sentence) => (
        <p key={sentence} className={styles.verdict}>
          {sentence}
        </p>
      ))}
      {race.guess !== null && (
        <p className={styles.verdict}>{guessSentence(words, verdict, race.guess, names)}</p>
      )}
      <ResultTable outcomes={outcomes} names={names} part={part} nats={isInNats(race.of.data)} />
    </section>
  );
}

/**
 * @param names of the values
 * @param part what is held out
 * @param unlike by what losses are not measured alike
 */
export function verdictSentences(
  { race, compare }: AllWords,
  verdict: Verdict,
  names: readonly string[],
  part: HeldOutPart,
  unlike: MeasuredBy | null,
): readonly string[] {
  if (verdict.kind === "nobody") return [race.nobody];
  if (verdict.kind === "spread") {
    const { mean, deviation, seeds } = verdict.standing;
    return [race.spread({ mean, deviation: deviation ?? 0, seeds })];
  }
  const { winner, runnerUp, by, isClear, isReversed, difference } = verdict;
  const name = names[winner.variant];
  const { mean: loss, seeds } = winner;
  const won = by === "seeds" ? race.wonMean({ name, loss, seeds }) : race.won({ name, loss });
  if (!runnerUp) return [won];
  if (unlike) return [won, race.undecided, compare.unlikeMeasured({ by: unlike })];
  const pair = { name, other: names[runnerUp.variant], part };
  if (by === "seeds")
    return [
      won,
      isClear && difference ? race.clearSeeds({ ...pair, ...difference }) : race.notClearSeeds(pair),
    ];
  if (isReversed) return [won, race.reversed(pair)];
  return [won, isClear ? race.clearHeldOut(pair) : race.notClearHeldOut(pair)];
}

export function guessSentence(
  { race }: AllWords,
  verdict: Verdict,
  guess: number,
  names: readonly string[],
): string {
  const name = names[guess];
  if (verdict.kind !== "won" || !verdict.isClear) return race.guessOpen({ name });
  return verdict.winner.variant === guess ? race.guessRight({ name }) : race.guessWrong({ name });
}

interface ResultTableProps {
  readonly outcomes: readonly RaceOutcome[];
  readonly names: readonly string[];
  readonly part: HeldOutPart;
  readonly nats: boolean;
}

function ResultTable({ outcomes, names, part, nats }: ResultTableProps) {
  const words = useAllWords();
  const { race, formats } = words;
  const say = useSay();
  const rows = standingsOf(outcomes).map(({ variant, mean, deviation }) => {
    const evaluations = outcomes.flatMap((one) =>
      one.variant === variant && one.evaluation ? [one.evaluation] : [],
    );
    return {
      variant,
      loss: deviation === null ? formats.decimal(mean) : race.meanLoss({ mean, deviation }),
      heldOut: evaluations.map((evaluation) =>
        heldOutInWords(words, say(shortResult(evaluation)), evaluation),
      ),
    };
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className={table.scroll} tabIndex={0} aria-label={race.lossAtEnd({ nats })}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{race.variant}</th>
            <th scope="col">{race.lossAtEnd({ nats })}</th>
            <th scope="col">{race.heldOut({ part })}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ variant, loss, heldOut }) => (
            <tr key={variant}>
              <th scope="row">{names[variant]}</th>
              <td>{loss}</td>
              <td className={styles.heldOut}>
                {heldOut.length === 0 ? absent : heldOut.map((one) => <div key={one}>{one}</div>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** With its interval, where there is enough to judge by. */
function heldOutInWords({ race }: AllWords, result: string, evaluation: Evaluation): string {
  const { interval, isShare } = heldOutMeasure(evaluation);
  if (!interval) return result;
  return isShare ? race.shareWithin({ result, ...interval }) : race.resultWithin({ result, ...interval });
}
