/** The runs from before, and when something happened, in words. */

import type { TextUnit } from "../../data/textUnit";
import type { RunRecord } from "../../kept/runRecord";
import { settingValue } from "../../session/settingMessages";
import { changedSettings, type RunSettings } from "../../session/settings";
import type { PastRun } from "../../store/state";
import type { Words } from "../../words/catalogue";
import type { Formats } from "../../words/formats";
import { message, type Said } from "../../words/message";

/** "Step 2,784, loss 1.234". */
export const pastInWords = (
  { history }: Words,
  { step, latest }: Pick<PastRun, "step" | "latest">,
): string => (latest ? history.pastWithLoss({ step, loss: latest.loss }) : history.past({ step }));

/** What data are called where other runs stand beside them: also by how a text is read, which tells their losses apart. */
export const dataLabel = ({
  name,
  unit,
}: {
  readonly name: Said;
  readonly unit?: TextUnit | undefined;
}): Said => (unit === "words" ? message("history.byWords", { name }) : name);

/** The same of data as they are kept. */
export const keptDataLabel = ({ data, dataName: name }: Pick<RunRecord, "data" | "dataName">): Said =>
  dataLabel({ name, unit: "unit" in data ? data.unit : undefined });

/** What is other than now: its data, and settings. */
export function differenceOf(
  { of, inUse }: Pick<PastRun, "of" | "inUse">,
  now: { readonly source: unknown; readonly settings: RunSettings },
): readonly Said[] {
  const settings = changedSettings(now.settings, inUse).map((name) => settingValue(name, inUse[name]));
  const data = of.source !== now.source && of.data ? [dataLabel(of.data)] : [];
  return [...data, ...settings];
}

/** "14:03:27"; of another day "Mon 23:10". */
export const timeInWords = ({ clock, dayAndClock }: Formats, timeMs: number, nowMs: number): string =>
  new Date(timeMs).toDateString() === new Date(nowMs).toDateString()
    ? clock(new Date(timeMs))
    : dayAndClock(new Date(timeMs));
