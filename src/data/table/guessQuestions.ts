/** What is likely to be asked of a table: one question of each kind that its columns allow, the likeliest first. */
import type { Pieces } from "../inTurns";
import { columnsOfId } from "./columnsOf";
import { idColumn, wordColumn } from "./columnValues";
import type { DescribedTable } from "./describeTable";
import { namesAgain, ofOneId, unfitColumns } from "./forecastColumns";
import { guessForecast } from "./guessForecast";
import { guessTime } from "./guessTime";
import { isCategory } from "./isCategory";
import { isElapsedTime } from "./isElapsedTime";
import { labelName } from "./labelName";
import { isStepName } from "./namesOfRoles";
import type { RowStructure } from "./rowStructure";
import type {
  ClassifyTextQuestion,
  ColumnPreview,
  LabelStepsQuestion,
  SeriesId,
  TableQuestion,
} from "./tableTypes";

/** So many rows are looked at. */
const mostRows = 50_000;
const mostInputs = 32;
/** Of long sequences whose every step has a label. */
const stepsWindow = 64;
const numbered = /^(.*?)(\d+)$/;

/** @param structure the series that the rows are of; null where they are one, or separate */
export function* guessQuestions(
  described: DescribedTable,
  structure: RowStructure | null,
): Pieces<readonly TableQuestion[]> {
  const { preview } = described;
  if (preview.rowCount === 0) return [];
  const roles = yield* rolesOf(described, structure);
  const changes = roles.repeats && (yield* labelChanges(described, roles));
  // Of series with dates, or with times that stood across, and a word beside their numbers it is seldom the word that is asked for.
  const { timesDown, timesJoined } = described.table.whole.format;
  const isTimed = roles.isDated || timesDown || timesJoined;
  const whole = structure && isTimed && !roles.labelIsNamed ? 1.5 : 4;
  const questions = [
    yield* estimate(described, roles),
    scored(estimateSteps(described, roles), () => 0.2),
    scored(classifyLong(roles), () => (roles.repeats && !changes ? whole : 0)),
    scored(labelSteps(described, roles), () =>
      changes ? whole : roles.labelIsNamed && !roles.wide ? 2.5 : 0,
    ),
    scored(classifyWide(roles), () => (roles.wide ? 3 : 0.5)),
    // A long text beside a label is seldom there for another reason, unless it only says what each of the dated numbers is.
    scored(classifyText(described, roles), (question) =>
      isTimed && isRemark(described, question) ? 1.5 : 3.5,
    ),
    scored(
      yield* guessForecast(
        described,
        { id: structure?.id ?? null, idWith: structure?.idWith, time: roles.time },
        roles.read,
      ),
      () => (isTimed ? 2 : 1),
    ),
  ];
  return questions
    .filter((found) => found !== null)
    .sort((a, b) => b.score - a.score)
    .map(({ question }) => question);
}

interface Scored {
  readonly question: TableQuestion;
  readonly score: number;
}

function scored<Q extends TableQuestion>(question: Q | null, score: (question: Q) => number): Scored | null {
  return question && { question, score: score(question) };
}

/** So short are remarks: of a bank on a payment, say. */
const longestRemark = 40;

/** Whether the texts are short, and something was measured beside them. */
function isRemark({ preview: { columns, rows } }: DescribedTable, { text }: ClassifyTextQuestion): boolean {
  const length = rows.reduce((sum, row) => sum + row[text].trim().length, 0) / Math.max(1, rows.length);
  const isMeasured = ({ type, distinct }: ColumnPreview) => type.kind === "number" && distinct > 20;
  return length <= longestRemark && columns.some(isMeasured);
}

/** The parts that columns can play. */
interface Roles {
  readonly columns: readonly ColumnPreview[];
  readonly label: number | null;
  readonly labelIsNamed: boolean;
  readonly id: number | null;
  readonly idWith: readonly number[] | undefined;
  /** Whether rows share ids, so that they are the steps of sequences. */
  readonly repeats: boolean;
  readonly isDated: boolean;
  /** Dates, or a number that counts steps, or nothing. */
  readonly time: readonly number[];
  /** Numbers and categories that play no other part. */
  readonly features: readonly number[];
  /** The same with the label, where only its place among the columns makes it one. */
  readonly read: readonly number[];
  readonly numbers: readonly number[];
  /** The columns of a numbered series of columns, if there are many. */
  readonly series: readonly number[];
  readonly wide: boolean;
}

function* rolesOf(described: DescribedTable, structure: RowStructure | null): Pieces<Roles> {
  const { columns, rowCount } = described.preview;
  const all = columns.map((_, c) => c);
  const first = (test: (column: ColumnPreview, c: number) => boolean) => {
    const found = columns.findIndex(test);
    return found < 0 ? null : found;
  };
  const dates = structure ? structure.time : yield* guessTime(described);
  const known = new Set(
    structure ? [...columnsOfId(structure), ...structure.time, ...structure.aliases] : [],
  );
  const ofOne = structure ? yield* ofOneId(described, structure) : [];
  const label =
    labelOf(columns, rowCount, new Set([...known, ...ofOne])) ??
    labelOf(columns, rowCount, known) ??
    (structure && (yield* labelOfSeries(described, structure, known)));
  const id = structure ? structure.id : idByName(columns, rowCount, label);
  const counter =
    // How long a lap took counts nothing, whatever it is called.
    first(({ name, type }) => type.kind === "number" && !type.signs?.durations && isStepName(name)) ??
    first((_, c) => isElapsedTime(described, c));
  const isDated = dates.some((column) => columns[column].type.kind === "date");
  const time = dates.length > 0 ? dates : counter === null ? [] : [counter];
  const unfit = structure ? yield* unfitColumns(described, structure.time, structure) : null;
  const again = structure ? yield* namesAgain(described, structure) : [];
  const taken = new Set([label, id, ...time, ...known, ...again]);
  const numbers = all.filter((c) => !taken.has(c) && columns[c].type.kind === "number");
  const series = seriesOf(columns, numbers);
  // What counts the rows of a series says when, and nothing else.
  const counts = (c: number) => ["counter", "anotherTime"].includes(unfit?.get(c) ?? "");
  // Where nothing else tells rows apart, what is called an id is one.
  const isFeature = (c: number) =>
    columns[c].type.kind === "number" ||
    // One word says nothing, as where a filter leaves no other.
    (isCategory(columns[c], rowCount) &&
      columns[c].distinct >= 2 &&
      (structure !== null || columns[c].type.kind === "category"));
  const features = all.filter((c) => !taken.has(c) && isFeature(c) && !counts(c)).slice(0, mostInputs);
  const labelIsNamed =
    label !== null && labelName.test(columns[label].name) && !(isDated && ofOne.includes(label));
  const isRead = (c: number) =>
    features.includes(c) || (c === label && !labelIsNamed && isFeature(c) && !again.includes(c));
  const repeats = id !== null && repeatsIn(columns[id], rowCount);
  return {
    columns,
    label,
    labelIsNamed,
    id,
    idWith: structure?.idWith,
    repeats,
    isDated,
    time,
    features,
    read: all.filter(isRead),
    numbers,
    series,
    wide: label !== null && !repeats && series.length >= fewestSteps && series.length >= 0.7 * numbers.length,
  };
}

const repeatsIn = ({ distinct, distinctAtLeast }: ColumnPreview, rowCount: number) =>
  distinct >= 2 && !distinctAtLeast && distinct <= rowCount / 2;

/** Where no structure tells: by the type, and by the name. */
function idByName(columns: readonly ColumnPreview[], rowCount: number, label: number | null): number | null {
  const first = (test: (column: ColumnPreview) => boolean) => {
    const found = columns.findIndex((column, c) => c !== label && test(column));
    return found < 0 ? null : found;
  };
  return (
    first((column) => column.type.kind === "id" && repeatsIn(column, rowCount)) ??
    first(
      (column) =>
        column.type.kind === "category" &&
        repeatsIn(column, rowCount) &&
        /^(seq|series|sequence|subject|session|trial|user|group|sample)/i.test(column.name),
    ) ??
    first((column) => column.type.kind === "id")
  );
}

/** Few different numbers that are the same in all rows of a series of steps, the last such column. */
function* labelOfSeries(
  described: DescribedTable,
  { id, idWith, time }: RowStructure,
  known: ReadonlySet<number>,
): Pieces<number | null> {
  const { columns } = described.preview;
  if (time.some((column) => columns[column].type.kind === "date")) return null;
  const few = ({ type, distinct }: ColumnPreview) =>
    type.kind === "number" && distinct >= 2 && distinct <= Math.min(20, columns[id].distinct / 2);
  for (let c = columns.length - 1; c >= 0; c--)
    if (!known.has(c) && few(columns[c]) && !(yield* labelChanges(described, { id, idWith, label: c })))
      return c;
  return null;
}

/** By its name; else the last category; else a first or last column of few different numbers, beside many of more. */
function labelOf(
  columns: readonly ColumnPreview[],
  rowCount: number,
  /** Columns that play another part. */
  known: ReadonlySet<number>,
): number | null {
  const most = Math.max(20, rowCount / 5);
  // An "y" beside an "x" is measured as that is: nearly every row has another.
  const isMeasured = ({ type, distinct, distinctAtLeast }: ColumnPreview) =>
    type.kind === "number" && (distinctAtLeast || distinct > most);
  const hasMany = ({ type, distinct }: ColumnPreview) => type.kind === "number" && distinct > 20;
  const canBe = (column: ColumnPreview, c: number) =>
    !known.has(c) &&
    column.type.kind !== "date" &&
    // The same everywhere, it may say that all was well with what was measured.
    column.distinct >= (columns.some(hasMany) ? 2 : 1) &&
    !isMeasured(column);
  const byName = columns.findLastIndex((column, c) => labelName.test(column.name.trim()) && canBe(column, c));
  if (byName >= 0) return byName;
  const category = columns.findLastIndex(
    ({ type, distinct, distinctAtLeast }, c) =>
      !known.has(c) && type.kind === "category" && distinct >= 2 && !distinctAtLeast && distinct <= most,
  );
  if (category >= 0) return category;
  const ofTexts = columns.some(isSentence) && !columns.some(({ type }) => type.kind === "date");
  const mark = columns.findLastIndex(
    ({ type, distinct, missing }) =>
      type.kind === "number" &&
      distinct >= 2 &&
      distinct <= Math.min(20, rowCount / 4) &&
      missing < rowCount / 2,
  );
  if (ofTexts && mark >= 0) return mark;
  if (columns.length < 9 || known.size > 0) return null;
  const few = ({ type, distinct, missing }: ColumnPreview) =>
    type.kind === "number" &&
    distinct >= 2 &&
    distinct <= Math.min(60, rowCount / 4) &&
    // Where rows are of different length, the last columns are those of the longest alone.
    missing < rowCount / 2;
  const others = columns.slice(1, -1);
  return (
    [0, columns.length - 1].find(
      (c) => few(columns[c]) && others.every((other) => other.distinct > columns[c].distinct),
    ) ?? null
  );
}

/** Texts of several words each, beside which a few numbers are marks. */
const isSentence = ({ type, distinct, examples }: ColumnPreview): boolean =>
  type.kind === "text" &&
  distinct > 20 &&
  examples.filter((example) => /\S\s+\S+\s+\S/.test(example)).length >= 2;

/** The largest family of columns whose names are a common beginning and a number; all numbers where none are named so. */
function seriesOf(columns: readonly ColumnPreview[], numbers: readonly number[]): readonly number[] {
  const families = new Map<string, number[]>();
  for (const c of numbers) {
    const match = numbered.exec(columns[c].name.trim());
    if (match) families.set(match[1], [...(families.get(match[1]) ?? []), c]);
  }
  const [largest] = [...families.values()].sort((a, b) => b.length - a.length);
  return largest ?? [];
}

function classifyLong({ id, idWith, label, time, features }: Roles): TableQuestion | null {
  if (id === null || label === null || features.length === 0) return null;
  return { kind: "classifyLong", id, ...(idWith && { idWith }), time, features, label };
}

function classifyWide({ label, series, numbers }: Roles): TableQuestion | null {
  const steps = series.length >= 2 ? series : numbers;
  return label === null || steps.length < 2 ? null : { kind: "classifyWide", steps, label };
}

/** What is called so that it is the number to be estimated: as a label is, or what is left of a life (remaining useful life). */
const isNumberAsked = (name: string): boolean =>
  labelName.test(name.trim()) || /^rul\b|_rul$/i.test(name.trim());
/** Of columns that are the steps of a sequence; those of sensors and of properties are numbered as well. */
const isStepStem = (name: string): boolean =>
  /^(t|time|step|val|value|obs|point|sample|day|week|month|year|hour|minute|second|时间|步|第)?[\s_-]*\d+$/i.test(
    name.trim(),
  );
/** Columns of steps, at least, and as many for each other number. */
const fewestSteps = 8;
const mostlySteps = 2;

/** A number for each sequence: of rows that share an id a column that is the same in all of them; of rows that are sequences one beside their steps. */
function* estimate(described: DescribedTable, roles: Roles): Pieces<Scored | null> {
  const { columns, id, idWith, repeats, time, features, series, isDated } = roles;
  // Sequences of their own, of which each has a class or a number.
  const isCertain = described.table.whole.format.form === "ts";
  const taken = [id, ...(idWith ?? []), ...time];
  const byName = (a: number, b: number) => named(b) - named(a) || b - a;
  const named = (c: number) => (isNumberAsked(columns[c].name) ? 1 : 0);
  const numbers = columns.flatMap(({ type, distinct }, c) =>
    type.kind === "number" && distinct >= 2 && !taken.includes(c) ? [c] : [],
  );
  // Few different numbers are rather classes.
  const scoreOf = (label: number, isLikely: boolean) => {
    if (!named(label)) return 0.25;
    return isCertain ? 4.5 : isLikely && label !== roles.label ? 3 : 0.25;
  };
  if (repeats && id !== null) {
    const of = columns[id];
    // Of no more different ones than there are sequences.
    const few = numbers.filter(
      (c) => !columns[c].distinctAtLeast && (idWith || columns[c].distinct <= of.distinct),
    );
    for (const label of few.toSorted(byName)) {
      const read = features.filter((c) => c !== label);
      if (read.length === 0 || (yield* labelChanges(described, { id, idWith, label }))) continue;
      const question = {
        kind: "classifyLong",
        id,
        ...(idWith && { idWith }),
        time,
        features: read,
        label,
        answer: "number",
      } as const;
      return { question, score: scoreOf(label, !isDated) };
    }
    return null;
  }
  const beside = numbers.filter((c) => !series.includes(c));
  const [label] = beside.filter((c) => named(c) || c === 0 || c === columns.length - 1).toSorted(byName);
  if (label === undefined || series.length < fewestSteps || series.length < mostlySteps * beside.length)
    return null;
  const isLikely = time.length === 0 && series.every((c) => isStepStem(columns[c].name));
  return {
    question: { kind: "classifyWide", steps: series, label, answer: "number" },
    score: scoreOf(label, isLikely),
  };
}

/** The text column whose first values are the longest. Lists of numbers are no text. */
function classifyText(
  { interpretation }: DescribedTable,
  { columns, label }: Roles,
): ClassifyTextQuestion | null {
  if (label === null) return null;
  const length = (c: number) => columns[c].examples.reduce((sum, example) => sum + example.length, 0);
  const texts = columns.flatMap(({ type, distinct }, c) =>
    type.kind === "text" &&
    distinct > 1 &&
    c !== label &&
    interpretation.unread.every(({ column }) => column !== c)
      ? [c]
      : [],
  );
  const [text] = texts.sort((a, b) => length(b) - length(a));
  return text === undefined ? null : { kind: "classifyText", text, label, unit: "words" };
}

function labelSteps(
  described: DescribedTable,
  { id, idWith, repeats, time, features, label }: Roles,
): LabelStepsQuestion | null {
  if (label === null || features.length === 0) return null;
  const window = Math.max(2, Math.min(stepsWindow, Math.floor(described.preview.rowCount / 10)));
  return {
    kind: "labelSteps",
    ...(repeats ? { id, ...(idWith && { idWith }) } : { id: null }),
    time,
    features,
    label,
    window,
  };
}

/** A number for each row, from other numbers: it is seldom that which is asked for. */
function estimateSteps(described: DescribedTable, roles: Roles): TableQuestion | null {
  const { columns, features } = roles;
  const numbers = features.filter((c) => columns[c].type.kind === "number");
  const label = numbers.findLast((c) => isNumberAsked(columns[c].name)) ?? numbers.at(-1);
  if (label === undefined) return null;
  const question = labelSteps(described, { ...roles, label, features: features.filter((c) => c !== label) });
  return question && { ...question, answer: "number" };
}

/** Whether the label is not the same for all rows of an id. */
function* labelChanges(
  described: DescribedTable,
  { id, idWith, label }: SeriesId & Pick<Roles, "label">,
): Pieces<boolean> {
  if (id === null || label === null) return false;
  const rowCount = Math.min(described.table.rowCount, mostRows);
  const { ids } = idColumn(described, { id, idWith }, rowCount);
  yield;
  const labels = wordColumn(described, label, rowCount).ids;
  yield;
  const labelOfId = new Map<number, number>();
  for (let row = 0; row < rowCount; row++) {
    if (labels[row] < 0) continue;
    const known = labelOfId.get(ids[row]);
    if (known === undefined) labelOfId.set(ids[row], labels[row]);
    else if (known !== labels[row]) return true;
  }
  return false;
}
