/** What is wrong with a table, whatever is asked of it: in sentences, with the place and what can be done. */
import { type Message, message } from "../../words/message";
import { type ColumnFacts, type Flaw, shortened } from "./describeColumn";
import type { Interpretation } from "./interpretTable";
import { listedNames } from "./listed";
import { mostSteps } from "./mostSteps";
import { numberParser } from "./numbers";
import type { Sentinel } from "./sentinels";
import type { Table } from "./table";
import { Tally } from "./tableFaults";
import type { TableRows } from "./tableRows";
import type {
  EvenCounts,
  PrepareOptions,
  RowFilter,
  TableChoice,
  TableFormat,
  TableProblem,
} from "./tableTypes";

export interface Described {
  readonly table: TableRows;
  readonly even: { readonly inFile: Described; readonly counts: EvenCounts } | null;
  /** In force; null where all rows are read. */
  readonly filter: RowFilter | null;
  readonly interpretation: Interpretation;
  /** One a column. */
  readonly facts: readonly ColumnFacts[];
}

export function tableProblems(described: Described, options: PrepareOptions): readonly TableProblem[] {
  const { even } = described;
  if (even) return [...tooManySteps(even.counts), ...ofRowsTaken(even.inFile, options)];
  const { table, filter } = described;
  const { whole } = table;
  if (whole.rowCount === 0) return [noRows(whole)];
  if (filter && table.rowCount === 0) return [noneLeft(table, filter)];
  return [
    ...rowsOutside(whole),
    ...timesAcross(whole),
    ...timesBeside(whole),
    ...fewNames(whole),
    ...raggedRows(table, options),
    ...quotes(whole),
    ...undecodable(whole),
    ...otherFields(whole),
    ...duplicateNames(whole),
    ...filledDown(whole),
    ...doubtfulNumbers(described),
    ...unreadProblems(described),
    ...sentinelProblems(described),
    ...cellProblems(described, options),
  ];
}

/** Of the file, whose rows are taken together whatever is in them: no option is asked for. */
function ofRowsTaken(inFile: Described, options: PrepareOptions): readonly TableProblem[] {
  return tableProblems(inFile, { ...options, invalid: "missing", ragged: "fill" }).map((problem) => ({
    ...problem,
    choices: problem.choices.filter(({ change }) => change.kind !== "options"),
  }));
}

function tooManySteps({ steps }: EvenCounts): readonly TableProblem[] {
  if (steps <= mostSteps) return [];
  return [
    {
      kind: "tooManySteps",
      severity: "stops",
      message: message("table.tooManyEvenSteps", { steps, most: mostSteps }),
      row: null,
      column: null,
      count: steps,
      choices: [{ label: message("table.asTheyAre"), change: { kind: "even", even: null }, chosen: false }],
    },
  ];
}

/** A choice between two values of an option. */
export function optionChoice<K extends keyof PrepareOptions>(
  label: Message,
  key: K,
  value: PrepareOptions[K],
  options: PrepareOptions,
): TableChoice {
  const change: Partial<PrepareOptions> = { [key]: value };
  return { label, change: { kind: "options", options: change }, chosen: options[key] === value };
}

function noRows({ origin, format, names }: Table): TableProblem {
  const onlyHeader = format.header;
  return {
    kind: onlyHeader ? "onlyHeader" : "empty",
    severity: "stops",
    message: onlyHeader
      ? message("table.onlyHeader", { name: origin.name, columns: names.length })
      : message("table.noRows", { name: origin.name }),
    row: onlyHeader ? 1 : null,
    column: null,
    count: 0,
    choices: onlyHeader
      ? [
          {
            label: message("table.firstRowIsData"),
            change: { kind: "format", format: { header: false } },
            chosen: false,
          },
        ]
      : [],
  };
}

function noneLeft({ whole, names }: TableRows, filter: RowFilter): TableProblem {
  const column = names[filter.column];
  return {
    kind: "noRowLeft",
    severity: "stops",
    message: message("table.noRowLeft", { column, rows: whole.rowCount }),
    row: null,
    column,
    count: whole.rowCount,
    choices: [
      { label: message("table.readAllRows"), change: { kind: "filter", filter: null }, chosen: false },
    ],
  };
}

/** What stands above and below the table, in one message. */
function rowsOutside(table: Table): TableProblem[] {
  const { format, head, footer, beside } = table;
  const above = head
    .slice(0, format.skipped)
    .filter(({ cells }, i) => i !== beside?.titleRow && !/^"?sep=/i.test(cells.join("")));
  const leftOut = [
    ...(above.length > 0
      ? [message("table.rowsAbove", { rows: above.length, text: textOf(above[0].cells) })]
      : []),
    ...(footer.length > 0
      ? [
          message("table.rowsBelow", {
            rows: footer.length,
            text: textOf(footer.find((row) => row.join("") !== "") ?? []),
          }),
        ]
      : []),
  ];
  const again = table.faults.namesAgain.count;
  if (again > 0) leftOut.push(message("table.namesAgain", { rows: again }));
  const { sums } = table.faults;
  if (sums.count > 0) leftOut.push(message("table.sumsBetween", { rows: sums.count, text: sums.name }));
  if (leftOut.length === 0 && format.headerRows <= 1) return [];
  // The names of JSON and the like stand in no row.
  const hasNames = format.header && format.headerRows > 0;
  const row = table.rowNumber(hasNames ? -1 : 0);
  const from = hasNames ? row - format.headerRows + 1 : row;
  const asNames: TableChoice = {
    label: message("table.namesInFirstRow"),
    change: { kind: "format", format: { header: true, skipped: 0, headerRows: 1 } },
    chosen: false,
  };
  const asRows: TableChoice = {
    label: message("table.lastRowsAreData"),
    change: { kind: "format", format: { footer: true } },
    chosen: false,
  };
  return [
    {
      kind: "rowsOutside",
      severity: "warns",
      message: message("table.rowsOutside", { hasNames, from, to: row, leftOut }),
      row,
      column: null,
      count: above.length + footer.length + again + sums.count,
      choices: [
        ...(from > 1 || format.headerRows > 1 ? [asNames] : []),
        ...(footer.length + sums.count > 0 ? [asRows] : []),
      ],
    },
  ];
}

/** It stays when it is answered, with the answer. */
function timesAcross({ across, format }: Table): TableProblem[] {
  if (!across) return [];
  const { timesDown } = format;
  const choice = (isDown: boolean): TableChoice => ({
    label: message(isDown ? "table.timesDown" : "table.timesAsTheyStand"),
    change: { kind: "format", format: { timesDown: isDown } },
    chosen: timesDown === isDown,
  });
  return [
    {
      kind: "timesAcross",
      severity: "warns",
      message: message("table.timesAcross", {
        from: across.from,
        to: across.to,
        isSeriesPerRow: across.isSeriesPerRow,
        isCertain: across.isCertain,
        timesDown,
        leftOut: across.leftOut.length > 0 ? listedNames(across.leftOut) : null,
      }),
      row: null,
      column: null,
      count: 0,
      choices: across.canBeDown ? [choice(true), choice(false)] : [],
    },
  ];
}

/** It stays when it is answered, with the answer. */
function timesBeside({ beside, format }: Table): TableProblem[] {
  if (!beside) return [];
  const { timesJoined } = format;
  const choice = (isJoined: boolean): TableChoice => ({
    label: message(isJoined ? "table.timesJoined" : "table.rowsAsTheyStand"),
    change: { kind: "format", format: { timesJoined: isJoined } },
    chosen: timesJoined === isJoined,
  });
  const { times, isCertain, canBeJoined, leftOut, untimed } = beside;
  return [
    {
      kind: "timesBeside",
      severity: "warns",
      message: message("table.timesBeside", {
        columns: listedNames(times),
        isCertain,
        timesJoined,
        leftOut: leftOut.length > 0 ? listedNames(leftOut) : null,
        untimed,
      }),
      row: null,
      column: null,
      count: 0,
      choices: canBeJoined ? [choice(true), choice(false)] : [],
    },
  ];
}

const textOf = (cells: readonly string[]): string =>
  shortened(cells.filter((cell) => cell !== "").join(", "));

/** It stays when it is answered, with the answer. */
function fewNames(table: Table): TableProblem[] {
  const { fewNames: found, format } = table;
  const row = table.rowNumber(-1);
  if (!found) return [];
  const { names, cells, example, canBeJoined, isNamed } = found;
  const { decimalsJoined } = format;
  const choice = (isJoined: boolean): TableChoice => ({
    label: message(isJoined ? "table.decimalsJoined" : "table.decimalsApart"),
    change: { kind: "format", format: { decimalsJoined: isJoined } },
    chosen: decimalsJoined === isJoined,
  });
  return [
    {
      kind: "fewNames",
      severity: "warns",
      message: message("table.fewNames", {
        row,
        names,
        cells,
        example,
        decimalsJoined,
        canBeJoined,
        isNamed,
      }),
      row,
      column: null,
      count: 0,
      choices: canBeJoined ? [choice(true), choice(false)] : [],
    },
  ];
}

function raggedRows(table: TableRows, options: PrepareOptions): TableProblem[] {
  const { raggedRows: ragged, whole } = table;
  if (ragged.length === 0) return [];
  const row = table.rowNumber(ragged[0]);
  const columns = table.columns.length;
  return [
    {
      kind: "raggedRows",
      severity: "warns",
      message: message("table.raggedRows", {
        count: ragged.length,
        columns,
        row,
        cells: whole.faults.firstRaggedCells,
        how: options.ragged,
      }),
      row,
      column: null,
      count: ragged.length,
      choices: [
        optionChoice(message("table.padOrCut"), "ragged", "fill", options),
        optionChoice(message("table.dropRows"), "ragged", "drop", options),
      ],
    },
  ];
}

/** Where they are not used. */
export function raggedSentence(
  { raggedRows: { length } }: TableRows,
  { ragged }: PrepareOptions,
): readonly Message[] {
  if (ragged !== "drop" || length === 0) return [];
  return [message("table.raggedOut", { count: length })];
}

function quotes(table: Table): TableProblem[] {
  const { unclosedQuotes, strayQuotes, doubtfullyJoined, joinedLines, quotesFound, quotesGivenUpAt } =
    table.faults;
  const givenUpAt = quotesGivenUpAt === null ? null : table.rowNumber(quotesGivenUpAt);
  const noQuotes: TableChoice = {
    label: message("table.quotesAreCharacters"),
    change: { kind: "format", format: { quote: "" } },
    chosen: false,
  };
  return [
    ...(quotesFound === "characters" ? [quotesAsCharacters(table)] : []),
    ...fromTally(table, quotesFound === "enclosing" ? new Tally() : doubtfullyJoined, (_, row) => ({
      kind: "joinedLines",
      message: message("table.joinedLines", { lines: joinedLines, row }),
      choices: [noQuotes],
    })),
    ...fromTally(table, unclosedQuotes, (count, row) => ({
      kind: "unclosedQuote",
      message: message("table.unclosedQuotes", { count, row, givenUpAt }),
      choices: [noQuotes],
    })),
    ...fromTally(table, strayQuotes, (count, row) => ({
      kind: "strayQuote",
      message: message("table.strayQuotes", { count, row }),
      choices: [noQuotes],
    })),
  ];
}

function quotesAsCharacters(table: Table): TableProblem {
  const row = table.rowNumber(0);
  return {
    kind: "quotesAsCharacters",
    severity: "warns",
    message: message("table.quotesAsCharacters", { row }),
    row,
    column: null,
    count: table.rowCount,
    choices: [
      {
        label: message("table.quotesEnclose"),
        change: { kind: "format", format: { quote: '"' } },
        chosen: false,
      },
    ],
  };
}

function undecodable(table: Table): TableProblem[] {
  const { encoding } = table.format;
  const others = ["utf-8", "windows-1252", "gb18030"].filter((label) => label !== encoding);
  return fromTally(table, table.faults.undecodable, (count, row, column) => ({
    kind: "undecodable",
    message: message("table.undecodable", { count, encoding: encoding.toUpperCase(), row, column }),
    choices: others.map((label) => ({
      label: message("table.readAs", { encoding: label.toUpperCase() }),
      change: { kind: "format", format: { encoding: label } },
      chosen: false,
    })),
  }));
}

function otherFields(table: Table): TableProblem[] {
  const names = listedNames([...table.faults.otherNames]);
  return fromTally(table, table.faults.otherFields, (count, row) => ({
    kind: "otherFields",
    message: message("table.otherFields", { names, count, row }),
    choices: [],
  })).map((problem) => ({ ...problem, column: null }));
}

type Words = Pick<TableProblem, "kind" | "message" | "choices">;

function fromTally(
  table: Table,
  { count, first }: Tally,
  words: (count: number, row: number, column: string) => Words,
): TableProblem[] {
  if (!first) return [];
  const row = table.rowNumber(first.row);
  const column = table.names[Math.min(first.column, table.names.length - 1)];
  return [{ severity: "warns", row, column, count, ...words(count, row, column) }];
}

function duplicateNames(table: Table): TableProblem[] {
  return table.duplicateNames.map((name) => ({
    kind: "duplicateHeader",
    severity: "warns",
    message: message("table.duplicateHeader", { name, row: table.rowNumber(-1) }),
    row: table.rowNumber(-1),
    column: name,
    count: 1,
    choices: [],
  }));
}

/** It stays when it is answered, with the answer: nothing else shows which way the numbers are read. */
function doubtfulNumbers({ table, interpretation }: Described): TableProblem[] {
  const { doubtfulNumbers: doubt, format, types } = interpretation;
  const columns = doubt?.columns.filter((column) => types[column].kind === "number") ?? [];
  if (!doubt || columns.length === 0) return [];
  const sign = doubt.cell.includes(",") ? "," : ".";
  const other = sign === "," ? "." : ",";
  const decimals = numberParser({ decimal: sign, thousands: "" })(doubt.cell);
  const reading = (value: number, read: Partial<TableFormat>): TableChoice => ({
    label: message("table.readNumberAs", { value }),
    change: { kind: "format", format: read },
    chosen: format.decimal === read.decimal,
  });
  const cells = table.columns[columns[0]];
  let row = 0;
  while (row < table.rowCount && !cells.at(row).includes(doubt.cell)) row++;
  return [
    {
      kind: "doubtfulNumbers",
      severity: "warns",
      message: message("table.doubtfulNumbers", {
        cell: doubt.cell,
        columns: listedNames(columns.map((column) => table.names[column])),
        value: format.decimal === sign ? decimals : 1000 * decimals,
      }),
      row: row < table.rowCount ? table.rowNumber(row) : null,
      column: table.names[columns[0]],
      count: columns.length,
      choices: [
        reading(decimals, { decimal: sign, thousands: "" }),
        reading(1000 * decimals, { decimal: other, thousands: sign }),
      ],
    },
  ];
}

/** What it is, where, and what to do: nothing in the page reads such cells. */
function unreadProblems({ table, interpretation }: Described): TableProblem[] {
  return interpretation.unread.map(({ column, cell, pointed }) => {
    const cells = table.columns[column];
    const rowOf = (wanted: string) => {
      let row = 0;
      while (row + 1 < table.rowCount && cells.at(row).trim() !== wanted) row++;
      return table.rowNumber(row);
    };
    const name = table.names[column];
    const row = rowOf(cell);
    return {
      kind: "unreadNumbers",
      severity: "warns",
      message:
        pointed === null
          ? message("table.listsInCells", { column: name, cell: shortened(cell), row })
          : message("table.bothDecimals", { column: name, cell, row, pointed, pointedRow: rowOf(pointed) }),
      row,
      column: name,
      count: 1,
      choices: [],
    };
  });
}

function filledDown(table: Table): TableProblem[] {
  return [...table.faults.filledDown.values()].flatMap((tally) =>
    fromTally(table, tally, (count, row, column) => ({
      kind: "filledDown",
      message: message("table.filledDown", { column, count, row }),
      choices: [],
    })),
  );
}

/** One for each such number, whatever columns it stands in. */
function sentinelProblems({ table, filter, interpretation, facts }: Described): TableProblem[] {
  const columnsOf = new Map<number, number[]>();
  for (const [column, { value }] of interpretation.sentinels)
    if (filter === null || isThere(facts[column], interpretation.sentinels.get(column)))
      columnsOf.set(value, [...(columnsOf.get(value) ?? []), column]);
  return [...columnsOf.values()].map((columns) => {
    const found = columns.flatMap((column) => interpretation.sentinels.get(column) ?? []);
    const extremes = columns.map((column, i) => facts[column][found[i].isLowest ? "lowest" : "highest"]);
    const count = extremes.reduce((sum, extreme) => sum + extreme.count, 0);
    const row = table.rowNumber(
      extremes.reduce((first, extreme) => Math.min(first, extreme.row), extremes[0].row),
    );
    const cells = [...new Set(found.flatMap((sentinel) => sentinel.cells))];
    const [cell] = cells;
    const where = listedNames(columns.map((column) => table.names[column]));
    const { missing } = interpretation.format;
    return {
      kind: "sentinel",
      severity: "warns",
      message: message("table.sentinel", { cell, count, columns: where, row }),
      row,
      column: table.names[columns[0]],
      count,
      choices: [
        {
          label: message("table.treatAsMissing", { cell: cell.replace("-", "−") }),
          change: { kind: "format", format: { missing: [...missing, ...cells] } },
          chosen: false,
        },
      ],
    };
  });
}

/** A filter may leave none of them. */
function isThere({ min, max }: ColumnFacts, sentinel: Sentinel | undefined): boolean {
  const extreme = sentinel?.isLowest ? min : max;
  return sentinel?.cells.some((cell) => cell.trim() === extreme) ?? false;
}

/** Of more columns than anybody reads about one by one, all together. */
const mostSeparate = 4;

function cellProblems(described: Described, options: PrepareOptions): TableProblem[] {
  const all = described.table.names.flatMap((_, column) => columnProblems(described, column, options));
  const unread = all.filter(({ kind }) => kind === "invalidCells");
  if (unread.length <= mostSeparate) return all;
  const [first] = unread;
  const column = described.facts.findIndex(({ invalid }) => invalid.count > 0);
  const count = unread.reduce((sum, problem) => sum + problem.count, 0);
  const together: TableProblem = {
    ...flawedColumn(described.table, column, described.facts[column].invalid, options).problem,
    count,
    kind: "invalidCells",
    message: message("table.invalidColumns", {
      columns: listedNames(unread.flatMap((problem) => problem.column ?? [])),
      count,
      cell: described.facts[column].invalid.cell,
      column: first.column ?? "",
      row: first.row ?? 1,
      how: options.invalid,
    }),
  };
  return [together, ...all.filter(({ kind }) => kind !== "invalidCells")];
}

function columnProblems(described: Described, column: number, options: PrepareOptions): TableProblem[] {
  const { interpretation, facts } = described;
  const { invalid, infinite } = facts[column];
  const problems: TableProblem[] = [];
  if (invalid.count > 0) problems.push(invalidCells(described, column, options));
  if (infinite.count > 0) problems.push(infiniteCells(described, column, options));
  if (interpretation.ambiguous.includes(column)) problems.push(ambiguousDates(described, column));
  return problems;
}

function invalidCells(
  { table, interpretation, facts }: Described,
  column: number,
  options: PrepareOptions,
): TableProblem {
  const { invalid: flaw, missing } = facts[column];
  const flawed = flawedColumn(table, column, flaw, options);
  const asWords: TableChoice = {
    label: message("table.readAsCategory"),
    change: { kind: "type", column, type: { kind: "category" } },
    chosen: false,
  };
  const asMissing: TableChoice = {
    label: message("table.meansMissing", { cell: flaw.cell }),
    change: { kind: "format", format: { missing: [...interpretation.format.missing, flaw.cell] } },
    chosen: false,
  };
  return {
    ...flawed.problem,
    kind: "invalidCells",
    message: message("table.invalidCells", {
      ...flawed.values,
      expected: interpretation.types[column].kind === "date" ? "date" : "number",
      everyCell: flaw.count > 1 && flaw.count + missing === table.rowCount,
    }),
    choices: [...flawed.problem.choices, asMissing, asWords],
  };
}

function infiniteCells({ table, facts }: Described, column: number, options: PrepareOptions): TableProblem {
  const { problem, values } = flawedColumn(table, column, facts[column].infinite, options);
  return { ...problem, kind: "infinity", message: message("table.infiniteCells", values) };
}

/** What all problems with cells of a column have. */
function flawedColumn(table: TableRows, index: number, flaw: Flaw, options: PrepareOptions) {
  const { count, cell } = flaw;
  const row = table.rowNumber(flaw.row);
  const column = table.names[index];
  const choices = [
    optionChoice(message("table.countAsMissing"), "invalid", "missing", options),
    optionChoice(message("table.dropRows"), "invalid", "dropRow", options),
  ];
  return {
    problem: { severity: "warns" as const, row, column, count, choices },
    values: { column, count, cell, row, how: options.invalid },
  };
}

function ambiguousDates({ table, interpretation, facts }: Described, column: number): TableProblem {
  const type = interpretation.types[column];
  const choice = (label: Message, order: "dayMonthYear" | "monthDayYear"): TableChoice => ({
    label,
    change: { kind: "type", column, type: { kind: "date", order } },
    chosen: type.kind === "date" && type.order === order,
  });
  const name = table.names[column];
  const row = table.rowNumber(0);
  return {
    kind: "ambiguousDates",
    severity: "warns",
    message: message("table.ambiguousDates", { column: name, example: facts[column].examples[0] ?? "", row }),
    row,
    column: name,
    count: table.rowCount,
    choices: [
      choice(message("table.monthFirst"), "monthDayYear"),
      choice(message("table.dayFirst"), "dayMonthYear"),
    ],
  };
}
