import { type Message, message } from "../words/message";
import type { Example, Examples, SeriesData, SeriesPart } from "./examples";
import { nameGiven } from "./givenName";
import { failure, type Result, success } from "./result";
import { rowNameAt } from "./rowNames";
import { seriesParts } from "./seriesParts";
import { targetsOf } from "./seriesTargets";

/**
 * Windows of a series: T rows are read, and the next `horizon` rows of the targets are to be forecast. A window trains when
 * everything in it lies in the part for training, and is held out when everything that it is to forecast lies behind that part;
 * what it reads may then reach back into it, as it would for somebody who forecasts. Windows begin where there is all that what
 * they forecast is relative to. Of several series each has windows of its own, as many as its rows allow.
 *
 * @param fewestHeldOut windows that are held out, at least
 */
export function seriesExamples(data: SeriesData, T: number, fewestHeldOut = 1): Result<Examples> {
  const { input, answer, rows, times } = data;
  const { horizon, columns, transform } = answer.forecast;
  const I = input.features.length;
  const K = columns.length;
  // The first features are the targets.
  const isReadAsIs = (feature: number) =>
    feature < K && (transform?.columns[feature].form ?? "value") === "value";
  const targets = targetsOf(data);
  const size: WindowSize = { T, horizon, lead: targets.lead };
  const parts = seriesParts(data);
  const train = windowsIn(parts.map((part) => trainWindows(part, size)));
  const heldOut = windowsIn(parts.map((part) => heldOutWindows(part, size)));
  if (train.count < 1 || heldOut.count < fewestHeldOut) return failure(tooShort(data, size));
  const placeOf = (index: number) =>
    index < train.count ? train.placeOf(index) : heldOut.placeOf(index - train.count);
  const lastRead = (index: number) => placeOf(index).start + T - 1;
  const isScaledAlone = parts.some(({ quantities }) => quantities);
  return success({
    input,
    answer,
    longest: T,
    varies: false,
    train: train.count,
    heldOut: heldOut.count,
    nameOf: (index) => {
      const time = nameGiven(rowNameAt(times, lastRead(index)));
      if (!data.parts) return message("files.afterTime", { time });
      return message("files.afterTimeOf", { series: nameGiven(parts[placeOf(index).part].name), time });
    },
    rowOf: lastRead,
    ...(data.parts && {
      groupOf: (index: number) => placeOf(index).part,
      series: parts.map(({ name }, part) => ({
        name: nameGiven(name),
        train: [train.before(part), train.before(part + 1)] as const,
        heldOut: [train.count + heldOut.before(part), train.count + heldOut.before(part + 1)] as const,
      })),
    }),
    ...(isScaledAlone && {
      quantitiesOf: (index: number) =>
        parts[placeOf(index).part].quantities ?? { features: input.features, outputs: answer.outputs },
    }),
    example: (index): Example => {
      const end = placeOf(index).start + T;
      return { steps: T, input: rows.slice((end - T) * I, end * I), answer: targets.answers(end - 1) };
    },
    valuesOf: (index) => {
      const { start } = placeOf(index);
      return {
        forecast: (step, output, answered) => targets.forecast(start + step, output, answered),
        came: (step, output) => targets.came(start + step, output),
        read: (step, feature) => (isReadAsIs(feature) ? data.targets[(start + step) * K + feature] : null),
      };
    },
  });
}

/** Windows that follow each other row by row. */
interface Windows {
  /** The first row of the first one. */
  readonly first: number;
  readonly count: number;
}

interface WindowSize {
  readonly T: number;
  readonly horizon: number;
  /** Rows that lie before each. */
  readonly lead: number;
}

type Rows = Pick<SeriesPart, "start" | "end" | "trainRows">;

export function trainWindows({ start, trainRows }: Rows, { T, horizon, lead }: WindowSize): Windows {
  return { first: start + lead, count: Math.max(0, trainRows - lead - T - horizon + 1) };
}

export function heldOutWindows({ start, end, trainRows }: Rows, { T, horizon, lead }: WindowSize): Windows {
  // The first window whose forecasts begin behind the training part.
  const first = start + Math.max(lead, trainRows - T);
  return { first, count: Math.max(0, end - first - T - horizon + 1) };
}

/** Those of all parts, one after the other. */
function windowsIn(windows: readonly Windows[]) {
  const before = new Float64Array(windows.length + 1);
  for (const [part, { count }] of windows.entries()) before[part + 1] = before[part] + count;
  return {
    count: before[windows.length],
    before: (part: number) => before[part],
    placeOf: (index: number) => {
      let [low, high] = [0, windows.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (before[middle + 1] <= index) low = middle + 1;
        else high = middle;
      }
      return { part: low, start: windows[low].first + index - before[low] };
    },
  };
}

function tooShort(data: SeriesData, { T, horizon, lead }: WindowSize): Message {
  const longest = seriesParts(data).reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
  const rows = longest.end - longest.start;
  const possible = Math.min(longest.trainRows, rows - 1) - horizon - lead;
  const facts = { rows, trained: longest.trainRows, window: T, horizon };
  return possible >= 4
    ? message("files.seriesTooShortFor", { ...facts, possible })
    : message("files.seriesTooShort", facts);
}
