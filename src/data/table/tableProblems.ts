/** What is wrong with a table, whatever is asked of it: in sentences, with the place and what can be done. */
import { counted, formatCount, listed, quoted } from "../phrases";
import { type ColumnFacts, type Flaw, shortened } from "./describeColumn";
import type { Interpretation } from "./interpretTable";
import type { Table } from "./table";
import { Tally } from "./tableFaults";
import type { PrepareOptions, TableChoice, TableProblem } from "./tableTypes";

export interface Described {
  readonly table: Table;
  readonly interpretation: Interpretation;
  /** One a column. */
  readonly facts: readonly ColumnFacts[];
}

export function tableProblems(described: Described, options: PrepareOptions): readonly TableProblem[] {
  const { table } = described;
  if (table.rowCount === 0) return [noRows(table)];
  return [
    ...rowsOutside(table),
    ...raggedRows(table, options),
    ...quotes(table),
    ...undecodable(table),
    ...duplicateNames(table),
    ...sentinelProblems(described),
    ...table.names.flatMap((_, column) => columnProblems(described, column, options)),
  ];
}

/** A choice between two values of an option. */
export function optionChoice<K extends keyof PrepareOptions>(
  label: string,
  key: K,
  value: PrepareOptions[K],
  options: PrepareOptions,
): TableChoice {
  const change: Partial<PrepareOptions> = { [key]: value };
  return { label, change: { kind: "options", options: change }, chosen: options[key] === value };
}

function noRows({ origin, format, names }: Table): TableProblem {
  const onlyHeader = format.header;
  const message = onlyHeader
    ? `“${origin.name}” has only a header, with ${counted(names.length, "column")}, and no rows after it. Choose a file with rows, or say that its first row is none.`
    : `“${origin.name}” has no rows. Choose a file with a table in it.`;
  return {
    kind: onlyHeader ? "onlyHeader" : "empty",
    severity: "stops",
    message,
    row: onlyHeader ? 1 : null,
    column: null,
    count: 0,
    choices: onlyHeader
      ? [
          {
            label: "The first row is no header",
            change: { kind: "format", format: { header: false } },
            chosen: false,
          },
        ]
      : [],
  };
}

/** What stands above and below the table, in one message. */
function rowsOutside(table: Table): TableProblem[] {
  const { format, head, footer } = table;
  const above = head.slice(0, format.skipped).filter(({ cells }) => !/^"?sep=/i.test(cells.join("")));
  const parts = [
    ...(above.length > 0 ? [outside(above.length, "above", above[0].cells)] : []),
    ...(footer.length > 0
      ? [outside(footer.length, "below", footer.find((row) => row.join("") !== "") ?? [])]
      : []),
  ];
  if (parts.length === 0 && format.headerRows === 1) return [];
  const row = table.rowNumber(format.header ? -1 : 0);
  const from = row - format.headerRows + 1;
  const rows = from === row ? `row ${formatCount(row)}` : `rows ${formatCount(from)} to ${formatCount(row)}`;
  const names = format.header
    ? `The names of the columns are in ${rows}.`
    : `The table begins in row ${formatCount(row)}.`;
  const left = parts.length > 0 ? ` Left out: ${parts.join(" and ")}.` : "";
  const asNames: TableChoice = {
    label: "The names are in row 1",
    change: { kind: "format", format: { header: true, skipped: 0, headerRows: 1 } },
    chosen: false,
  };
  const asRows: TableChoice = {
    label: "The last rows are part of it",
    change: { kind: "format", format: { footer: true } },
    chosen: false,
  };
  return [
    {
      kind: "rowsOutside",
      severity: "warns",
      message: `${names}${left}`,
      row,
      column: null,
      count: above.length + footer.length,
      choices: [
        ...(from > 1 || format.headerRows > 1 ? [asNames] : []),
        ...(footer.length > 0 ? [asRows] : []),
      ],
    },
  ];
}

function outside(count: number, where: string, cells: readonly string[]): string {
  const text = shortened(cells.filter((cell) => cell !== "").join(", "));
  return `${counted(count, "row")} ${where}${text === "" ? "" : ` (“${text}”)`}`;
}

function raggedRows(table: Table, options: PrepareOptions): TableProblem[] {
  const { ragged, firstRaggedCells } = table.faults;
  if (ragged.length === 0) return [];
  const row = table.rowNumber(ragged.values()[0]);
  const columns = table.columns.length;
  const fewer = firstRaggedCells < columns;
  const done =
    options.ragged === "drop"
      ? "Such rows are left out."
      : "Cells that are missing are empty, and cells too many are left out.";
  return [
    {
      kind: "raggedRows",
      severity: "warns",
      message: `${counted(ragged.length, "row has", "rows have")} another number of cells than the ${formatCount(columns)} columns; the first is row ${formatCount(row)}, with ${formatCount(firstRaggedCells)}${fewer ? "" : ", where a delimiter may stand within a cell"}. ${done}`,
      row,
      column: null,
      count: ragged.length,
      choices: [
        optionChoice("Fill up and cut off", "ragged", "fill", options),
        optionChoice("Drop these rows", "ragged", "drop", options),
      ],
    },
  ];
}

/** Where they are not used. */
export function raggedSentence({ faults }: Table, { ragged }: PrepareOptions): readonly string[] {
  const { length } = faults.ragged;
  if (ragged !== "drop" || length === 0) return [];
  return [
    `${counted(length, "row")} with too few or too many cells ${length === 1 ? "is" : "are"} left out.`,
  ];
}

function quotes(table: Table): TableProblem[] {
  const { unclosedQuotes, strayQuotes, doubtfullyJoined, joinedLines, quotesFound, quotesGivenUpAt } =
    table.faults;
  const givenUp =
    quotesGivenUpAt === null
      ? ""
      : ` From row ${formatCount(table.rowNumber(quotesGivenUpAt))} on quotes are read as characters like all others, because so many were never closed.`;
  const noQuotes: TableChoice = {
    label: "Read quotes as characters",
    change: { kind: "format", format: { quote: "" } },
    chosen: false,
  };
  return [
    ...(quotesFound === "characters" ? [quotesAsCharacters(table)] : []),
    ...fromTally(table, quotesFound === "enclosing" ? new Tally() : doubtfullyJoined, (_, row) => ({
      kind: "joinedLines",
      message: `${counted(joinedLines, "line was", "lines were")} joined to the line before, because a quote goes on over ${joinedLines === 1 ? "its end" : "their ends"}; row ${row} is the first with a delimiter in such a cell. If quotes are no more than characters here, rows are lost so.`,
      choices: [noQuotes],
    })),
    ...fromTally(table, unclosedQuotes, (count, row) => ({
      kind: "unclosedQuote",
      message: `${counted(count, "quote is", "quotes are")} never closed; the first begins in row ${row}. Its row ends with its line.${givenUp}`,
      choices: [noQuotes],
    })),
    ...fromTally(table, strayQuotes, (count, row) => ({
      kind: "strayQuote",
      message: `${counted(count, "row has", "rows have")} text after a closing quote; the first is row ${row}. The quote is read as part of the cell.`,
      choices: [noQuotes],
    })),
  ];
}

function quotesAsCharacters(table: Table): TableProblem {
  const row = table.rowNumber(0);
  return {
    kind: "quotesAsCharacters",
    severity: "warns",
    message: `Quotes are read as characters like all others, from row ${formatCount(row)} on: as signs around cells they would join lines that are rows of their own.`,
    row,
    column: null,
    count: table.rowCount,
    choices: [
      { label: "Quotes enclose cells", change: { kind: "format", format: { quote: '"' } }, chosen: false },
    ],
  };
}

function undecodable(table: Table): TableProblem[] {
  const { encoding } = table.format;
  const others = ["utf-8", "windows-1252", "gb18030"].filter((label) => label !== encoding);
  return fromTally(table, table.faults.undecodable, (count, row, column) => ({
    kind: "undecodable",
    message: `${counted(count, "cell has", "cells have")} bytes that are not ${encoding.toUpperCase()}; the first is in row ${row}, column “${column}”. Either the file has another encoding, or more than one. Such characters are read as “\uFFFD”.`,
    choices: others.map((label) => ({
      label: `Read as ${label.toUpperCase()}`,
      change: { kind: "format", format: { encoding: label } },
      chosen: false,
    })),
  }));
}

type Words = Pick<TableProblem, "kind" | "message" | "choices">;

function fromTally(
  table: Table,
  { count, first }: Tally,
  words: (count: number, row: string, column: string) => Words,
): TableProblem[] {
  if (!first) return [];
  const row = table.rowNumber(first.row);
  const column = table.names[Math.min(first.column, table.names.length - 1)];
  return [{ severity: "warns", row, column, count, ...words(count, formatCount(row), column) }];
}

function duplicateNames(table: Table): TableProblem[] {
  return table.duplicateNames.map((name) => ({
    kind: "duplicateHeader",
    severity: "warns",
    message: `More than one column is called “${name}”, in row ${formatCount(table.rowNumber(-1))}. The later ones are called “${name} (2)” and so on.`,
    row: table.rowNumber(-1),
    column: name,
    count: 1,
    choices: [],
  }));
}

/** One for each such number, whatever columns it stands in. */
function sentinelProblems({ table, interpretation, facts }: Described): TableProblem[] {
  const columnsOf = new Map<number, number[]>();
  for (const [column, { value }] of interpretation.sentinels)
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
    const where = listed(columns.map((column) => quoted(table.names[column])));
    const { missing } = interpretation.format;
    return {
      kind: "sentinel",
      severity: "warns",
      message: `${quoted(cell)} occurs ${counted(count, "time")} in ${where}, far from the rest; the first is in row ${formatCount(row)}. Does it say that a value is missing? It is read as a number.`,
      row,
      column: table.names[columns[0]],
      count,
      choices: [
        {
          label: `Treat ${cell.replace("-", "−")} as missing`,
          change: { kind: "format", format: { missing: [...missing, ...cells] } },
          chosen: false,
        },
      ],
    };
  });
}

function columnProblems(described: Described, column: number, options: PrepareOptions): TableProblem[] {
  const { interpretation, facts } = described;
  const type = interpretation.types[column];
  const { invalid, infinite } = facts[column];
  const noun = type.kind === "date" ? "date" : "number";
  const tooLarge = "infinite or too large";
  const problems: TableProblem[] = [];
  if (invalid.count > 0)
    problems.push(
      flawed(
        described,
        column,
        { flaw: invalid, kind: "invalidCells", is: `not a ${noun}`, are: `not ${noun}s` },
        options,
      ),
    );
  if (infinite.count > 0)
    problems.push(
      flawed(described, column, { flaw: infinite, kind: "infinity", is: tooLarge, are: tooLarge }, options),
    );
  if (interpretation.ambiguous.includes(column)) problems.push(ambiguousDates(described, column));
  return problems;
}

function flawed(
  { table, interpretation, facts }: Described,
  column: number,
  { flaw, kind, is, are }: { flaw: Flaw; kind: "invalidCells" | "infinity"; is: string; are: string },
  options: PrepareOptions,
): TableProblem {
  const row = table.rowNumber(flaw.row);
  const name = table.names[column];
  const one = flaw.count === 1;
  const everyCell = kind === "invalidCells" && !one && flaw.count + facts[column].missing === table.rowCount;
  const missing = one ? "It counts as missing." : "They count as missing.";
  const dropped = one ? "Its row is left out." : "Their rows are left out.";
  const done = options.invalid === "dropRow" ? dropped : missing;
  const asWords: TableChoice = {
    label: "Read the column as words",
    change: { kind: "type", column, type: { kind: "category" } },
    chosen: false,
  };
  const asMissing: TableChoice = {
    label: `“${flaw.cell}” means missing`,
    change: { kind: "format", format: { missing: [...interpretation.format.missing, flaw.cell] } },
    chosen: false,
  };
  return {
    kind,
    severity: "warns",
    message: `Column “${name}”: ${everyCell ? `no cell reads as ${is.replace("not ", "")}` : counted(flaw.count, `cell is ${is}`, `cells are ${are}`)}; the first is “${flaw.cell}” in row ${formatCount(row)}. ${done}`,
    row,
    column: name,
    count: flaw.count,
    choices: [
      optionChoice("Count as missing", "invalid", "missing", options),
      optionChoice("Drop these rows", "invalid", "dropRow", options),
      ...(kind === "invalidCells" ? [asMissing, asWords] : []),
    ],
  };
}

function ambiguousDates({ table, interpretation, facts }: Described, column: number): TableProblem {
  const type = interpretation.types[column];
  const choice = (label: string, order: "dayMonthYear" | "monthDayYear"): TableChoice => ({
    label,
    change: { kind: "type", column, type: { kind: "date", order } },
    chosen: type.kind === "date" && type.order === order,
  });
  const name = table.names[column];
  const row = table.rowNumber(0);
  return {
    kind: "ambiguousDates",
    severity: "warns",
    message: `Column “${name}”: in dates such as “${facts[column].examples[0] ?? ""}” (row ${formatCount(row)}) day and month could be either way round. They are read with the month first.`,
    row,
    column: name,
    count: table.rowCount,
    choices: [choice("The month is first", "monthDayYear"), choice("The day is first", "dayMonthYear")],
  };
}
