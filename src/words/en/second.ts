/** Another file for the network that stands. */
import { counted, count as countText, decimal, plural, quoted, share as shareText } from "./phrases";

export const second = {
  title: "Try it on another file",
  about:
    "Runs a table with the same columns through this network, with the same scaling, words and labels. Nothing is trained; the network and its data stay as they are.",
  open: "Open another file",
  dialogTitle: ({ name }: { readonly name: string }): string => `${name} through this network`,
  reading: ({ name }: { readonly name: string }): string => `Reading ${name}`,
  matching: "Looking at its columns",
  columnsCaption: "Columns",
  column: "Trained on",
  part: "Part",
  stands: "In this file",
  parts: {
    target: "forecast",
    input: "input",
    time: "time",
    series: "series",
    label: "label",
    filter: "rows",
  },
  choose: ({ column }: { readonly column: string }): string => `Column for ${column}`,
  none: "none",
  found: ({ columns }: { readonly columns: number }): string =>
    `Found by name: ${counted(columns, "column")}.`,
  further: ({ count: columns, names }: { readonly count: number; readonly names: string }): string =>
    `New ${plural(columns, "column")}, not read: ${names}.`,
  ask: "Get the answers",
  asking: "The network answers; training pauses",
  cancel: "Cancel",
  stop: "Stop",
  close: "Close",
  save: "Save the answers (CSV)",
  answersFile: "answers of another file",
  answered: ({ answers }: { readonly answers: number }): string => `${counted(answers, "answer")}.`,
  noTruth: "The file does not say what would be right, so nothing is measured.",
  result: "How good these answers are",

  missing: ({ names }: { readonly names: string }): string =>
    `The network needs these columns, and the file has none of their names: ${names}. Choose the column that stands for each.`,
  twice: ({ column }: { readonly column: string }): string =>
    `The column ${quoted(column)} cannot stand for two.`,
  noFilterColumn: ({ column }: { readonly column: string }): string =>
    `The network was trained on some rows alone, chosen by the column ${quoted(column)}, which the file does not have: all rows are read.`,
  noEvenSteps:
    "The network was trained on even steps of time, to which the rows of this file cannot be brought.",
  cellsMissing: ({ column, count: cells }: { readonly column: string; readonly count: number }): string =>
    `${column}: ${counted(cells, "cell")} without a value.`,
  newWords: ({
    column,
    count: words,
    words: list,
  }: {
    readonly column: string;
    readonly count: number;
    readonly words: string;
  }): string =>
    `${column}: ${counted(words, "word")} that the network has not seen, read as none of those it knows: ${list}.`,
  farValues: ({ column, count: values }: { readonly column: string; readonly count: number }): string =>
    `${column}: ${counted(values, "value")} far outside of what was trained on.`,
  newLabels: ({
    column,
    count: labels,
    labels: list,
  }: {
    readonly column: string;
    readonly count: number;
    readonly labels: string;
  }): string =>
    `${column}: ${counted(labels, "label")} that the network cannot answer, which nothing is measured on: ${list}.`,
  unlabelled: ({
    column,
    count: answers,
    answers: all,
  }: {
    readonly column: string;
    readonly count: number;
    readonly answers: number;
  }): string =>
    `${column}: ${counted(answers, "answer")} of ${countText(all)} cannot be compared, since there is no known label.`,
  unknownSymbols: ({ column, share }: { readonly column: string; readonly share: number }): string =>
    `${column}: ${shareText(share)} of the symbols are not in the vocabulary, and are read as the unknown one.`,
  newSeries: ({ count: series }: { readonly count: number }): string =>
    `${counted(series, "series", "series")} that the network has not seen, scaled by all of their own rows.`,
  tooShort: ({
    rows,
    window,
    lead,
  }: {
    readonly rows: number;
    readonly window: number;
    readonly lead: number;
  }): string => {
    const before = lead === 0 ? "" : `${countText(lead)} that changes are counted from, and `;
    return `The longest series has ${counted(rows, "row")}, and at least ${countText(lead + window)} are needed: ${before}${countText(window)} that the network reads.`;
  },
  textAbout:
    "Runs another text through this network, with the same vocabulary. Nothing is trained; the network and its data stay as they are.",
  openText: "Open another text",
  lookingAtText: "Looking at the text",
  askText: "Evaluate the network on it",
  textSymbols: ({
    unit,
    symbols,
    read,
  }: {
    readonly unit: "characters" | "words";
    readonly symbols: number;
    readonly read: number;
  }): string => {
    const all = counted(symbols, unit === "words" ? "word" : "character");
    return read < symbols
      ? `The text has ${all}, of which the first ${countText(read)} are read.`
      : `The text has ${all}.`;
  },
  allKnown: "All of them are in the network’s vocabulary.",
  /** @param kinds some of the kinds of unknown ones */
  textUnknown: ({
    share,
    readAs,
    kinds,
  }: {
    readonly share: number;
    readonly readAs: string;
    readonly kinds: string;
  }): string =>
    `${share < 0.001 ? `Fewer than ${shareText(0.001)}` : shareText(share)} of them are not in the network’s vocabulary, as ${kinds}: it reads ${quoted(readAs)} in their place, and they count neither as right nor as wrong.`,
  textHow:
    "It is read as the validation set is: each symbol is predicted from those before it, at least 64 where there are as many.",
  textMeasured: ({
    unit,
    symbols,
    bits,
    perplexity,
  }: {
    readonly unit: "characters" | "words";
    readonly symbols: number;
    readonly bits: number;
    readonly perplexity: number;
  }): string => {
    const one = unit === "words" ? "word" : "character";
    return `Predicting one ${one} of this text costs the network ${decimal(bits)}\u00a0bits, a perplexity of ${decimal(perplexity)}, over ${counted(symbols, one)}.`;
  },
  textTable: "On this text",
  loss: "Loss, nats",
  perplexity: "Perplexity",
  onValidation: "Network on its validation set",
  onValidationAt: ({ step }: { readonly step: number }): string =>
    `Network on its validation set, at step ${countText(step)}`,
  saveSymbols: "Save the loss of each symbol (CSV)",
  symbolsFile: "loss of each symbol",
  symbolWords: {
    place: "place",
    symbol: "symbol",
    isKnown: "known",
    nats: "loss, nats",
    probability: "probability",
    expected: "expected",
  },
  textTooShort: "The text has fewer than two symbols, so none follows another.",
  allUnknown: "The network knows no symbol behind the first of this text, so nothing of it can be measured.",
  filesAbout: {
    sounds:
      "Runs another folder of sounds through this network, with the same bands, scaling and labels. Nothing is trained; the network and its data stay as they are.",
    pictures:
      "Runs another folder of pictures through this network, with the same size, scaling and labels. Nothing is trained; the network and its data stay as they are.",
  },
  titleOfFolder: "Try it on another folder",
  answeredFiles: ({ files }: { readonly files: number }): string => `Answered: ${counted(files, "file")}.`,
  noTruthInFiles: "No folder, name or list says what would be right, so nothing is measured.",
  filesRead: ({
    kind,
    files,
    known,
  }: {
    readonly kind: "sounds" | "pictures";
    readonly files: number;
    readonly known: number;
  }): string =>
    `${counted(files, kind === "sounds" ? "sound" : "picture")} to be answered, ${countText(known)} of them with a label that the network knows.`,
  filesWithoutLabel: ({ files }: { readonly files: number }): string =>
    `${counted(files, "file")} without a label: the answer is compared with nothing.`,
  filesNewLabels: ({
    count: labels,
    labels: list,
  }: {
    readonly count: number;
    readonly labels: string;
  }): string =>
    `${counted(labels, "label")} that the network cannot answer, which nothing is measured on: ${list}.`,
  filesUnread: ({
    kind,
    files,
    first,
  }: {
    readonly kind: "sounds" | "pictures";
    readonly files: number;
    readonly first: string;
  }): string =>
    `${counted(files, kind === "sounds" ? "sound" : "picture")} could not be read. The first: ${first}`,
  noneOfKind: ({ kind, name }: { readonly kind: "sounds" | "pictures"; readonly name: string }): string =>
    `${quoted(name)} has no ${kind}.`,
  nothing: "The file has nothing that the network could read.",
};
