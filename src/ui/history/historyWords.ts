/** The runs from before, and when something happened, in words. */
import { formatCount } from "../../data/phrases";
import { changedSettings, type RunSettings } from "../../session/settings";
import { nameInWords, valueInWords } from "../../session/settingWords";
import type { PastRun } from "../../store/state";
import { formatDecimal } from "../format";

/** "Step 2,784, loss 1.234". */
export function pastInWords({ step, latest }: Pick<PastRun, "step" | "latest">): string {
  const at = `Step ${formatCount(step)}`;
  return latest ? `${at}, loss ${formatDecimal(latest.loss)}` : at;
}

/** What is other than now: its data, and settings. */
export function differenceInWords(
  { of, inUse }: Pick<PastRun, "of" | "inUse">,
  now: { readonly source: unknown; readonly settings: RunSettings },
): string {
  const settings = changedSettings(now.settings, inUse).map(
    (name) => `${nameInWords(name)} ${valueInWords(name, inUse[name])}`,
  );
  const data = of.source !== now.source && of.data ? [of.data.name] : [];
  return [...data, ...settings].join(", ") || "The same data and settings";
}

const clock = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const dayAndClock = new Intl.DateTimeFormat("en", {
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "14:03:27"; of another day "Mon 23:10". */
export const timeInWords = (timeMs: number, nowMs: number): string =>
  new Date(timeMs).toDateString() === new Date(nowMs).toDateString()
    ? clock.format(timeMs)
    : dayAndClock.format(timeMs);
