/** The one or two figures by which a network and what needs none are compared, in the units of the data. */
import type { Said } from "../../words/message";
import type { Evaluation, NumberErrors } from "./evaluationTypes";

export interface NumberScore {
  readonly name: string;
  /** The column, where more than one is answered. */
  readonly target?: Said;
  readonly rmse: number;
  readonly mae: number;
}

export interface AnswerScore {
  readonly name: string;
  /** Share of answers that are right. */
  readonly accuracy: number;
}

export type Score = NumberScore | AnswerScore;

/** @param targets all columns that are answered, of which the errors are those of one */
export function numberScore(
  name: string,
  { rmse, mae }: NumberErrors,
  targets: readonly { readonly name: Said }[],
  column: number,
): NumberScore {
  return { name, ...(targets.length > 1 && { target: targets[column].name }), rmse, mae };
}

/** Of the network: one, or one a column. Of a forecast, over its whole horizon. */
export function networkScores(evaluation: Evaluation): readonly Score[] {
  switch (evaluation.kind) {
    case "language":
    case "classes":
      return [{ name: "network", accuracy: evaluation.accuracy }];
    case "numbers":
      return evaluation.outputs.map((errors, k) => numberScore("network", errors, evaluation.outputs, k));
    case "forecast":
      return evaluation.rows
        .filter(({ ahead }) => ahead === null)
        .map(({ network, column }) => numberScore("network", network, evaluation.columns, column));
  }
}
