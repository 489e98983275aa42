/** What a table and a question are said to be, in the sentences that all kinds of questions share. */
import { type Message, message } from "../../words/message";
import { dateParser, eraOf } from "./dates";
import type { DescribedTable } from "./describeTable";
import { isCategory } from "./isCategory";
import { listedNames, listedParts } from "./listed";
import { signRules } from "./numberSigns";
import { filterSentence } from "./rowFilter";
import type { MissingCount } from "./sequenceTable";
import { bareSheet, isAllOfSheet } from "./sheetNames";
import { spacingMessage } from "./spacing";
import type { Table } from "./table";
import { optionChoice } from "./tableProblems";
import type { DateOrder, PrepareOptions, TableProblem } from "./tableTypes";

/** How the file was read, and which of its rows are used. */
export function readingSentences(described: DescribedTable): readonly Message[] {
  const { table, interpretation } = described;
  const { form, sheet, encoding, delimiter, header, headerRows, decimal } = interpretation.format;
  const { whole } = table;
  const reading = message("table.readFrom", {
    name: table.origin.name,
    rows: whole.rowCount,
    columns: table.columns.length,
    form,
    sheet: form === "workbook" && sheet !== null ? bareSheet(sheet) : sheet,
    encoding: encoding.toUpperCase(),
    delimiter,
    namesRow: header && headerRows > 0 ? table.rowNumber(-1) : null,
    decimalComma: decimal === ",",
    joinedLines: whole.faults.joinedLines,
  });
  return [reading, ...otherSheets(whole, sheet), ...filterSentences(described), ...evenSentences(described)];
}

/** Of a file with several tables the others, which are not read. */
function otherSheets({ format, sheets }: Table, sheet: string | null): readonly Message[] {
  const all = format.form === "workbook" ? sheets.find(isAllOfSheet) : undefined;
  // Of a sheet that is read as one, its tables are not left out.
  const isRead = (name: string) =>
    name === sheet || name === all || (sheet === all && name.startsWith(`${all} `));
  const names = sheets.filter((name) => !isRead(name));
  const isAllAsOne = format.form === "delimited" && sheet === "";
  if (names.length === 0 || isAllAsOne) return [];
  const form = all === undefined || sheet === all ? format.form : "delimited";
  return [message("table.otherSheets", { form, count: names.length, names: listedNames(names) })];
}

/** Which rows are used; nothing where all are. */
export function filterSentences(described: DescribedTable): readonly Message[] {
  // Of rows, not of the steps that they may have been brought to.
  const { table, interpretation, filter } = described.even?.inFile ?? described;
  if (filter === null) return [];
  const { column } = filter;
  const counts = { kept: table.rowCount, of: table.whole.rowCount };
  const type = interpretation.types[column];
  return [filterSentence(filter, { name: table.names[column], type, ...counts })];
}

/** How rows were brought to even steps; nothing where they were not. */
export function evenSentences({ even }: DescribedTable): readonly Message[] {
  if (!even) return [];
  const { steps, counts } = even;
  const spacing = spacingMessage(steps.spacing);
  return [
    message("table.evenSteps", {
      spacing,
      how: steps.how,
      rows: counts.rows,
      steps: counts.steps,
      empty: counts.empty,
    }),
    ...(counts.leftOut > 0 ? [message("table.evenLeftOut", { count: counts.leftOut })] : []),
    ...(counts.unfinished > 0
      ? [message("table.evenUnfinished", { count: counts.unfinished, spacing })]
      : []),
  ];
}

/** What is missing in the columns in use, and what becomes of it. */
export function missingProblems(
  described: DescribedTable,
  missing: readonly MissingCount[],
  options: PrepareOptions,
): readonly TableProblem[] {
  return missing.map(({ name: column, count, firstRow }) => {
    const row = described.table.rowNumber(firstRow);
    return {
      kind: "missingValues",
      severity: "warns",
      message: message("table.missingValues", { column, count, row, how: options.missing }),
      row,
      column,
      count,
      choices: [
        optionChoice(message("table.carryForward"), "missing", "carry", options),
        optionChoice(message("table.interpolate"), "missing", "interpolate", options),
        optionChoice(message("table.dropRows"), "missing", "drop", options),
      ],
    };
  });
}

export function missingSentence(
  missing: readonly MissingCount[],
  options: PrepareOptions,
): readonly Message[] {
  if (missing.length === 0) return [];
  const counts = missing.map(({ name: column, count }) => message("table.countIn", { count, column }));
  return [message("table.missingIn", { counts: listedParts(counts), how: options.missing })];
}

/** Texts and ids are nothing that a network could read as they stand; null where there are none among the inputs. */
export function wordyInput({ table, interpretation, preview }: DescribedTable, inputs: readonly number[]) {
  for (const input of inputs) {
    const { kind } = interpretation.types[input];
    if ((kind !== "text" && kind !== "id") || isCategory(preview.columns[input], table.rowCount)) continue;
    const column = table.names[input];
    return { kind: "question" as const, column, message: message("table.notAFeature", { column, kind }) };
  }
  return null;
}

/** Which inputs become one feature a word. */
export function categoriesSentence(
  { table, interpretation }: DescribedTable,
  inputs: readonly number[],
): readonly Message[] {
  const names = inputs.filter((column) => ["category", "id"].includes(interpretation.types[column].kind));
  if (names.length === 0) return [];
  return [message("table.categories", { columns: listedNames(names.map((column) => table.names[column])) })];
}

/** Whose years the dates count, where not those of the Common Era. */
export function eraSentence(
  { table, interpretation }: DescribedTable,
  time: readonly number[],
): readonly Message[] {
  return time.flatMap((column) => {
    const type = interpretation.types[column];
    if (type.kind !== "date" || !calendarOrders.has(type.order) || table.rowCount === 0) return [];
    const cell = table.columns[column].at(0).trim();
    const era = eraOf(cell);
    const ms = dateParser(type.order)(cell);
    if (era === null || Number.isNaN(ms)) return [];
    return [
      message("table.era", {
        column: table.names[column],
        era,
        cell,
        date: new Date(ms).toISOString().slice(0, 10),
      }),
    ];
  });
}

const calendarOrders: ReadonlySet<DateOrder> = new Set([
  "yearMonthDay",
  "dayMonthYear",
  "monthDayYear",
  "iso",
  "yearMonth",
  "monthYear",
]);

/** How numbers are read that have something around them. */
export function signsSentence(
  { table, interpretation }: DescribedTable,
  used: readonly number[],
): readonly Message[] {
  const columns = used.flatMap((column) => {
    const type = interpretation.types[column];
    if (type.kind !== "number" || !type.signs) return [];
    return [message("table.signsIn", { column: table.names[column], rules: signRules(type.signs) })];
  });
  return columns.length > 0 ? [message("table.signs", { columns: listedParts(columns) })] : [];
}
