/** The confusion matrix, [C, C] truth by prediction, as it is looked at. */
import type { ClassEvaluation, ConfusedExample } from "../../data/evaluation/evaluationTypes";

export interface CellPlace {
  readonly truth: number;
  readonly predicted: number;
}

export interface Confusion extends CellPlace {
  readonly count: number;
  /** Of the answers whose truth this is. */
  readonly rate: number;
}

type Counted = Pick<ClassEvaluation, "counts" | "classes">;

export function confusionAt({ counts, classes }: Counted, { truth, predicted }: CellPlace): Confusion {
  const count = counts[truth * classes.length + predicted];
  const { support } = classes[truth];
  return { truth, predicted, count, rate: support === 0 ? 0 : count / support };
}

/** The most frequent mistakes, at most `most` of them. */
export function worstConfusions(counted: Counted, most: number): readonly Confusion[] {
  const C = counted.classes.length;
  const found: Confusion[] = [];
  for (let truth = 0; truth < C; truth++)
    for (let predicted = 0; predicted < C; predicted++)
      if (truth !== predicted && counted.counts[truth * C + predicted] > 0)
        found.push(confusionAt(counted, { truth, predicted }));
  return found.sort((a, b) => b.count - a.count || b.rate - a.rate).slice(0, most);
}

export function examplesOfCell(
  { examples }: Pick<ClassEvaluation, "examples">,
  { truth, predicted }: CellPlace,
): readonly ConfusedExample[] {
  return examples.filter((example) => example.truth === truth && example.predicted === predicted);
}

const arrows: ReadonlyMap<string, readonly [down: number, right: number]> = new Map([
  ["ArrowUp", [-1, 0]],
  ["ArrowDown", [1, 0]],
  ["ArrowLeft", [0, -1]],
  ["ArrowRight", [0, 1]],
]);

/** The next cell in an arrow key's direction that is not empty, or null where there is none. */
export function neighbourOf({ counts, classes }: Counted, from: CellPlace, key: string): CellPlace | null {
  const direction = arrows.get(key);
  if (!direction) return null;
  const C = classes.length;
  const [down, right] = direction;
  let { truth, predicted } = from;
  do {
    truth += down;
    predicted += right;
    if (truth < 0 || predicted < 0 || truth >= C || predicted >= C) return null;
  } while (counts[truth * C + predicted] === 0);
  return { truth, predicted };
}
