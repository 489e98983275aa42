import { timeUnits } from "../../src/data/table/spacing";
import type { EvenSteps, TableQuestion } from "../../src/data/table/tableTypes";
import { Refusal } from "./refusal";

const ways = ["mean", "sum", "last"] as const;

/**
 * “day,sum” or “15 minute,mean”: of the time and the series that are proposed.
 *
 * @throws `Refusal` where that is no spacing, or the table has no time
 */
export function evenEvery(question: TableQuestion | undefined, every: string): EvenSteps {
  const [length, taken] = every.split(",").map((part) => part.trim());
  const match = /^(?:(\d+)\s+)?([a-z]+?)s?$/.exec(length);
  const unit = timeUnits.find((one) => one === match?.[2]);
  const how = ways.find((one) => one === (taken ?? "mean"));
  const count = Number(match?.[1] ?? 1);
  if (!unit || !how || count < 1)
    throw new Refusal(`--every: “${every}” is no spacing. Give one as “day,sum” or “15 minute,mean”.`);
  if (!question || !("time" in question) || question.time.length === 0)
    throw new Refusal("--every: no time was found in the table.");
  const { time, id, idWith } = question;
  return { time, id, ...(idWith && { idWith }), spacing: { unit, count }, how };
}
