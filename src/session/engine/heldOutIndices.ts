/** Which of the examples that are held out something is measured on. */
import type { Examples } from "../../data/examples";
import { mix } from "../../mix";
import { Random } from "../../random";

/** Numbers of all answers together: 64 MB; of forecasts, of which each is compared with four others, fewer. */
const mostNumbers = 16e6;
const mostForecast = 4e6;

/**
 * All of them, or `most`, or fewer where their answers are large, and none only where there is none; in an order in which the first few are always spread
 * over all of it, the same each time.
 */
export function heldOutIndices(
  { answer, longest, heldOut, train }: Examples,
  most = Number.POSITIVE_INFINITY,
): Int32Array {
  const outputs = answer.kind === "class" ? answer.labels.length : answer.outputs.length;
  const numbers = outputs * (answer.at === "every" ? longest : 1);
  const together = answer.kind === "numbers" && answer.forecast ? mostForecast : mostNumbers;
  const count = Math.min(heldOut, most, Math.max(1, Math.floor(together / numbers)));
  return spread(heldOut, count).map((i) => train + i);
}

/** `part` of 0 to `count` − 1 in random order, always the same. */
export function spread(count: number, part: number): Int32Array {
  const random = Random.fromSeed(mix(count));
  const all = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < part; i++) {
    const j = random.integer(i, count - 1);
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all.slice(0, part);
}
