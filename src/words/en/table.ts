/** What is said of a table: how it was read, what is wrong with it and what can be done, what was decided. */
import { bytes, count, counted, decimal, list, plural, quoted } from "./phrases";

const row = (number: number): string => `row\u00a0${count(number)}`;
const andMore = (more: number): readonly string[] => (more > 0 ? [`${count(more)}\u00a0more`] : []);
/** "Column “date”", "Columns “date” and “time”". */
const columnsNamed = (names: readonly string[]): string =>
  `${plural(names.length, "Column")} ${list(names.map(quoted))}`;
const isAre = (value: number): string => plural(value, "is", "are");

type TimeUnit = "millisecond" | "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

const duplicates = {
  keep: "All of them are kept, in their order.",
  first: "The first row of each time is kept.",
  last: "The last row of each time is kept.",
  mean: "Each time becomes one row, with the mean of its numbers.",
};

const missing = {
  drop: "Rows with a missing value are left out.",
  carry: "Each takes the last value before it.",
  interpolate: "Numbers are interpolated linearly; categories take the last value before them.",
};

/** What of the numbers of one step. */
const taken = { mean: "mean", sum: "sum", last: "last" };

const invalid = {
  missing: (cells: number) => plural(cells, "It counts as missing.", "They count as missing."),
  dropRow: (cells: number) => plural(cells, "Its row is left out.", "Their rows are left out."),
};

const delimiters = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "space" };

const otherTables = {
  workbook: "other sheet",
  delimited: "other table",
  json: "other list",
  arff: "other list",
  ts: "other list",
};

const fileForms = { json: "JSON", arff: "ARFF", ts: "UEA time series" };

const calendar = {
  hourOfDay: "hour of the day",
  dayOfWeek: "day of the week",
  dayOfYear: "day of the year",
  month: "month",
};

const unfit = {
  mostlyMissing: "mostly missing",
  anotherTime: "another time",
  counter: "a counter",
  calendar: "part of the date",
  place: "not a quantity",
  perSeries: "the same in all rows of a series",
  namesSeries: "tells the series apart once more",
  constant: "constant",
};

const measured = (value: number): string => (Number.isInteger(value) ? count(value) : decimal(value));

/** What is forecast of a column. */
const forms = {
  value: "the value",
  change: "the change",
  seasonalChange: "the seasonal change",
  logarithm: "the logarithm",
  relativeChange: "the relative change",
  seasonalRelativeChange: "the relative seasonal change",
};
type Form = keyof typeof forms;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How each is undone. */
const undone = {
  value: "",
  change: "It is added to the last value. ",
  seasonalChange: "It is added to the value one season earlier. ",
  logarithm: "It is raised again. ",
  relativeChange: "The last value is multiplied by it. ",
  seasonalRelativeChange: "The value one season earlier is multiplied by it. ",
};

const reasons = {
  only: "as the only suitable column of numbers",
  name: "because of its name",
  last: "as the last column of numbers",
};

const abbreviations = new Map([
  ["minute", "min"],
  ["second", "s"],
  ["millisecond", "ms"],
]);

const noSeason = {
  none: (most: number) =>
    `No season was found: of those of 2 to ${counted(most, "row")} none repeats more than noise does.`,
  few: () => "No season was looked for: there are too few rows.",
  repeated: () => "No season was looked for: rows share their times, so that none is a step after another.",
  chosen: () => "No season was chosen.",
};

export const table = {
  names: ({ names, more }: { readonly names: readonly string[]; readonly more: number }): string =>
    list([...names.map(quoted), ...andMore(more)]),
  parts: ({ parts, more }: { readonly parts: readonly string[]; readonly more: number }): string =>
    list([...parts, ...andMore(more)]),

  // Reading the file.
  emptyFile: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is empty. Choose a file with a table in it.`,
  tooLargeFile: ({
    name,
    megabytes,
    mostBytes,
  }: {
    readonly name: string;
    readonly megabytes: number;
    readonly mostBytes: number;
  }): string =>
    `${quoted(name)} is too large: it has ${tenths.format(megabytes)}\u00a0MB, and the limit is ${bytes(mostBytes)}. Use a part of its rows or columns.`,
  binaryFile: ({
    name,
    kind,
    mayBeSheet,
  }: {
    readonly name: string;
    readonly kind: string;
    readonly mayBeSheet: boolean;
  }): string =>
    `${quoted(name)} is ${kind}, not a table. ${mayBeSheet ? "Save the sheet as .xlsx or CSV and choose that file." : "Choose a text file whose cells are separated by commas, semicolons, tabs or vertical bars."}`,
  nulCharacter: ({ name, character }: { readonly name: string; readonly character: number }): string =>
    `${quoted(name)} is not a table: character\u00a0${count(character)} is NUL, which occurs only in binary files. Choose a text file whose cells are separated by commas, semicolons, tabs or vertical bars.`,
  lfsPointer: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is not the file itself but a pointer of Git LFS, which keeps large files elsewhere. Get the file with “git lfs pull”, or download it from the web page of its repository.`,
  markup: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is HTML or XML, not a table. Copy the table from the page into a spreadsheet and save it as CSV, or read the file as text.`,
  formWithoutData: ({ name, form }: { readonly name: string; readonly form: "arff" | "ts" }): string =>
    `${quoted(name)} looks like ${fileForms[form]}, but has no “@data” line with rows below it near its beginning. Get the whole file, or read it as text.`,
  arffRelational: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is ARFF with a relational attribute: several series in one cell. Get the same data as a .ts file, or as CSV with one row for each step.`,
  workbookDamaged: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} cannot be opened as an Excel workbook: the file is damaged or incomplete. Download or copy it again. If it opens in Excel, save it there as .xlsx or CSV, and open that.`,
  tsTimestamps: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} has a time beside each value, as “(0,1.5)”, which is not read here. Save it as CSV with one row for each step.`,
  jsonWithoutRecords: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is JSON without a table in it. An array of objects, one object per line, or an object of columns is one. Change it to one of these, or read the file as text.`,
  jsonTooLarge: ({ name, most }: { readonly name: string; readonly most: number }): string =>
    `${quoted(name)} is one JSON object of more than ${counted(most, "character")}, which has to be read as a whole. Save it with one object per line.`,
  brokenJson: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is not valid JSON; it may be cut off. Get the whole file, or read it as text.`,
  brokenRecord: ({ name, record }: { readonly name: string; readonly record: number }): string =>
    `${quoted(name)} is not valid JSON: record\u00a0${count(record)} cannot be read. Correct it, or get the whole file.`,
  notWorkbook: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is an archive, but not an Excel workbook (.xlsx) with a sheet in it. Save the sheet as .xlsx or CSV and choose that file.`,
  sheetDamaged: ({ name, sheet }: { readonly name: string; readonly sheet: string }): string =>
    `The sheet ${quoted(sheet)} of ${quoted(name)} is damaged and could not be read to its end. Save it again, or as CSV.`,
  notReadToEnd: ({ name, reason }: { readonly name: string; readonly reason: string }): string =>
    `${quoted(name)} could not be read to the end (${reason}). Choose it again.`,
  unknownEncoding: ({ encoding }: { readonly encoding: string }): string =>
    `The encoding ${quoted(encoding)} is not supported. Choose another, such as UTF-8.`,
  tooManyColumns: ({
    name,
    columns,
    most,
  }: {
    readonly name: string;
    readonly columns: number;
    readonly most: number;
  }): string =>
    `${quoted(name)} has ${counted(columns, "column")}, and the limit is ${count(most)}. Use fewer, or choose another delimiter.`,
  endlessRow: ({
    name,
    row: number,
    most,
  }: {
    readonly name: string;
    readonly row: number;
    readonly most: number;
  }): string =>
    `${quoted(name)} is not a table: ${row(number)} does not end within ${counted(most, "character")}. Choose a file with one line for each row.`,
  notOpen: "The table is no longer open. Choose its file again.",
  notRead: ({ reason }: { readonly reason: string }): string =>
    `The table could not be read: ${reason}. Use a smaller part of it, or choose the file again.`,
  onlyHeader: ({ name, columns }: { readonly name: string; readonly columns: number }): string =>
    `${quoted(name)} has a header with ${counted(columns, "column")}, but no rows. Choose a file with rows, or use the first row as data.`,
  noRows: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} has no rows. Choose a file with a table in it.`,
  readFrom: ({
    name,
    rows,
    columns,
    form,
    sheet,
    encoding,
    delimiter,
    namesRow,
    decimalComma,
    joinedLines,
  }: {
    readonly name: string;
    readonly rows: number;
    readonly columns: number;
    readonly form: "delimited" | "json" | "arff" | "ts" | "workbook";
    readonly sheet: string | null;
    readonly encoding: string;
    readonly delimiter: "," | ";" | "\t" | "|" | " ";
    readonly namesRow: number | null;
    readonly decimalComma: boolean;
    readonly joinedLines: number;
  }): string => {
    const names = namesRow === null ? "no column names" : `column names in ${row(namesRow)}`;
    const written =
      form === "delimited"
        ? [
            encoding,
            `${delimiters[delimiter]}-separated`,
            ...(sheet ? [`table ${quoted(sheet)}`] : []),
            names,
          ]
        : form === "workbook"
          ? [`sheet ${quoted(sheet ?? "")}`, names]
          : [encoding, fileForms[form], ...(sheet === null ? [] : [`list ${quoted(sheet)}`])];
    const parts = [
      ...written,
      ...(decimalComma ? ["decimal commas"] : []),
      ...(joinedLines > 0 ? [`${counted(joinedLines, "line")} joined within quotes`] : []),
    ];
    return `Read ${counted(rows, "row")} and ${counted(columns, "column")} from ${quoted(name)} (${parts.join(", ")}).`;
  },
  otherSheets: ({
    form,
    count: others,
    names,
  }: {
    readonly form: "delimited" | "json" | "arff" | "ts" | "workbook";
    readonly count: number;
    readonly names: string;
  }): string => `Not read: ${counted(others, otherTables[form])} of the file (${names}).`,

  // Where the table begins and ends, and the shape of its rows.
  rowsOutside: ({
    hasNames,
    from,
    to,
    leftOut,
  }: {
    readonly hasNames: boolean;
    readonly from: number;
    readonly to: number;
    readonly leftOut: readonly string[];
  }): string => {
    const rows = from === to ? row(to) : `rows\u00a0${count(from)} to\u00a0${count(to)}`;
    const begins = hasNames ? `The column names are in ${rows}.` : `The table begins in ${row(to)}.`;
    return leftOut.length > 0 ? `${begins} Left out: ${list(leftOut)}.` : begins;
  },
  rowsAbove: ({ rows, text }: { readonly rows: number; readonly text: string }): string =>
    `${counted(rows, "row")} above${text === "" ? "" : ` (${quoted(text)})`}`,
  rowsBelow: ({ rows, text }: { readonly rows: number; readonly text: string }): string =>
    `${counted(rows, "row")} below${text === "" ? "" : ` (${quoted(text)})`}`,
  filledDown: ({
    column,
    count: cells,
    row: number,
  }: {
    readonly column: string;
    readonly count: number;
    readonly row: number;
  }): string =>
    `Column ${quoted(column)}: ${counted(cells, "empty cell")} ${cells === 1 ? "has" : "have"} what stands above, as in merged cells; the first is in ${row(number)}.`,
  sumsBetween: ({ rows, text }: { readonly rows: number; readonly text: string }): string =>
    `${counted(rows, "row")} between that ${rows === 1 ? "has a sum" : "have sums"} (${quoted(text)})`,
  namesAgain: ({ rows }: { readonly rows: number }): string =>
    `${counted(rows, "row")} between that ${rows === 1 ? "has" : "have"} the names again`,
  fewNames: ({
    row: number,
    names,
    cells,
    example,
    decimalsJoined,
    canBeJoined,
    isNamed,
  }: {
    readonly row: number;
    readonly names: number;
    readonly cells: number;
    readonly example: string | null;
    readonly decimalsJoined: boolean;
    readonly canBeJoined: boolean;
    readonly isNamed: boolean;
  }): string => {
    const are = `The header in ${row(number)} has ${counted(names, "name")}, and the rows have ${counted(cells, "cell")}.`;
    if (isNamed)
      return `${are} The first column is read as the names of the rows, and the names are of the others.`;
    if (example === null)
      return `${are} The last columns have no name. If names are missing elsewhere, add them in the file.`;
    if (decimalsJoined) return `${are} ${quoted(example)} is read as one number with a decimal comma.`;
    const way = canBeJoined ? "" : " If so, save the file with semicolons between the cells.";
    return `${are} Is ${quoted(example)} one number? It is read as two cells.${way}`;
  },
  raggedRows: ({
    count: rows,
    columns,
    row: number,
    cells,
    how,
  }: {
    readonly count: number;
    readonly columns: number;
    readonly row: number;
    readonly cells: number;
    readonly how: "fill" | "drop";
  }): string => {
    const unquoted = cells > columns ? " A delimiter may stand within a cell there." : "";
    const done =
      how === "drop"
        ? "Such rows are left out."
        : "Missing cells are left empty, and surplus cells are left out.";
    return `${counted(rows, "row does", "rows do")} not have ${counted(columns, "cell")}; the first is ${row(number)}, with ${count(cells)}.${unquoted} ${done}`;
  },
  raggedOut: ({ count: rows }: { readonly count: number }): string =>
    `${counted(rows, "row")} with too few or too many cells ${isAre(rows)} left out.`,
  otherFields: ({
    names,
    count: rows,
    row: number,
  }: {
    readonly names: string;
    readonly count: number;
    readonly row: number;
  }): string =>
    `Left out: fields that no record at the beginning of the file has (${names}). ${counted(rows, "row")} ${rows === 1 ? "has" : "have"} such fields, the first is ${row(number)}. To read them as columns, put a record with all fields first.`,
  duplicateHeader: ({ name, row: number }: { readonly name: string; readonly row: number }): string =>
    `Several columns are named ${quoted(name)} in ${row(number)}. The later ones become ${quoted(`${name} (2)`)} and so on.`,
  joinedLines: ({ lines, row: number }: { readonly lines: number; readonly row: number }): string =>
    `${counted(lines, "line was", "lines were")} joined to the line before, because a quoted cell goes on; ${row(number)} is the first where such a cell holds a delimiter. If quotes are plain characters here, rows are lost this way.`,
  unclosedQuotes: ({
    count: quotes,
    row: number,
    givenUpAt,
  }: {
    readonly count: number;
    readonly row: number;
    readonly givenUpAt: number | null;
  }): string => {
    const givenUp =
      givenUpAt === null
        ? ""
        : ` So many are unclosed that from ${row(givenUpAt)} on quotes are read as plain characters.`;
    return `${counted(quotes, "quote is", "quotes are")} never closed; the first begins in ${row(number)}. Its row ends with its line.${givenUp}`;
  },
  strayQuotes: ({ count: rows, row: number }: { readonly count: number; readonly row: number }): string =>
    `${counted(rows, "row has", "rows have")} text after a closing quote; the first is ${row(number)}. The quote is read as part of the cell.`,
  quotesAsCharacters: ({ row: number }: { readonly row: number }): string =>
    `Quotes are read as plain characters from ${row(number)} on: if they enclosed cells, separate rows would be joined.`,
  timesAcross: ({
    from,
    to,
    isSeriesPerRow,
    isCertain,
    timesDown,
    leftOut,
  }: {
    readonly from: string;
    readonly to: string;
    readonly isSeriesPerRow: boolean;
    readonly isCertain: boolean;
    readonly timesDown: boolean;
    readonly leftOut: string | null;
  }): string => {
    const are = isCertain
      ? `The columns ${quoted(from)} to ${quoted(to)} are times.`
      : `Do the columns ${quoted(from)} to ${quoted(to)} count steps of time?`;
    if (!timesDown)
      return `${are} They are read as they stand: as separate inputs, with one step of time a row.`;
    return isSeriesPerRow
      ? `${are} Each row is read as a series, with a step for each of these columns.`
      : `${are} They are read one after the other, row by row, as one series.${leftOut === null ? "" : ` Left out: ${leftOut}.`}`;
  },
  timesBeside: ({
    columns,
    isCertain,
    timesJoined,
    leftOut,
    untimed,
  }: {
    readonly columns: string;
    readonly isCertain: boolean;
    readonly timesJoined: boolean;
    readonly leftOut: string | null;
    readonly untimed: number;
  }): string => {
    const are = isCertain
      ? `The columns ${columns} are the times of separate series, each of the values to its right.`
      : `Are the columns ${columns} the times of separate series, each of the values to its right?`;
    if (!timesJoined) return `${are} They are read as they stand: the values of a row count as of one time.`;
    const without = untimed > 0 ? ` Left out: values without a time in ${counted(untimed, "row")}.` : "";
    return `${are} The series are joined by time: one row per time, with empty cells where a series has none.${leftOut === null ? "" : ` Left out: ${leftOut}.`}${without}`;
  },
  doubtfulNumbers: ({
    cell,
    columns,
    value,
  }: {
    readonly cell: string;
    readonly columns: string;
    readonly value: number;
  }): string =>
    `${quoted(cell)} in ${columns} is read as ${measured(value)}. Nothing in the table tells whether its ${cell.includes(",") ? "comma" : "point"} marks decimals or thousands.`,
  bothDecimals: ({
    column,
    cell,
    row: number,
    pointed,
    pointedRow,
  }: {
    readonly column: string;
    readonly cell: string;
    readonly row: number;
    readonly pointed: string;
    readonly pointedRow: number;
  }): string =>
    `The decimal sign changes in column ${quoted(column)}: ${quoted(cell)} in ${row(number)} has a comma, ${quoted(pointed)} in ${row(pointedRow)} a point. It is not read as numbers. Give all of its numbers the same sign in the file.`,
  listsInCells: ({
    column,
    cell,
    row: number,
  }: {
    readonly column: string;
    readonly cell: string;
    readonly row: number;
  }): string =>
    `Each cell of column ${quoted(column)} holds a list of numbers, ${quoted(cell)} in ${row(number)} for example. Lists are not read. Give each number a column of its own, or a row of its own beside an id.`,
  undecodable: ({
    count: cells,
    encoding,
    row: number,
    column,
  }: {
    readonly count: number;
    readonly encoding: string;
    readonly row: number;
    readonly column: string;
  }): string =>
    `${counted(cells, "cell has", "cells have")} bytes that are not ${encoding}; the first is in ${row(number)}, column ${quoted(column)}. The file has another encoding, or several. Such characters are read as “\uFFFD”.`,

  // Cells.
  sentinel: ({
    cell,
    count: times,
    columns,
    row: number,
  }: {
    readonly cell: string;
    readonly count: number;
    readonly columns: string;
    readonly row: number;
  }): string =>
    `${quoted(cell)} occurs ${counted(times, "time")} in ${columns}, far from the other values; the first is in ${row(number)}. Does it stand for a missing value? It is read as a number.`,
  invalidCells: ({
    column,
    count: cells,
    expected,
    everyCell,
    cell,
    row: number,
    how,
  }: {
    readonly column: string;
    readonly count: number;
    readonly expected: "number" | "date";
    readonly everyCell: boolean;
    readonly cell: string;
    readonly row: number;
    readonly how: keyof typeof invalid;
  }): string => {
    const what = everyCell
      ? `no cell is a ${expected}`
      : counted(cells, `cell is not a ${expected}`, `cells are not ${expected}s`);
    return `Column ${quoted(column)}: ${what}; the first is ${quoted(cell)} in ${row(number)}. ${invalid[how](cells)}`;
  },
  invalidColumns: ({
    columns,
    count: cells,
    column,
    cell,
    row: number,
    how,
  }: {
    readonly columns: string;
    readonly count: number;
    readonly column: string;
    readonly cell: string;
    readonly row: number;
    readonly how: keyof typeof invalid;
  }): string =>
    `Columns ${columns}: ${count(cells)} cells cannot be read as numbers or dates, as the others are; the first is ${quoted(cell)} in column ${quoted(column)}, ${row(number)}. ${invalid[how](cells)}`,
  infiniteCells: ({
    column,
    count: cells,
    cell,
    row: number,
    how,
  }: {
    readonly column: string;
    readonly count: number;
    readonly cell: string;
    readonly row: number;
    readonly how: keyof typeof invalid;
  }): string =>
    `Column ${quoted(column)}: ${counted(cells, "cell is", "cells are")} infinite or too large; the first is ${quoted(cell)} in ${row(number)}. ${invalid[how](cells)}`,
  ambiguousDates: ({
    column,
    example,
    row: number,
  }: {
    readonly column: string;
    readonly example: string;
    readonly row: number;
  }): string =>
    `Column ${quoted(column)}: dates such as ${quoted(example)} (${row(number)}) may begin with the day or the month. They are read with the month first.`,
  missingValues: ({
    column,
    count: values,
    row: number,
    how,
  }: {
    readonly column: string;
    readonly count: number;
    readonly row: number;
    readonly how: keyof typeof missing;
  }): string =>
    `Column ${quoted(column)}: ${counted(values, "value is", "values are")} missing; the first is in ${row(number)}. ${missing[how]}`,
  missingIn: ({ counts, how }: { readonly counts: string; readonly how: keyof typeof missing }): string =>
    `Missing values: ${counts}. ${missing[how]}`,
  countIn: ({ count: values, column }: { readonly count: number; readonly column: string }): string =>
    `${count(values)} in ${quoted(column)}`,
  rowsWithMissingOut: ({ count: rows }: { readonly count: number }): string =>
    `${counted(rows, "row")} with wrong or missing cells ${isAre(rows)} left out.`,
  era: ({
    column,
    era,
    cell,
    date,
  }: {
    readonly column: string;
    readonly era: "buddhist" | "solarHijri" | "japanese" | "minguo";
    readonly cell: string;
    readonly date: string;
  }): string => {
    const eras = {
      buddhist: "the Buddhist era",
      solarHijri: "Iran’s calendar",
      japanese: "Japan’s eras",
      minguo: "the Minguo era",
    };
    return `Dates in ${quoted(column)} are those of ${eras[era]}: ${quoted(cell)} is ${date}.`;
  },
  signs: ({ columns }: { readonly columns: string }): string =>
    `Numbers are read without the signs around them: ${columns}.`,
  signsIn: ({ column, rules }: { readonly column: string; readonly rules: readonly string[] }): string =>
    `${list(rules)} in ${quoted(column)}`,
  durationsRead: "durations are seconds, so that “1:30” is 90",
  degreesRead: "angles are degrees, so that “52°30′S” is −52.5",
  boundRead: ({ sign }: { readonly sign: string }): string => `${quoted(`${sign}1`)} is read as 1`,
  multiplierRead: ({
    sign,
    factor,
  }: {
    readonly sign: string;
    readonly factor:
      | "thousand"
      | "tenThousand"
      | "hundredThousand"
      | "million"
      | "tenMillion"
      | "hundredMillion"
      | "billion"
      | "trillion";
  }): string => {
    const factors = {
      thousand: "thousand",
      tenThousand: "ten thousand",
      hundredThousand: "a hundred thousand",
      million: "million",
      tenMillion: "ten million",
      hundredMillion: "a hundred million",
      billion: "billion",
      trillion: "trillion",
    };
    return `${quoted(sign)} means ${factors[factor]}`;
  },
  bracketsRead: "“(1)” is read as −1",
  minusBehindRead: "“1-” is read as −1",
  signIgnored: ({ sign }: { readonly sign: string }): string => `${quoted(sign)} is ignored`,

  // The order of the rows.
  rowsWithoutValueOut: ({
    count: rows,
    column,
    row: number,
  }: {
    readonly count: number;
    readonly column: string;
    readonly row: number;
  }): string =>
    `${counted(rows, "row")} without a value in ${quoted(column)} ${isAre(rows)} left out; the first is ${row(number)}.`,
  rowsWithWrongCellOut: ({
    count: rows,
    column,
    row: number,
  }: {
    readonly count: number;
    readonly column: string;
    readonly row: number;
  }): string =>
    `${counted(rows, "row")} with a wrong cell in ${quoted(column)} ${isAre(rows)} left out; the first is ${row(number)}.`,
  rowsOfValues: ({
    column,
    count: values,
    values: listed,
    kept,
    of,
  }: {
    readonly column: string;
    readonly count: number;
    readonly values: string;
    readonly kept: number;
    readonly of: number;
  }): string =>
    `Only the rows are read in which ${quoted(column)} has ${plural(values, "the value", "one of the values")} ${listed}: ${counted(kept, "row")} of ${count(of)}.`,
  rowsOfRange: ({
    column,
    from,
    to,
    kept,
    of,
  }: {
    readonly column: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly kept: number;
    readonly of: number;
  }): string => {
    const range =
      from === null ? `at most ${to}` : to === null ? `at least ${from}` : `from ${from} to ${to}`;
    return `Only the rows are read in which ${quoted(column)} is ${range}: ${counted(kept, "row")} of ${count(of)}.`;
  },
  noRowLeft: ({ column, rows }: { readonly column: string; readonly rows: number }): string =>
    `None of the ${counted(rows, "row")} has one of the chosen values in the column ${quoted(column)}.`,
  readAllRows: "Read all rows",
  /** @param empty steps without a row of the file */
  evenSteps: ({
    spacing,
    how,
    rows,
    steps,
    empty,
  }: {
    readonly spacing: string;
    readonly how: keyof typeof taken;
    readonly rows: number;
    readonly steps: number;
    readonly empty: number;
  }): string =>
    `Even steps (${spacing}): ${counted(rows, "row becomes", "rows become")} ${counted(steps, "step")}, each with the ${taken[how]} of its numbers and the last of its words. ${empty === 0 ? "Every step has a row." : `${counted(empty, "step has", "steps have")} no row, and ${plural(empty, "its values are", "their values are")} missing.`}`,
  evenLeftOut: ({ count: rows }: { readonly count: number }): string =>
    `${counted(rows, "row")} without a time or a series ${isAre(rows)} in no step.`,
  evenUnfinished: ({ count: steps, spacing }: { readonly count: number; readonly spacing: string }): string =>
    `Left out: ${counted(steps, "step")} (${spacing}) at the ends, of which the file has a part alone: the sum would be too small.`,
  tooManyEvenSteps: ({ steps, most }: { readonly steps: number; readonly most: number }): string =>
    `These steps would make ${counted(steps, "row")}; at most ${count(most)} can be made. Choose longer steps.`,
  asTheyAre: "Leave the rows as they are",
  evenChoice: ({ spacing, how }: { readonly spacing: string; readonly how: keyof typeof taken }): string =>
    `Even steps (${spacing}), the ${taken[how]}`,
  rowsWithoutTimeOut: ({
    count: rows,
    columns,
    row: number,
  }: {
    readonly count: number;
    readonly columns: string;
    readonly row: number;
  }): string =>
    `${counted(rows, "row")} without a time in ${columns} ${isAre(rows)} left out; the first is ${row(number)}.`,
  unorderedTimes: ({
    columns,
    count: rows,
    row: number,
  }: {
    readonly columns: readonly string[];
    readonly count: number;
    readonly row: number;
  }): string =>
    `${columnsNamed(columns)}: ${counted(rows, "row is", "rows are")} earlier than the row before; the first is ${row(number)}. The rows are sorted by time.`,
  newestFirst: ({ columns }: { readonly columns: readonly string[] }): string =>
    `${columnsNamed(columns)}: newest first. All rows are turned round.`,
  sortedBy: ({ columns }: { readonly columns: string }): string => `The rows are sorted by ${columns}.`,
  duplicateTimes: ({
    columns,
    count: rows,
    row: number,
    how,
    mayBeSeries,
  }: {
    readonly columns: readonly string[];
    readonly count: number;
    readonly row: number;
    readonly how: keyof typeof duplicates;
    readonly mayBeSeries: boolean;
  }): string => {
    const series = mayBeSeries
      ? " If the rows are those of several series, choose the column that tells them apart."
      : "";
    return `${columnsNamed(columns)}: ${counted(rows, "row has", "rows have")} the same time as the row before; the first is ${row(number)}. ${duplicates[how]}${series}`;
  },
  timesRepeated: ({
    count: rows,
    how,
  }: {
    readonly count: number;
    readonly how: keyof typeof duplicates;
  }): string => `${counted(rows, "row repeats", "rows repeat")} a time. ${duplicates[how]}`,
  unevenTimes: ({
    column,
    count: steps,
    row: number,
  }: {
    readonly column: string;
    readonly count: number;
    readonly row: number;
  }): string =>
    `Column ${quoted(column)}: ${counted(steps, "step is", "steps are")} much longer or shorter than the others; the first ends in ${row(number)}. Each row counts as one step, however long it takes.`,

  // Classes.
  tooManyClasses: ({
    column,
    classes,
    kept,
    others,
    noun,
    how,
    label,
    row: number,
  }: {
    readonly column: string;
    readonly classes: number;
    readonly kept: number;
    readonly others: number;
    readonly noun: "sequence" | "row";
    readonly how: "drop" | "merge";
    readonly label: string;
    readonly row: number;
  }): string => {
    const done =
      how === "merge" ? plural(others, "shares one class", "share one class") : `${isAre(others)} left out`;
    return `Column ${quoted(column)} has ${counted(classes, "class", "classes")}. The ${count(kept)} most frequent are kept; ${counted(others, noun)} of the others ${done}. The first is ${quoted(label)} in ${row(number)}.`;
  },
  noLabels: ({ column, noun }: { readonly column: string; readonly noun: "sequence" | "row" }): string =>
    `Column ${quoted(column)} has no label in any ${noun}. Choose another column as the label.`,
  constantLabel: ({
    column,
    label,
    row: number,
  }: {
    readonly column: string;
    readonly label: string;
    readonly row: number;
  }): string =>
    `Column ${quoted(column)} has the same label, ${quoted(label)}, everywhere from ${row(number)} on. At least two classes are needed: choose another column as the label.`,
  constantNumber: ({
    column,
    value,
    row: number,
  }: {
    readonly column: string;
    readonly value: number;
    readonly row: number;
  }): string =>
    `Column ${quoted(column)} has the same number, ${measured(value)}, everywhere from ${row(number)} on. Choose another column as the label.`,
  labelNotNumbers: ({ column }: { readonly column: string }): string =>
    `Column ${quoted(column)} has no numbers, so none can be estimated. Choose another as the label, make it a number, or classify instead.`,
  numbersOf: ({
    column,
    noun,
    count: numbers,
    min,
    max,
  }: {
    readonly column: string;
    readonly noun: "sequence" | "row";
    readonly count: number;
    readonly min: number;
    readonly max: number;
  }): string =>
    `${quoted(column)} is estimated, one number for each ${noun === "sequence" ? "sequence" : "row"}: ${count(numbers)} of them, from ${measured(min)} to ${measured(max)}.`,
  rareClasses: ({
    count: classes,
    noun,
    label,
    row: number,
  }: {
    readonly count: number;
    readonly noun: "sequence" | "row";
    readonly label: string;
    readonly row: number;
  }): string =>
    `${counted(classes, "class has", "classes have")} a single ${noun}; the first is ${quoted(label)} in ${row(number)}. It is in the training set, so the accuracy of such a class cannot be measured.`,
  classesOf: ({ column, classes }: { readonly column: string; readonly classes: string }): string =>
    `Classes of ${quoted(column)}: ${classes}.`,
  classCount: ({ label, count: examples }: { readonly label: string; readonly count: number }): string =>
    `${quoted(label)}\u00a0(${count(examples)})`,
  unlabelledOut: ({
    count: examples,
    noun,
  }: {
    readonly count: number;
    readonly noun: "sequence" | "row";
  }): string => `${counted(examples, noun)} without a label ${isAre(examples)} left out.`,
  rareOut: ({
    count: examples,
    noun,
    classes,
  }: {
    readonly count: number;
    readonly noun: "sequence" | "row";
    readonly classes: number;
  }): string =>
    `${counted(examples, noun)} of rare classes ${isAre(examples)} left out; ${counted(classes, "class is", "classes are")} kept.`,

  // Sequences.
  emptySequences: ({
    count: sequences,
    id,
    column,
    row: number,
  }: {
    readonly count: number;
    readonly id: string;
    readonly column: string;
    readonly row: number;
  }): string =>
    `${counted(sequences, "sequence has", "sequences have")} no rows left and ${isAre(sequences)} left out; the first is ${quoted(id)} in column ${quoted(column)}, ${row(number)}.`,
  emptyRows: ({ count: rows, row: number }: { readonly count: number; readonly row: number }): string =>
    `${counted(rows, "row has", "rows have")} no value in any step and ${isAre(rows)} left out; the first is ${row(number)}.`,
  changingLabel: ({
    column,
    count: sequences,
    row: number,
  }: {
    readonly column: string;
    readonly count: number;
    readonly row: number;
  }): string =>
    `Column ${quoted(column)}: ${counted(sequences, "sequence has", "sequences have")} more than one label; the first changes in ${row(number)}. The last label of each counts. To learn all of them, label every step instead.`,
  oneSequenceCut: ({ window, sequences }: { readonly window: number; readonly sequences: number }): string =>
    `The sequence is cut into windows of ${counted(window, "row")}, which makes ${counted(sequences, "sequence")}.`,
  longSequencesCut: ({
    count: long,
    window,
    sequences,
  }: {
    readonly count: number;
    readonly window: number;
    readonly sequences: number;
  }): string =>
    `${counted(long, "long sequence is", "long sequences are")} cut into windows of ${counted(window, "row")}, which makes ${counted(sequences, "sequence")}.`,
  inputsRead: ({ columns, lengths }: { readonly columns: string; readonly lengths: string }): string =>
    `Inputs: ${columns}, ${lengths}.`,
  rowsAreSequences: ({
    columns,
    first,
    last,
    lengths,
  }: {
    readonly columns: number;
    readonly first: string;
    readonly last: string;
    readonly lengths: string;
  }): string =>
    `Each row is a sequence of one feature: ${counted(columns, "column")} from ${quoted(first)} to ${quoted(last)}, ${lengths}.`,
  stepsEach: ({ steps }: { readonly steps: number }): string => `${counted(steps, "step")} each`,
  stepsRange: ({ shortest, longest }: { readonly shortest: number; readonly longest: number }): string =>
    `${count(shortest)} to\u00a0${counted(longest, "step")} each`,
  tooFewSequences: ({ sequences, rows }: { readonly sequences: number; readonly rows: number }): string =>
    `There are too few sequences to train and hold some out: ${count(sequences)}, from ${counted(rows, "row")}. Use a file with more of them, or another id.`,
  tooFewRowSequences: ({ sequences, rows }: { readonly sequences: number; readonly rows: number }): string =>
    `There are too few sequences to train and hold some out: ${count(sequences)}, from ${counted(rows, "row")}. Use a file with more rows.`,
  noInputs: "No columns are left for the network to read. Choose some beside the label, the id and the time.",
  windowTooSmall: "A window has at least 1\u00a0row. Choose a larger one.",
  noSteps: "No columns are chosen as steps. Choose those that hold the values over time.",
  stepNotNumbers: ({ column }: { readonly column: string }): string =>
    `Column ${quoted(column)} has no numbers, so it cannot be a step. Leave it out, or make it a number.`,
  splitByTime: ({ train, heldOut }: { readonly train: number; readonly heldOut: number }): string =>
    `Training set: ${counted(train, "sequence")}. Held-out set: the last ${count(heldOut)}, by time.`,
  splitStratified: ({ train, heldOut }: { readonly train: number; readonly heldOut: number }): string =>
    `Training set: ${counted(train, "sequence")}. Held-out set: ${count(heldOut)}, drawn at random with the same share of every class. No sequence is in both.`,
  splitRandom: ({ train, heldOut }: { readonly train: number; readonly heldOut: number }): string =>
    `Training set: ${counted(train, "sequence")}. Held-out set: ${count(heldOut)}, drawn at random. No sequence is in both.`,
  splitRows: ({ train, heldOut }: { readonly train: number; readonly heldOut: number }): string =>
    `Training set: ${counted(train, "row")}. Held-out set: ${count(heldOut)}, drawn at random with the same share of every class.`,
  splitRowsRandom: ({ train, heldOut }: { readonly train: number; readonly heldOut: number }): string =>
    `Training set: ${counted(train, "row")}. Held-out set: ${count(heldOut)}, drawn at random.`,
  sameTextAndLabel: "The text and the label are the same column. Choose another column for one of them.",
  textProblem: ({ column, problem }: { readonly column: string; readonly problem: string }): string =>
    `Column ${quoted(column)}, as the text: ${problem}`,

  // Features.
  notAFeature: ({ column, kind }: { readonly column: string; readonly kind: "id" | "text" }): string =>
    `Column ${quoted(column)} is ${kind === "id" ? "an id" : "text"}, which cannot be a feature. Leave it out, or make it a number or a category.`,
  tooManyWords: ({
    column,
    words,
    most,
  }: {
    readonly column: string;
    readonly words: number;
    readonly most: number;
  }): string =>
    `Column ${quoted(column)} has ${counted(words, "different value")} in the training set. Each would be a feature, and the limit is ${count(most)}. Leave the column out, or make it a number.`,
  tooManyNumbers: ({
    rows,
    features,
    most,
  }: {
    readonly rows: number;
    readonly features: number;
    readonly most: number;
  }): string =>
    `${counted(rows, "row")} of ${counted(features, "feature")} are too many: the limit is ${counted(most, "number")}. Choose fewer features, or use a part of the file.`,
  tooManySteps: ({
    rows,
    steps,
    most,
  }: {
    readonly rows: number;
    readonly steps: number;
    readonly most: number;
  }): string =>
    `${counted(rows, "row")} of ${counted(steps, "step")} are too many: the limit is ${counted(most, "number")}. Choose fewer steps, or use a part of the file.`,
  categories: ({ columns }: { readonly columns: string }): string =>
    `One-hot encoded, one feature for each value: ${columns}.`,
  /** A feature: what is read of a column that is not its value. */
  featureInForm: ({ column, form }: { readonly column: string; readonly form: Form }): string =>
    `${column}, ${forms[form].replace(/^the /, "")}`,
  forecastForm: ({ form }: { readonly form: Form }): string => `Forecast ${forms[form]}`,
  ofColumn: ({ column, sentence }: { readonly column: string; readonly sentence: string }): string =>
    `${quoted(column)}: ${sentence}`,
  /** @param reason why nobody had to choose it, or null: somebody has */
  formUsed: ({
    form,
    reason,
    several,
  }: {
    readonly form: Form;
    readonly reason: "steady" | "best" | "moves" | "mixed" | "few" | null;
    readonly several: boolean;
  }): string => {
    const whyOfSeveral = {
      steady: "because most of the series keep their level in the training set (KPSS test). ",
      moves:
        "because most of the series do not keep their level (KPSS test), and of all forms this one has the smallest error on the last fifth of their training sets, without a network. ",
      mixed:
        "because some of the series do not keep their level (KPSS test), and of all forms this one has the smallest error over all series on the last fifth of their training sets, without a network. ",
      best: "because no change has a smaller error on the last fifth of the training sets, without a network. ",
      few: "because the series have too few rows to tell whether they keep their level. ",
    };
    const whyOfOne = {
      steady: "because the series keeps its level in the training set (KPSS test). ",
      moves:
        "because the series does not keep its level (KPSS test), and of all forms this one has the smallest error on the last fifth of the training set, without a network. ",
      mixed: "",
      best: "because no change has a smaller error on the last fifth of the training set, without a network. ",
      few: "because there are too few rows to tell whether the series keeps its level. ",
    };
    const why = several ? whyOfSeveral : whyOfOne;
    const sentence = `${capital(forms[form])} is forecast${reason === null ? ". " : `, ${why[reason]}`}`;
    return form === "value" ? sentence.trim() : `${sentence}${undone[form]}`.trim();
  },
  readAsChanges: ({ columns }: { readonly columns: string }): string =>
    `Read as changes from row to row, because they do not keep their level: ${columns}.`,
  limited: ({
    column,
    isShare,
    isWhole,
  }: {
    readonly column: string;
    readonly isShare: boolean;
    readonly isWhole: boolean;
  }): string => {
    if (isShare)
      return `${quoted(column)} is always from 0 to 1 in the training set, so a forecast beyond that becomes 0 or 1.`;
    return isWhole
      ? `${quoted(column)} is a whole number, never below 0, in the training set, so forecasts are rounded to whole numbers, and a forecast below 0 becomes 0.`
      : `${quoted(column)} is never below 0 in the training set, so a forecast below 0 becomes 0.`;
  },
  formNeedsSeason: ({ form }: { readonly form: Form }): string =>
    `To forecast ${forms[form]}, a season is needed. Choose a season, or another form.`,
  formNeedsPositive: ({ form, column }: { readonly form: Form; readonly column: string }): string =>
    `To forecast ${forms[form]}, no value may be below 0, but ${quoted(column)} has such values. Choose another form.`,
  leavesRange: ({
    series,
    column,
    row: number,
    isAbove,
    least,
    most,
    trainLeast,
    trainMost,
    form,
  }: {
    /** That which leaves its own range furthest, where each is scaled by itself. */
    readonly series: string | null;
    readonly column: string;
    readonly row: number;
    readonly isAbove: boolean;
    readonly least: number;
    readonly most: number;
    readonly trainLeast: number;
    readonly trainMost: number;
    readonly form: Form;
  }): string => {
    const reach = isAbove
      ? `reaches ${measured(most)} in the held-out set, but only ${measured(trainMost)} in the training set`
      : `falls to ${measured(least)} in the held-out set, but only to ${measured(trainLeast)} in the training set`;
    const then = {
      value: "A network does not learn what lies outside of its training set. Changes may stay inside.",
      logarithm: "A network does not learn what lies outside of its training set. Changes may stay inside.",
      change: "The change is forecast, which does not depend on the level.",
      seasonalChange: "The seasonal change is forecast, which does not depend on the level.",
      relativeChange: "The relative change is forecast, which does not depend on the level.",
      seasonalRelativeChange: "The relative seasonal change is forecast, which does not depend on the level.",
    };
    const what = series === null ? quoted(column) : `${quoted(column)} of series ${quoted(series)}`;
    return `${what} ${reach}; ${row(number)} is the first outside. ${then[form]}`;
  },
  farInput: ({
    series,
    column,
    row: number,
    least,
    most,
    trainLeast,
    trainMost,
    isOut,
  }: {
    readonly series: string | null;
    readonly column: string;
    readonly row: number;
    readonly least: number;
    readonly most: number;
    readonly trainLeast: number;
    readonly trainMost: number;
    readonly isOut: boolean;
  }): string =>
    `Input ${quoted(column)}${series === null ? "" : ` of series ${quoted(series)}`} goes from ${measured(trainLeast)} to ${measured(trainMost)} in the training set, but from ${measured(least)} to ${measured(most)} in the held-out set; ${row(number)} is the first outside. ${isOut ? "It is left out." : "It is read all the same."}`,
  leaveOut: "Leave it out",
  readAllTheSame: "Read it all the same",
  fewRows: ({
    rows,
    trained,
    heldOut,
  }: {
    readonly rows: number;
    readonly trained: number;
    readonly heldOut: number;
  }): string =>
    `${counted(rows, "row")} ${isAre(rows)} few: ${counted(trained, "window")} to train on and ${counted(heldOut, "held-out forecast")}. Little can be learnt, and chance decides the result.`,
  scaled: ({ how }: { readonly how: "standard" | "minMax" | "none" }): string =>
    how === "none"
      ? "Numbers are not scaled."
      : `Numbers are scaled to ${how === "standard" ? "mean 0 and standard deviation 1" : "the range from 0 to 1"}, measured on the training set alone. Charts and results are in the units of the file.`,

  scaledEach: "Each series is scaled by itself, so that large and small ones count alike.",

  // Several series.
  seriesFound: ({
    column,
    count: many,
    series,
    shortest,
    longest,
  }: {
    readonly column: string;
    readonly count: number;
    readonly series: string;
    readonly shortest: number;
    readonly longest: number;
  }): string => {
    const rows =
      shortest === longest
        ? `${counted(longest, "row")} each`
        : `${count(shortest)} to\u00a0${counted(longest, "row")} each`;
    return `${counted(many, "series", "series")} of ${quoted(column)}, ${rows}: ${series}. No window has rows of two of them.`;
  },
  shortSeries: ({ count: many }: { readonly count: number }): string =>
    `${counted(many, "series has", "series have")} too few rows for a window and ${isAre(many)} left out.`,
  lastOfEachHeldOut: ({ heldOut, train }: { readonly heldOut: number; readonly train: number }): string =>
    `Held-out set: the last rows of each series, ${count(heldOut)} in all. Training set: the ${counted(train, "row")} before.`,
  futureRowsOfSeries: ({
    rows,
    first,
    targets,
  }: {
    readonly rows: number;
    readonly first: string;
    readonly targets: string;
  }): string =>
    `${counted(rows, "row")} at the end of the series, the first at ${first}, ${plural(rows, "has", "have")} no value of ${targets}: ${plural(rows, "it is", "they are")} in the future, neither filled in nor counted.`,
  splitByTimeWithin: ({
    train,
    heldOut,
    series,
  }: {
    readonly train: number;
    readonly heldOut: number;
    readonly series: number;
  }): string =>
    `Training set: ${counted(train, "sequence")}. Held-out set: ${count(heldOut)}, the last of each of ${counted(series, "series", "series")}, by time.`,

  // Forecasts.
  noTarget: "No column to forecast is chosen. Choose one with numbers.",
  targetNotNumbers: ({ column }: { readonly column: string }): string =>
    `Column ${quoted(column)} has no numbers, so it cannot be forecast. Choose another, or make it a number.`,
  windowNotWhole: ({ min, max }: { readonly min: number; readonly max: number }): string =>
    `The lookback window must be a whole number of rows from ${count(min)} to ${count(max)}, and the forecast horizon one of at least 1.`,
  seasonNotWhole: "A season must be a whole number of rows, at least 1. Choose another, or none.",
  calendarNeedsDates:
    "Calendar features need a column of dates. Choose one as the time, or leave the features out.",
  unknownColumn: "The question names a column that the table does not have. Choose its columns again.",
  heldOutShareOutside:
    "The held-out set must be more than nothing and less than everything. Choose another share.",
  boundWanted: ({ isDate }: { readonly isDate: boolean }): string =>
    isDate ? "A date as 2024-03-31, or with its time as 2024-03-31 18:00." : "A number as 12.5.",
  momentWanted: ({ isDate }: { readonly isDate: boolean }): string =>
    isDate ? "A date as 2024-03-31, or with its time as 2024-03-31 18:00." : "A number of the time column.",
  nothingToAsk: ({ name }: { readonly name: string }): string =>
    `Nothing can be asked of ${quoted(name)}: no column has numbers to forecast, and none has labels that repeat. Correct how the file is read or the type of a column, or use another table.`,
  readAsText: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is read as a text: as a table, no column has numbers to forecast, and none has labels that repeat.`,
  notPrepared: "The table cannot be prepared for this question. Change the question.",
  lastRowsUsed: ({ rows, used }: { readonly rows: number; readonly used: number }): string =>
    `Only the last ${count(used)} of ${counted(rows, "row")} are used.`,
  heldOutFromUnfit: ({
    from,
    first,
    last,
    train,
    heldOut,
    trainNeeded,
    heldOutNeeded,
    earlier: isEarlier,
  }: {
    readonly from: string;
    /** The time of the first row, and of the last. */
    readonly first: string;
    readonly last: string;
    readonly train: number;
    readonly heldOut: number;
    readonly trainNeeded: number;
    readonly heldOutNeeded: number;
    /** Whether an earlier time helps, else a later one. */
    readonly earlier: boolean;
  }): string => {
    const divided = `Held out from ${from}, ${counted(train, "row")} train and ${count(heldOut)} are held out; at least ${count(trainNeeded)} and ${count(heldOutNeeded)} are needed.`;
    const way = isEarlier ? "Choose an earlier time." : "Choose a later time.";
    return `${divided} The data begin at ${first} and end at ${last}. ${way}`;
  },
  tooFewRows: ({
    train,
    heldOut,
    window,
    horizon,
    lead,
    largestWindow,
    shorterHelps,
  }: {
    readonly train: number;
    readonly heldOut: number;
    readonly window: number;
    readonly horizon: number;
    /** Rows before a window to which a change is measured. */
    readonly lead: number;
    readonly largestWindow: number | null;
    readonly shorterHelps: boolean;
  }): string => {
    const way =
      largestWindow === null
        ? shorterHelps
          ? "Set a shorter horizon and window, or use a file with more rows."
          : "Use a file with more rows."
        : `Set the lookback window to ${counted(largestWindow, "row")} or fewer.`;
    return `There are too few rows: a window of ${count(window)}${lead > 0 ? `, ${count(lead)} before it` : ""} and a horizon of ${count(horizon)} need ${count(lead + window + horizon)} to train and ${count(horizon)} held out, but there are ${count(train)} and ${count(heldOut)}. ${way}`;
  },
  constantColumn: ({
    column,
    rows,
    row: number,
  }: {
    readonly column: string;
    readonly rows: number;
    readonly row: number;
  }): string =>
    `Column ${quoted(column)} has the same value in all ${counted(rows, "row")}, from ${row(number)} on: there is nothing to learn. Choose another column.`,
  rowsBeforeFirstOut: ({ count: rows }: { readonly count: number }): string =>
    `${counted(rows, "row")} at the beginning, before every column has a value, ${isAre(rows)} left out.`,
  timeJoined: ({ columns }: { readonly columns: string }): string => `Time: ${columns} together.`,
  timeJoinedEvery: ({ columns, spacing }: { readonly columns: string; readonly spacing: string }): string =>
    `Time: ${columns} together, a row every ${spacing}.`,
  forecastNext: ({
    targets,
    step,
    window,
  }: {
    readonly targets: string;
    readonly step: string;
    readonly window: string;
  }): string => `Forecast: ${targets}, ${step} ahead, from the previous ${window}.`,
  forecastAhead: ({
    targets,
    horizon,
    window,
  }: {
    readonly targets: string;
    readonly horizon: string;
    readonly window: string;
  }): string => `Forecast: ${targets}, the next ${horizon}, from the previous ${window}.`,
  guessedTarget: ({
    column,
    reason,
  }: {
    readonly column: string;
    readonly reason: "only" | "name" | "last";
  }): string =>
    `${quoted(column)} is proposed ${reasons[reason]}. You can choose any other column of numbers.`,
  otherInputs: ({ columns }: { readonly columns: string }): string => `Other inputs: ${columns}.`,
  calendarRead: ({
    features,
  }: {
    readonly features: readonly ("hourOfDay" | "dayOfWeek" | "dayOfYear" | "month")[];
  }): string =>
    `Calendar features: ${list(features.map((feature) => calendar[feature]))}, each as a sine and a cosine.`,
  notInputs: ({ columns }: { readonly columns: string }): string => `Not read: ${columns}.`,
  notInput: ({
    column,
    why,
  }: {
    readonly column: string;
    readonly why:
      | "mostlyMissing"
      | "anotherTime"
      | "counter"
      | "calendar"
      | "place"
      | "perSeries"
      | "namesSeries"
      | "constant";
  }): string => `${quoted(column)} (${unfit[why]})`,
  lastHeldOut: ({
    heldOut,
    first,
    train,
  }: {
    readonly heldOut: string;
    readonly first: string;
    readonly train: string;
  }): string => `Held-out set: the last ${heldOut}, from ${first} on. Training set: the ${train} before.`,
  heldOutCarries:
    "In the held-out set missing values take the last value: the next one is what is to be forecast.",
  filledNotMeasured: "Errors are measured only on values that the file has, not on filled-in ones.",
  noSeason: ({ why, most }: { readonly why: keyof typeof noSeason; readonly most: number }): string =>
    `${noSeason[why](most)} “Repeating the last season” is no baseline.`,
  season: ({ steps }: { readonly steps: string }): string =>
    `A season has ${steps}: the seasonal naive forecast, the value one season earlier, is a baseline as well.`,
  futureRow: ({ place, targets }: { readonly place: string; readonly targets: string }): string =>
    `The last row, ${place}, has no value of ${targets}: it is in the future, neither filled in nor counted.`,
  futureRows: ({
    rows,
    first,
    targets,
  }: {
    readonly rows: number;
    readonly first: string;
    readonly targets: string;
  }): string =>
    `The last ${counted(rows, "row")}, from ${first} on, have no value of ${targets}: they are in the future, neither filled in nor counted.`,
  value: "value",
  calendarFeature: ({
    feature,
    part,
  }: {
    readonly feature: keyof typeof calendar;
    readonly part: "sine" | "cosine";
  }): string => `${calendar[feature]}, ${part}`,
  /** Of a part of a sequence: where it begins; the name is null where all rows are one sequence. */
  windowFrom: ({ name, row: number }: { readonly name: string | null; readonly row: number }): string =>
    `${name === null ? "" : `${name}, `}from ${row(number)}`,
  rowNamed: ({ row: number }: { readonly row: number }): string => row(number),

  // Lengths of time, and steps of such lengths. Without dates a step is a row.
  spacing: ({ count: units, unit }: { readonly count: number; readonly unit: TimeUnit }): string => {
    if (units === 1) return unit;
    if (unit === "minute" && units === 30) return "half an hour";
    if (unit === "quarter" && units === 2) return "half a year";
    const short = abbreviations.get(unit);
    return short ? `${count(units)}\u00a0${short}` : counted(units, unit);
  },
  oneStep: ({ unit }: { readonly unit: TimeUnit | "row" }): string => `one ${unit}`,
  duration: ({ value, unit }: { readonly value: number; readonly unit: TimeUnit | "row" }): string =>
    `${tenths.format(value)}\u00a0${plural(value, unit)}`,
  stepsOf: ({ steps, spacing }: { readonly steps: number; readonly spacing: string }): string =>
    `${counted(steps, "step")} of ${spacing}`,
  stepsOfLasting: ({
    steps,
    spacing,
    duration,
  }: {
    readonly steps: number;
    readonly spacing: string;
    readonly duration: string;
  }): string => `${counted(steps, "step")} of ${spacing} (${duration})`,

  // What can be done.
  dropRows: "Drop these rows",
  padOrCut: "Pad or cut off",
  firstRowIsData: "Use the first row as data",
  namesInFirstRow: "The names are in row\u00a01",
  lastRowsAreData: "Keep the last rows",
  quotesAreCharacters: "Read quotes as characters",
  timesDown: "Read times as steps",
  timesAsTheyStand: "Read columns as inputs",
  timesJoined: "Join by time",
  decimalsJoined: "Read as one number",
  decimalsApart: "Read as two cells",
  rowsAsTheyStand: "Read rows as they stand",
  readNumberAs: ({ value }: { readonly value: number }): string => `Read as ${measured(value)}`,
  quotesEnclose: "Quotes enclose cells",
  readAs: ({ encoding }: { readonly encoding: string }): string => `Read as ${encoding}`,
  treatAsMissing: ({ cell }: { readonly cell: string }): string => `Treat ${cell} as missing`,
  countAsMissing: "Count as missing",
  readAsCategory: "Read the column as a category",
  meansMissing: ({ cell }: { readonly cell: string }): string => `${quoted(cell)} means missing`,
  monthFirst: "Month first",
  dayFirst: "Day first",
  carryForward: "Carry the last value forward",
  interpolate: "Interpolate",
  keepAll: "Keep all",
  keepFirst: "Keep the first",
  keepLast: "Keep the last",
  keepMean: "Take the mean",
  dropRareClasses: "Leave out rare classes",
  mergeRareClasses: "Merge rare classes into one",
  /** The label of all classes that are not kept, where they become one. */
  otherClasses: "all others",
  keepMostFrequent: ({ count: classes }: { readonly count: number }): string =>
    `Keep the ${count(classes)} most frequent`,
};
