/** Whether a network forecasts better than the strongest baseline: the one place where that is judged. */
import { isClear } from "./blockBootstrap";
import { type Coverage, type ForecastRow, fewestJudged } from "./evaluationTypes";

export type ForecastComparison = "better" | "worse" | "unclear" | "tooFew";

/** Null where the baseline makes no error. */
export function comparedWithStrongest(
  { evaluated }: Pick<Coverage, "evaluated">,
  { improvement, interval }: Pick<ForecastRow, "improvement" | "interval">,
): ForecastComparison | null {
  if (evaluated < fewestJudged) return "tooFew";
  if (improvement === null) return null;
  if (!interval || !isClear(interval)) return "unclear";
  return improvement > 0 ? "better" : "worse";
}
