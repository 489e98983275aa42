/** Which runs a race has. */
import { failure, type Result, success } from "../../data/result";
import { parameterShapes } from "../../engine/model/config";
import { elementCount } from "../../engine/plan/plan";
import { message } from "../../words/message";
import { mostRaced, type RaceEntry, type RacePlan, type RaceRequest, raceVariants } from "../raceRequest";
import { unfitProblem } from "../settingMessages";
import { changedSettings, type RunSettings } from "../settings";
import { parseSettings } from "../setup";
import type { Dataset } from "./dataset";
import { matchParameters, spreadOf } from "./matchParameters";
import { networkOf } from "./networkOf";

/** On a dataset, or why there is none. */
export function planRace(request: RaceRequest, dataset: Dataset): Result<RacePlan> {
  const variants = raceVariants(request);
  if (variants.length < 2) return failure(message("race.tooFew"));
  if (variants.length > mostRaced) return failure(message("race.tooMany", { most: mostRaced }));
  for (const { settings } of variants) {
    const parsed = parseSettings(settings);
    if (!parsed.ok) return parsed;
    const unfit = changedSettings(settings, dataset.fit(settings)).includes(request.vary);
    if (unfit) return failure(unfitProblem(request.vary, dataset.shape));
  }
  const fitted = variants.map(({ settings }) => dataset.fit(settings));
  const countOf = (settings: RunSettings) =>
    parameterShapes(networkOf(settings, dataset.question)).reduce(
      (sum, { shape }) => sum + elementCount(shape),
      0,
    );
  const chosen =
    request.match === "parameters"
      ? matchParameters(fitted, countOf(dataset.fit(request.base)), countOf)
      : fitted;
  if (chosen.some((one, i) => chosen.slice(0, i).some((other) => changedSettings(one, other).length === 0)))
    return failure(message("race.alike"));
  const entries = chosen.map(
    (settings, i): RaceEntry => ({
      variant: variants[i].variant,
      settings,
      parameterCount: countOf(settings),
    }),
  );
  return success({ entries, spread: spreadOf(entries.map(({ parameterCount }) => parameterCount)) });
}
