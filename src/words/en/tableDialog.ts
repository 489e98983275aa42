/** The dialog in which a table is opened: how it is read, what it holds, what is asked of it. */
import { bytes, count, counted, list, quoted } from "./phrases";

export const tableDialog = {
  // Around it.
  /** Before the name of the file. */
  open: "Open",
  facts: ({
    sizeBytes,
    rows,
    columns,
    isBeginning,
  }: {
    readonly sizeBytes: number;
    readonly rows: number;
    readonly columns: number;
    readonly isBeginning: boolean;
  }): string =>
    `${bytes(sizeBytes)} · ${isBeginning ? "so far " : ""}${counted(rows, "row")}, ${counted(columns, "column")}`,
  readingBeginning: "Reading the beginning of the file…",
  chooseAnotherFile: "Choose another file",
  cancel: "Cancel",
  close: "Close",
  useThisData: "Use this data",
  fieldRefused: "A field has a value that cannot be used. Correct it, or press Escape in it.",
  askedLater: "The questions are available once the whole file has been read.",

  // Progress.
  stages: {
    reading: "Reading the file",
    counting: "Analysing the columns",
    preparing: "Making sequences",
    loading: "Setting up the network",
  },
  amountRead: ({ done, total }: { readonly done: number; readonly total: number }): string =>
    `${bytes(done)} of ${bytes(total)}`,
  percentDone: ({ percent }: { readonly percent: number }): string => `${count(percent)}\u00a0%`,
  stop: "Stop",

  // Problems and the plan.
  problems: "Problems",
  toCheck: ({ problems }: { readonly problems: number }): string => `${counted(problems, "thing")} to check`,
  mustChange: "Must be fixed.",
  whatToDo: "What to do about it",
  plan: "Data preparation",
  nothingPlanned: "Nothing yet. First solve the problems that stop it.",
  planning: "Preparing the plan…",

  // Which rows are read.
  rows: "Rows that are read",
  onlyRowsWhere: "Filter rows by",
  noFilter: "no column (all rows)",
  valuesKept: "Values",
  searchValues: "Search values",
  valueOfRows: ({ value, rows }: { readonly value: string; readonly rows: number }): string =>
    `${value} (${count(rows)})`,
  rangeFrom: "From",
  rangeTo: "To",
  rangeOpen: "open",
  timeSteps: "Time steps",
  stepsOfFile: "as in the file",
  takenTogether: "Numbers of a step",
  ways: { mean: "their mean", sum: "their sum", last: "the last" },
  rowsKept: ({ kept, of }: { readonly kept: number; readonly of: number }): string =>
    kept === of
      ? `All ${counted(of, "row")} are read: nothing is left out yet.`
      : `${counted(kept, "row")} of ${count(of)}.`,

  // The first rows.
  firstRows: "First rows",
  firstRowsOfTable: "First rows of the table",
  row: "Row",
  previousColumns: "Previous columns",
  nextColumns: "Next columns",
  columnsShown: ({
    first,
    last,
    total,
  }: {
    readonly first: number;
    readonly last: number;
    readonly total: number;
  }): string => `Columns ${count(first)} to ${count(last)} of ${count(total)}`,
  rowsShown: ({ shown, total }: { readonly shown: number; readonly total: number }): string =>
    `The first ${count(shown)} of ${counted(total, "row")}.`,
  moreColumns: ({ columns }: { readonly columns: number }): string => `and ${count(columns)} more`,
  changeChoices: "Change the choices",
  typeOf: ({ column }: { readonly column: string }): string => `Type of ${column}`,
  roles: {
    forecast: "target",
    input: "input",
    time: "time",
    sequence: "sequence id",
    label: "label",
    step: "step",
    text: "text",
    unused: "not used",
  },
  alwaysSame: ({ value }: { readonly value: string }): string => `always ${value}`,
  range: ({ min, max }: { readonly min: string; readonly max: string }): string => `${min} to ${max}`,
  examples: ({ values }: { readonly values: readonly string[] }): string => values.join(", "),
  distinct: ({ count: values, orMore }: { readonly count: number; readonly orMore: boolean }): string =>
    `${orMore ? "more than " : ""}${counted(values, "value")}`,
  flaws: ({ missing, invalid }: { readonly missing: number; readonly invalid: number }): string => {
    const parts = [
      ...(missing > 0 ? [`${count(missing)}\u00a0missing`] : []),
      ...(invalid > 0 ? [`${count(invalid)}\u00a0not of this type`] : []),
    ];
    return parts.length > 0 ? parts.join(", ") : "none missing";
  },
  missing: "missing",

  // Types of columns.
  types: {
    number: { name: "Number", about: "Measured or counted." },
    category: { name: "Category", about: "One of a few words or codes; a class, if it is the label." },
    id: { name: "Id", about: "Distinguishes rows or sequences; never read as a value." },
    text: { name: "Text", about: "Free words; read only to classify texts." },
    iso: { name: "Date (ISO)", about: "2024-03-31, with or without a time" },
    yearMonthDay: { name: "Date (year, month, day)", about: "2024/3/31, 2024 Mar 31" },
    dayMonthYear: { name: "Date (day, month, year)", about: "31/3/2024, 31. March 2024" },
    monthDayYear: { name: "Date (month, day, year)", about: "3/31/2024, March 31, 2024" },
    yearMonth: { name: "Date (year, month)", about: "2024-03" },
    monthYear: { name: "Date (month, year)", about: "03/2024, March 2024, Mar-24" },
    quarter: { name: "Date (year, quarter)", about: "2024 Q1, Q1 2024" },
    halfYear: { name: "Date (year, half)", about: "2024 H1, S1 2024" },
    isoWeek: { name: "Date (year, week)", about: "2024-W13" },
    year: { name: "Date (year)", about: "2024" },
    decimalYear: { name: "Date (decimal year)", about: "2024.25" },
    serialDay: { name: "Date (spreadsheet days)", about: "45292.5, days since the end of 1899" },
    unixSeconds: { name: "Date (Unix seconds)", about: "1711843200: seconds since 1970" },
    unixMilliseconds: { name: "Date (Unix milliseconds)", about: "1711843200000: milliseconds since 1970" },
    unixMixed: { name: "Date (Unix, mixed)", about: "Seconds, milliseconds or finer, each by its size" },
    timeOfDay: { name: "Time of day", about: "14:30, 2:30 PM; joined with a date" },
    quarterOfYear: { name: "Quarter", about: "1 to 4; joined with a year" },
    monthOfYear: { name: "Month", about: "1 to 12, March; joined with a year" },
    weekOfYear: { name: "Week", about: "1 to 53 (ISO 8601); joined with a year" },
    dayOfYear: { name: "Day of the year", about: "1 to 366; joined with a year" },
    dayOfMonth: { name: "Day of the month", about: "1 to 31; joined with a month" },
    hourOfDay: { name: "Hour", about: "0 to 23; joined with a date" },
    minuteOfHour: { name: "Minute", about: "0 to 59; joined with an hour" },
    secondOfMinute: { name: "Second", about: "0 to 59; joined with a minute" },
  },

  // How the file is read.
  format: "File format",
  delimiter: "Delimiter",
  delimiters: { ",": "Comma ,", ";": "Semicolon ;", "\t": "Tab ⇥", "|": "Pipe |", " ": "Spaces ␣" },
  writtenAs: "Written as",
  fileForms: { delimited: "Delimited text", json: "JSON", arff: "ARFF", ts: "Time series (.ts)" },
  sheet: "Sheet",
  list: "List",
  table: "Table",
  allAsOne: "All rows as one table",
  asText: "Read it as text instead",
  columnNames: "Column names",
  nameRow: ({ row }: { readonly row: number }): string => `Row\u00a0${count(row)}`,
  nameRows: ({ from, to }: { readonly from: number; readonly to: number }): string =>
    `Rows\u00a0${count(from)} to\u00a0${count(to)}`,
  noNames: "None",
  takeNamesFrom: ({ row }: { readonly row: number }): string =>
    `Take the column names from row\u00a0${count(row)}`,
  decimalSign: "Decimal sign",
  decimalSigns: { ".": "Point 1.5", ",": "Comma 1,5" },
  encoding: "Encoding",
  encodings: {
    "utf-8": "UTF-8",
    "windows-1252": "Western European (Windows-1252, Latin-1)",
    "utf-16le": "UTF-16, little-endian",
    "utf-16be": "UTF-16, big-endian",
    gb18030: "Simplified Chinese (GBK, GB18030)",
    big5: "Traditional Chinese (Big5)",
    shift_jis: "Japanese (Shift JIS)",
    "euc-jp": "Japanese (EUC-JP)",
    "iso-2022-jp": "Japanese (ISO-2022-JP)",
    "euc-kr": "Korean (EUC-KR)",
    "windows-1250": "Central European (Windows-1250)",
    "iso-8859-2": "Central European (ISO 8859-2)",
    "windows-1251": "Cyrillic (Windows-1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "koi8-u": "Cyrillic (KOI8-U)",
    "iso-8859-5": "Cyrillic (ISO 8859-5)",
    ibm866: "Cyrillic (IBM 866, DOS)",
    "x-mac-cyrillic": "Cyrillic (old Mac)",
    "windows-1253": "Greek (Windows-1253)",
    "iso-8859-7": "Greek (ISO 8859-7)",
    "windows-1254": "Turkish (Windows-1254)",
    "windows-1255": "Hebrew (Windows-1255)",
    "iso-8859-8": "Hebrew (ISO 8859-8)",
    "windows-1256": "Arabic (Windows-1256)",
    "iso-8859-6": "Arabic (ISO 8859-6)",
    "windows-874": "Thai (Windows-874)",
    "windows-1258": "Vietnamese (Windows-1258)",
    "windows-1257": "Baltic (Windows-1257)",
    "iso-8859-13": "Baltic (ISO 8859-13)",
    "iso-8859-4": "Baltic (ISO 8859-4)",
    "iso-8859-10": "Nordic (ISO 8859-10)",
    "iso-8859-3": "South European (ISO 8859-3)",
    "iso-8859-14": "Celtic (ISO 8859-14)",
    "iso-8859-15": "Western European (ISO 8859-15)",
    "iso-8859-16": "Romanian (ISO 8859-16)",
    macintosh: "Western European (old Mac)",
    ibm850: "Western European (IBM 850, DOS)",
    ibm437: "Western European (IBM 437, DOS)",
    ibm852: "Central European (IBM 852, DOS)",
  },
  rarerFormat: "Quotes, thousands, missing values",
  quote: "Quote character",
  quotes: { '"': 'Double quotes "', "'": "Single quotes '", "": "None" },
  thousands: "Thousands separator",
  thousandsSeparators: {
    "": "None 1000",
    ",": "Comma 1,000",
    ".": "Point 1.000",
    " ": "Space 1 000",
    "'": "Apostrophe 1'000",
  },
  missingMarkers: "Missing-value markers",
  missingMarkersHint: "A cell with one of these words has no value, and neither has an empty cell.",

  // The question.
  question: "Question",
  whatToKnow: "What do you want to know?",
  asks: {
    forecast: { title: "Forecast", about: "What comes next in a column of numbers?" },
    classify: { title: "Classify sequences", about: "Which class does a whole sequence have?" },
    estimate: {
      title: "Estimate a number",
      about: "How large is something, for a whole sequence or at each row?",
    },
    classifyText: { title: "Classify texts", about: "Which class does a text have?" },
    labelSteps: { title: "Label every step", about: "Which class does each row have?" },
  },
  layout: "Layout",
  layouts: { classifyLong: "One row per step", classifyWide: "One row per sequence" },
  rowsUnit: "rows",
  targets: "Columns to forecast",
  noNumbers: "No column has numbers. If one should, correct its type in the table.",
  form: "Forecast",
  formOf: ({ column }: { readonly column: string }): string => `Forecast of “${column}”`,
  forms: {
    value: { label: "The value", about: "For a series that keeps its level." },
    change: { label: "The change", about: "From the last value. For a series that rises, falls or wanders." },
    seasonalChange: { label: "The seasonal change", about: "From the value one season earlier." },
    logarithm: { label: "The logarithm", about: "For values of very different size." },
    relativeChange: {
      label: "The relative change",
      about: "From the last value. For a series that grows by percent.",
    },
    seasonalRelativeChange: {
      label: "The relative seasonal change",
      about: "From the value one season earlier. For a season that grows with the level.",
    },
  },
  window: "Lookback window",
  windowHint: "Rows read before each forecast.",
  horizon: "Forecast horizon",
  ahead: "Rows past the end",
  aheadLeft: "auto",
  aheadHint:
    "How far past the last row to forecast. Auto: 24 rows, two seasons or the empty rows at the end of the file, and at least the horizon. Past the horizon, forecasts are made from forecasts.",
  horizonHint: "With 1, only the next row is forecast; with 7, the next seven at once.",
  otherInputs: "Other inputs",
  calendar: "Calendar features",
  calendarHint: "Useful where a series follows the clock or the year.",
  calendarFeatures: {
    hourOfDay: "Hour of the day",
    dayOfWeek: "Day of the week",
    dayOfYear: "Day of the year",
    month: "Month",
  },
  season: "Season",
  seasonOf: ({ column }: { readonly column: string }): string => `Season of “${column}”`,
  seasonHint:
    "Rows after which the series repeats: 12 for months of a year, 24 for hours of a day. Used for the seasonal naive baseline. Empty: no season.",
  label: "Label",
  labelOfSequence: "The class to predict, the same in all rows of a sequence.",
  labelOfRow: "The class of each row.",
  oneFor: "One for",
  estimated: { sequence: "Each sequence", row: "Each row" },
  numberOf: "Number to estimate",
  numberOfSequence: "One for each sequence, the same in all of its rows.",
  numberOfRow: "One for each row.",
  labelOfText: "The class of each text.",
  sequence: "Sequence id",
  sequenceHint: "Rows with the same id are the steps of one sequence.",
  allRows: "All rows form one sequence",
  series: "Series",
  seriesHint:
    "What tells several series apart, such as a shop or a stock. No window has rows of two of them.",
  seriesWith: "Series together with",
  seriesWithHint:
    "Where a series is a pair, such as an item in a store, the other columns that tell it apart.",
  oneSeries: "All rows form one series",
  /** Where it is not certain. */
  rowsQuestion: "Several series, or one?",
  severalSeries: ({ column }: { readonly column: string }): string => `A series for each ${quoted(column)}`,
  severalSeriesAbout: ({ series }: { readonly series: readonly string[] }): string =>
    `Each is read by itself; the first are ${list(series.map(quoted))}.`,
  oneSeriesAbout: ({ column }: { readonly column: string }): string =>
    `The rows follow each other, and ${quoted(column)} tells nothing apart.`,
  rowsDrawn: ({ column }: { readonly column: string }): string =>
    `Both are drawn of the same first rows of ${quoted(column)}.`,
  cutInto: "Window length",
  cutIntoHint: "The sequence is cut into windows of so many rows.",
  inputs: "Input columns",
  noInputs: "No column is left to read. Choose another label, or correct a type in the table.",
  steps: "Steps",
  stepsHint: "The columns from the first step to the last, in file order.",
  text: "Text",
  textHint: "Read from beginning to end.",
  unit: "Read text by",
  time: "Time",
  fileOrder: "File order",
  timeHint: "Parts of a date in several columns are joined. The type of a column says which part it is.",

  // Any of many columns.
  searchColumns: "Search columns",
  all: "All",
  none: "None",
  noneChosen: "None",
  allChosen: ({ count: columns }: { readonly count: number }): string => `All ${count(columns)}`,
  chosenOf: ({ chosen, total }: { readonly chosen: number; readonly total: number }): string =>
    `${count(chosen)} of ${count(total)}`,
  chosenNames: ({ names }: { readonly names: readonly string[] }): string => names.join(", "),

  // Preparation.
  missingValues: "Missing values",
  missingWays: {
    carry: { name: "Carry forward", about: "Each takes the last value before it." },
    interpolate: { name: "Interpolated", about: "On the line from the last value to the next." },
    drop: { name: "Dropped", about: "Rows with one are left out." },
  },
  scaling: "Scaling",
  scalings: {
    standard: { name: "Standard", about: "Mean 0, standard deviation 1. Nearly always right." },
    minMax: { name: "Min–max", about: "The range from 0 to 1." },
    none: { name: "None", about: "As they are. Good only for numbers around 0 to 1." },
  },
  seriesScaling: "Scaling of series",
  seriesScalings: {
    common: { name: "In common", about: "One scale for all, which keeps large and small series apart." },
    each: {
      name: "Each by itself",
      about: "Each has its own scale, so that a small one counts like a large one.",
    },
  },
  limits: "Limits",
  limitWays: {
    kept: {
      name: "As in the file",
      about: "What is never below 0, or always from 0 to 1, is not forecast beyond.",
    },
    none: { name: "None", about: "A forecast can be any number." },
  },
  heldOut: "Held-out set",
  heldOutFrom: "Held out from",
  heldOutFromLeft: "the share below",
  heldOutFromHint:
    "The first time that is held out, as 2024-03-31 or a number of the time column. Left empty, the last share of the rows is.",
  heldOutOfSeries: "The last rows, which are never trained on. They are used for evaluation.",
  heldOutOfEach: "The last rows of each series, which are never trained on. They are used for evaluation.",
  heldOutOfSteps: "Never trained on; used for evaluation.",
  heldOutOfClasses: "Never trained on; used for evaluation. The same share of every class is held out.",
};
