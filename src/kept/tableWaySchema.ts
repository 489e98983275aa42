/** How a table was read, as it is kept: another table is read by it, which trusts every index. */
import * as v from "valibot";
import type { TableWay } from "../data/examples";
import { columnsOf, columnsOfId } from "../data/table/columnsOf";
import { timeUnits } from "../data/table/spacing";
import { everyDateOrder } from "../data/table/tableTypes";
import { targetForms } from "../data/targetForm";
import { count, said, whole } from "./plainSchemas";

const finite = v.pipe(v.number(), v.finite());
const columns = v.array(whole);
/** What tells series apart together with the first column. */
const idWith = v.optional(columns);

const columnType = v.variant("kind", [
  v.object({
    kind: v.literal("number"),
    signs: v.exactOptional(
      v.object({
        prefixes: v.array(v.string()),
        suffixes: v.array(v.string()),
        brackets: v.boolean(),
        minusBehind: v.exactOptional(v.literal(true)),
        durations: v.exactOptional(v.literal(true)),
        degrees: v.exactOptional(v.literal(true)),
      }),
    ),
  }),
  v.object({
    kind: v.literal("date"),
    order: v.picklist(everyDateOrder),
  }),
  v.object({ kind: v.picklist(["category", "id", "text"]) }),
]);

const answer = v.optional(v.literal("number"));

const question = v.variant("kind", [
  v.object({
    kind: v.literal("forecast"),
    targets: columns,
    inputs: columns,
    id: v.nullable(whole),
    idWith,
    time: columns,
    window: count,
    horizon: count,
    ahead: v.optional(count),
    heldOutFrom: v.optional(finite),
    calendar: v.array(v.picklist(["hourOfDay", "dayOfWeek", "dayOfYear", "month"])),
    period: v.nullable(count),
    form: v.exactOptional(v.picklist(targetForms)),
    others: v.optional(
      v.array(v.object({ column: whole, period: v.nullable(count), form: v.picklist(targetForms) })),
    ),
  }),
  v.object({
    kind: v.literal("classifyLong"),
    id: whole,
    idWith,
    time: columns,
    features: columns,
    label: whole,
    answer,
  }),
  v.object({ kind: v.literal("classifyWide"), steps: columns, label: whole, answer }),
  v.object({
    kind: v.literal("labelSteps"),
    id: v.nullable(whole),
    idWith,
    time: columns,
    features: columns,
    label: whole,
    window: count,
    answer,
  }),
  v.object({
    kind: v.literal("classifyText"),
    text: whole,
    label: whole,
    unit: v.picklist(["characters", "words"]),
  }),
]);

const options = v.object({
  missing: v.picklist(["drop", "carry", "interpolate"]),
  invalid: v.picklist(["missing", "dropRow"]),
  ragged: v.picklist(["fill", "drop"]),
  duplicateTimes: v.picklist(["keep", "first", "last", "mean"]),
  scaling: v.picklist(["standard", "minMax", "none"]),
  seriesScaling: v.picklist(["common", "each"]),
  limits: v.picklist(["kept", "none"]),
  farInputs: v.picklist(["leaveOut", "read"]),
  rareClasses: v.picklist(["drop", "merge"]),
  mostClasses: finite,
  heldOutShare: finite,
  seed: finite,
});

const quantity = v.object({ name: said, unit: v.nullable(v.string()), shift: finite, scale: finite });

const read = v.variant("kind", [
  v.object({
    kind: v.literal("number"),
    column: whole,
    readAs: v.nullable(v.picklist(targetForms)),
    quantity,
    mean: finite,
  }),
  v.object({ kind: v.literal("category"), column: whole, words: v.array(v.string()) }),
]);

const filter = v.variant("kind", [
  v.object({ kind: v.literal("values"), column: whole, values: v.array(v.string()) }),
  v.object({ kind: v.literal("range"), column: whole, from: v.nullable(finite), to: v.nullable(finite) }),
]);

const even = v.object({
  time: v.pipe(columns, v.minLength(1)),
  id: v.nullable(whole),
  idWith,
  spacing: v.object({ unit: v.picklist(timeUnits), count }),
  how: v.picklist(["mean", "sum", "last"]),
});

export const tableWay = v.object({
  names: v.array(v.string()),
  types: v.array(columnType),
  missing: v.array(v.string()),
  filter: v.exactOptional(filter),
  even: v.exactOptional(even),
  timesJoined: v.exactOptional(v.boolean()),
  question,
  options,
  read: v.array(read),
  longest: count,
});

/** Every column that it names is one, and what is read of them are the first of I features. */
export function isWayFor(
  { names, types, filter: rows, even: steps, question, read }: TableWay,
  I: number,
): boolean {
  const isColumn = (column: number) => column < names.length;
  const widths = read.map((column) => (column.kind === "category" ? column.words.length : 1));
  return (
    types.length === names.length &&
    columnsOf(question).every(isColumn) &&
    (rows === undefined || isColumn(rows.column)) &&
    (steps === undefined || [...steps.time, ...columnsOfId(steps)].every(isColumn)) &&
    read.every(({ column }) => isColumn(column)) &&
    widths.reduce((sum, width) => sum + width, 0) <= I
  );
}
