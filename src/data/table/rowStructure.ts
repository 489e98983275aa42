/** What a long table is made of: which column tells its series apart, and which is the time within each of them. */
import type { Pieces } from "../inTurns";
import {
  determines,
  jointColumn,
  numericColumn,
  type RowChoice,
  type WordColumn,
  wordColumn,
} from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { isSeriesName, isStepName, isWords } from "./namesOfRoles";
import { roughness } from "./roughness";
import { isDated, rowTimes, timeChoices } from "./rowTimes";
import { type Grouping, groupRows, readingOf, type SeriesReading } from "./seriesReading";
import { structureRows } from "./structureRows";
import type { ColumnPreview } from "./tableTypes";
import { calendarPartOf } from "./timeParts";
import { turnStructure } from "./turnStructure";

/** Rows with the same id are the steps of one series, in the order of their time. */
export interface RowStructure {
  readonly id: number;
  /** Columns that tell series apart only together with it. */
  readonly idWith?: readonly number[];
  readonly time: readonly number[];
  /** False: the same rows could as well be one series. */
  readonly isCertain: boolean;
  /** Whether one series is less likely than several. */
  readonly isLikely: boolean;
  /** Columns that say the same as the id, a number beside a name for example. */
  readonly aliases: readonly number[];
}

/** Columns that are tried together. */
const mostJoined = 6;
/** Only where so many rows have the time of another one. */
const leastShared = 0.1;
const mostTogether = 3;
/** Of the rows of a series. */
const mostRepeated = 0.02;
const mostIds = 12;
const mostTimes = 6;
const mostMeasured = 6;
/** Of fewer series, numbers that always rise within each may do so by chance. */
const fewestUneven = 4;
/** Where nothing says when. */
const fewestStretches = 8;
const mostInStretches = 50_000;
/** Parts of a day, counted: more often the rows of one series than a series each. */
const slotsOfDay = [24, 48, 96, 144, 288, 1440];

/**
 * A column of words or whole numbers is an id where it makes the times of the rows different: each of its values has the times in
 * order, and other values have the same ones again, or begin anew. Null where the rows are one series, or nothing tells.
 */
export function* rowStructure(described: DescribedTable): Pieces<RowStructure | null> {
  const { columns } = described.preview;
  const likely = columns
    .flatMap((_, c) => (canBeId(described, c) ? [c] : []))
    .sort((a, b) => plausibility(columns[b]) - plausibility(columns[a]) || a - b)
    .slice(0, mostIds);
  const rows = structureRows(described, likely);
  yield;
  const times = yield* timesOf(described, rows);
  if (likely.length === 0) return null;
  if (times.length === 0)
    return (yield* stretchStructure(described, likely)) ?? (yield* inTurns(described, likely, []));
  const words = new Map<number, WordColumn>();
  const groups = new Map<number, Grouping>();
  for (const column of likely) {
    const of = wordColumn(described, column, rows);
    words.set(column, of);
    groups.set(column, groupRows(of));
    yield;
  }
  const orders = times.some(({ time, values }) => isDated(columns, time) && isOneSeries(values));
  const found: (Found & { readonly score: number })[] = [];
  for (const [id, grouping] of groups)
    for (const { time, values } of times) {
      if (time.includes(id)) continue;
      const reading = readingOf(grouping, values, rows);
      yield;
      if (isSeries(described, id, time, reading))
        found.push({ id, time, ...judged({ described, id, time, reading, groups }) });
    }
  const [likeliest] = found.sort((a, b) => b.score - a.score);
  if (!likeliest) {
    const order = times.find(({ values }) => isOneSeries(values))?.time ?? [];
    if (orders) return yield* inTurns(described, likely, order);
    const joined = yield* joinedStructure(described, { words: yield* finestFirst(words), times, rows });
    const isTimed = times.some(({ time, values }) => isDated(columns, time) || isOneSeries(values));
    return (
      joined ??
      (isTimed ? null : yield* stretchStructure(described, likely)) ??
      (yield* inTurns(described, likely, order))
    );
  }
  const best = yield* smootherOf(likeliest, found, { described, groups, times, rows });
  const aliases = columns.flatMap((_, column) =>
    column !== best.id && !best.time.includes(column) && isAlias(described, groups, best.id, column, rows)
      ? [column]
      : [],
  );
  const { id, time, isCertain, isLabelled } = best;
  // Hours that begin again every day are likelier those of one series.
  const isClock = !isDated(columns, time) && time.some((c) => calendarPartOf(columns[c].name) !== null);
  const isLikely = isLabelled || (!orders && (isClock ? isWords(columns[id]) : true));
  return { id, time, isCertain: isCertain && isLikely, isLikely, aliases };
}

function* inTurns(
  described: DescribedTable,
  likely: readonly number[],
  time: readonly number[],
): Pieces<RowStructure | null> {
  const found = yield* turnStructure(described, likely, time);
  return found && { ...found, time, isLikely: found.isCertain, aliases: [] };
}

/**
 * Where many rows have the same time and no column alone tells them apart: stores that have the same items, say. Two columns, else
 * three, that do so together, of which each is needed.
 */
function* joinedStructure(
  { preview: { columns } }: DescribedTable,
  { words, times, rows }: LookedAt,
): Pieces<RowStructure | null> {
  const shared = times.filter(({ values }) => 1 - new Set(values).size / values.length >= leastShared);
  const few = [...words].slice(0, mostJoined).sort(([a], [b]) => a - b);
  const ranks = [...words.keys()];
  const rankOf = (ids: readonly number[]) => ids.reduce((sum, column) => sum + ranks.indexOf(column), 0);
  let joined: readonly Joined[] = few.map(([column, of]) => ({ ids: [column], words: of }));
  for (let size = 2; size <= mostTogether; size++) {
    const [finer, readings]: [Joined[], ReturnType<typeof readingsOf>[]] = [[], []];
    for (const one of joined) {
      finer.push(...withOneMore(one, few));
      yield;
    }
    for (const one of finer) {
      readings.push(readingsOf(one, shared, rows));
      yield;
    }
    joined = finer;
    const [best] = readings.flat().sort((a, b) => b.score - a.score || rankOf(a.ids) - rankOf(b.ids));
    if (!best) continue;
    const [id, ...idWith] = best.ids;
    const isCertain = best.ids.every((column) => isWords(columns[column]) || isNamed(columns[column]));
    return { id, idWith, time: best.time, isCertain, isLikely: true, aliases: [] };
  }
  return null;
}

/** In their order, those last that another one determines, as a shop does its region; of two that say the same the later one. */
function* finestFirst(words: LookedAt["words"]): Pieces<LookedAt["words"]> {
  const all = [...words];
  const coarse = new Set<number>();
  for (const [place, [column, own]] of all.entries()) {
    const isOfAnother = all.some(
      ([, other], at) => at !== place && determines(other, own) && (at < place || !determines(own, other)),
    );
    if (isOfAnother) coarse.add(column);
    yield;
  }
  const isCoarse = ([column]: readonly [number, WordColumn]) => coarse.has(column);
  return new Map([...all.filter((one) => !isCoarse(one)), ...all.filter(isCoarse)]);
}

/**
 * Where nothing counts the steps: rows that stand together by a name, each name in one place, of which another column knows what kind
 * they are. Rows that were only sorted look alike, so that is asked.
 */
function* stretchStructure(
  described: DescribedTable,
  likely: readonly number[],
): Pieces<RowStructure | null> {
  const { columns, rowCount } = described.preview;
  const rows = Math.min(rowCount, mostInStretches);
  const words = new Map<number, WordColumn>();
  for (const column of likely) {
    words.set(column, wordColumn(described, column, rows));
    yield;
  }
  for (const [id, own] of words) {
    if (own.words.length < fewestStretches || !standsTogether(own.ids)) continue;
    const isLabelled = [...words].some(
      ([column, label]) =>
        column !== id &&
        (isWords(columns[column]) || columns[column].distinct <= 20) &&
        label.words.length >= 2 &&
        label.words.length < own.words.length &&
        determines(own, label),
    );
    yield;
    if (isLabelled) return { id, time: [], isCertain: false, isLikely: true, aliases: [] };
  }
  return null;
}

/** Each id in one run of rows. */
function standsTogether(ids: Int32Array): boolean {
  let next = 0;
  return ids.every((id, row) => {
    if (row > 0 && id === ids[row - 1]) return true;
    return id === next++;
  });
}

interface LookedAt {
  /** Of the columns that can be ids, the likeliest first. */
  readonly words: ReadonlyMap<number, WordColumn>;
  readonly times: readonly TimeOfRows[];
  readonly rows: RowChoice;
}

/** Columns that together say what series a row is of. */
interface Joined {
  readonly ids: readonly number[];
  readonly words: WordColumn;
}

/** Where the further column tells more apart, and what was told apart before is not all its own. */
function withOneMore(
  { ids, words }: Joined,
  all: readonly (readonly [number, WordColumn])[],
): readonly Joined[] {
  return all.flatMap(([column, other]) => {
    if (column <= ids[ids.length - 1]) return [];
    const both = jointColumn(words, other);
    const isFiner = both.words.length > Math.max(words.words.length, other.words.length);
    return isFiner ? [{ ids: [...ids, column], words: both }] : [];
  });
}

function readingsOf({ ids, words }: Joined, times: readonly TimeOfRows[], rows: RowChoice) {
  const grouping = groupRows(words);
  return times.flatMap(({ time, values }) => {
    if (time.some((column) => ids.includes(column))) return [];
    const { repeated, meanLength, regular, coverage, inStretches, inOrder, anew } = readingOf(
      grouping,
      values,
      rows,
    );
    const isRight = repeated <= mostRepeated && meanLength >= 2.5 && regular >= 0.6;
    const fits = coverage >= 0.3 || (inStretches && inOrder >= 0.95 && anew >= 0.9);
    return isRight && fits ? [{ ids, time, score: coverage + regular }] : [];
  });
}

const isNamed = ({ name }: ColumnPreview) => isSeriesName(name);

/** Words or whole numbers that repeat, and say no place in the calendar. */
function canBeId({ preview: { columns, rows, rowCount } }: DescribedTable, c: number): boolean {
  const column = columns[c];
  const { type, name, distinct, distinctAtLeast } = column;
  if (type.kind === "date" || distinctAtLeast || distinct < 2 || distinct > rowCount / 2) return false;
  if (name.trim().length > 1 && calendarPartOf(name) !== null) return false;
  return type.kind !== "number" || rows.every((row) => /^\s*-?\d*\s*$/.test(row[c]));
}

/** What is likelier an id is looked at first, where there are many. */
const plausibility = (column: ColumnPreview) =>
  (isNamed(column) ? 2 : 0) + (column.type.kind === "id" ? 2 : isWords(column) ? 1 : 0);

interface TimeOfRows {
  readonly time: readonly number[];
  readonly values: Float64Array;
}

/** Dates, and numbers of which the first rows look like a count. */
function* timesOf(described: DescribedTable, rows: RowChoice): Pieces<readonly TimeOfRows[]> {
  const { columns } = described.preview;
  const counters = columns.flatMap((column, c) =>
    column.type.kind === "number" && column.distinct >= 2 && looksCounted(described, c) ? [[c]] : [],
  );
  const named = ([column]: readonly number[]) => isStepName(columns[column].name);
  const likely = [
    ...timeChoices(columns),
    ...counters.filter(named),
    ...counters.filter((time) => !named(time)),
  ];
  const found: TimeOfRows[] = [];
  for (const time of likely.slice(0, mostTimes)) {
    found.push({ time, values: rowTimes(described, time, rows) });
    yield;
  }
  return found;
}

function looksCounted({ preview: { columns, rows } }: DescribedTable, c: number): boolean {
  if (isStepName(columns[c].name)) return true;
  const values = rows.map((row) => Number.parseFloat(row[c].replace(",", ".")));
  const steps = values.slice(1).map((value, i) => Number((value - values[i]).toPrecision(6)));
  const counts = new Map<number, number>();
  for (const step of steps) if (step !== 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!commonest) return true;
  // Elapsed time, at no even pace.
  const up = steps.filter((step) => step > 0).length;
  if (up >= 0.7 * steps.length) return true;
  const sameWay = steps.filter((step) => Math.sign(step) === Math.sign(commonest[0])).length;
  return commonest[1] >= 0.8 * sameWay && commonest[1] + (steps.length - sameWay) >= 0.3 * steps.length;
}

/** Times that go on from the first row to the last, or back, need nothing that tells rows apart. */
function isOneSeries(times: Float64Array): boolean {
  const isUp = times[1] > times[0];
  for (let row = 1; row < times.length; row++)
    if (isUp ? !(times[row] > times[row - 1]) : !(times[row] < times[row - 1])) return false;
  return times.length > 1;
}

function isSeries(
  { preview: { columns } }: DescribedTable,
  id: number,
  time: readonly number[],
  reading: SeriesReading,
): boolean {
  const { count, repeated, meanLength, inOrder, regular, inStretches, anew, shared, coverage } = reading;
  if (repeated > mostRepeated || meanLength < 2.5) return false;
  const counts =
    regular >= 0.9 ||
    (isStepName(columns[time[0]].name) && inOrder >= 0.98) ||
    (inStretches && inOrder === 1 && anew === 1 && count >= fewestUneven);
  if (columns[time[0]].type.kind !== "date" && !counts) return false;
  if (inStretches && inOrder >= 0.95 && anew >= 0.5) return true;
  return shared >= 0.3 && coverage >= (isWords(columns[id]) || isNamed(columns[id]) ? 0.3 : 0.8);
}

interface Found {
  readonly id: number;
  readonly time: readonly number[];
  readonly isLabelled: boolean;
  readonly isCertain: boolean;
}

/**
 * Of two columns that both count, sorted by one and then by the other, each could be the id and the time: right is what goes on
 * smoothly.
 */
function* smootherOf<F extends Found>(
  best: F,
  found: readonly F[],
  of: {
    readonly described: DescribedTable;
    readonly groups: ReadonlyMap<number, Grouping>;
    readonly times: readonly TimeOfRows[];
    readonly rows: RowChoice;
  },
): Pieces<F> {
  const swapped = found.find(({ id, time }) => id === best.time[0] && time[0] === best.id);
  if (!swapped || best.isLabelled || best.isCertain) return best;
  const { columns } = of.described.preview;
  const measured = columns
    .flatMap(({ type }, c) => (type.kind === "number" && c !== best.id && c !== swapped.id ? [c] : []))
    .slice(0, mostMeasured);
  function* least({ id, time }: F): Pieces<number> {
    const grouping = of.groups.get(id);
    const at = of.times.find((one) => one.time[0] === time[0]);
    let found = Number.POSITIVE_INFINITY;
    if (!grouping || !at) return found;
    for (const c of measured) {
      found = Math.min(found, roughness(grouping, at.values, numericColumn(of.described, c, of.rows).values));
      yield;
    }
    return found;
  }
  return (yield* least(swapped)) < 0.8 * (yield* least(best)) ? swapped : best;
}

interface Case {
  readonly described: DescribedTable;
  readonly id: number;
  readonly time: readonly number[];
  readonly reading: SeriesReading;
  readonly groups: ReadonlyMap<number, Grouping>;
}

/** How much speaks for it, and whether that is enough not to ask. */
function judged({ described, id, time, reading, groups }: Case) {
  const { columns } = described.preview;
  const grouping = groups.get(id);
  const isLabelled =
    grouping !== undefined &&
    [...groups].some(
      ([other, labels]) =>
        other !== id &&
        !time.includes(other) &&
        labels.count < grouping.count &&
        (isWords(columns[other]) || columns[other].distinct <= 20) &&
        isConstantIn(grouping, labels),
    );
  const words = isWords(columns[id]);
  const named = isNamed(columns[id]);
  const stepNamed = isStepName(columns[time[0]].name);
  const score =
    (isLabelled ? 3 : 0) +
    (words ? 2 : 0) +
    (named ? 1.5 : 0) +
    (isStepName(columns[id].name) ? -2 : 0) +
    (reading.inStretches ? 1 : 0) +
    reading.coverage +
    reading.regular +
    (isDated(columns, time) ? 0.6 : 0) +
    (stepNamed ? 0.5 : 0) -
    0.02 * Math.log(reading.count);
  const isDatedApart =
    isDated(columns, time) &&
    !slotsOfDay.includes(reading.count) &&
    (reading.coverage >= 0.8 || (reading.inStretches && reading.anew >= 0.9));
  const tells = words || named || isLabelled || isDatedApart || (stepNamed && reading.inStretches);
  return { score, isLabelled, isCertain: tells && (isLabelled || reading.regular >= 0.6) };
}

/** Whether rows of one group have one label, and groups of more than one row are not told apart by it. */
function isConstantIn({ starts, rows }: Grouping, labels: Grouping): boolean {
  for (let group = 0; group + 1 < starts.length; group++)
    for (let i = starts[group] + 1; i < starts[group + 1]; i++)
      if (labels.groupOf[rows[i]] !== labels.groupOf[rows[starts[group]]]) return false;
  return true;
}

function isAlias(
  described: DescribedTable,
  groups: ReadonlyMap<number, Grouping>,
  id: number,
  column: number,
  rows: RowChoice,
): boolean {
  const { columns } = described.preview;
  const grouping = groups.get(id);
  if (!grouping || columns[column].distinct !== columns[id].distinct || columns[column].type.kind === "date")
    return false;
  const other = groups.get(column) ?? groupRows(wordColumn(described, column, rows));
  return other.count === grouping.count && isConstantIn(grouping, other);
}
