/** How good a network is, in a few words. */
import type { Evaluation } from "../../data/evaluation/evaluationTypes";
import { comparedWithStrongest } from "../../data/evaluation/forecastComparison";
import { type Message, message } from "../../words/message";

export function shortResult(evaluation: Evaluation): Message {
  switch (evaluation.kind) {
    case "language":
      return message("kept.bits", { bits: evaluation.bits, unit: evaluation.unit });
    case "classes":
      return message("kept.accuracy", { accuracy: evaluation.accuracy });
    case "numbers":
      return message("kept.squaredError", { error: evaluation.squaredError });
    case "forecast": {
      const row = evaluation.rows[0] ?? { improvement: null, interval: null };
      const compared = comparedWithStrongest(evaluation, row);
      return message("kept.improvement", { improvement: row.improvement, compared });
    }
  }
}
