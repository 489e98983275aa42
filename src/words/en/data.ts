/** The data panel: what is in use, and the ways to other data. */
import { count, counted, plural, share } from "./phrases";

interface Unknown {
  readonly rare: number;
  readonly rareKinds: number;
  readonly unseen: number;
  readonly unseenKinds: number;
  readonly ofAll: number;
}

/** Why symbols are unknown, and how many are for each reason. */
function unknownParts(symbol: string, { rare, rareKinds, unseen, unseenKinds, ofAll }: Unknown): string {
  const of = (symbols: number, kinds: number) => `${counted(symbols, symbol)} of ${counted(kinds, "kind")}`;
  const isUnseen = `${plural(unseen, "does", "do")} not occur in the part that is trained on`;
  const isRare = `${plural(rare, "is", "are")} too rare`;
  if (unseen === 0) return `${of(rare, rareKinds)} (${share(ofAll)} of the text) ${isRare}`;
  if (rare === 0) return `${of(unseen, unseenKinds)} (${share(ofAll)} of the text) ${isUnseen}`;
  return `${of(unseen, unseenKinds)} ${isUnseen}, and ${of(rare, rareKinds)} ${isRare} (${share(ofAll)} of the text together)`;
}

export const data = {
  title: "Data",
  loading: ({ name }: { readonly name: string }): string => `Reading “${name}”…`,
  sampleLoading: "Reading the sample text…",
  drop: "Or drop a file anywhere on this page: plain text up to 50\u00a0MB, a table (CSV, Excel, JSON) up to 200\u00a0MB, or a folder or zip of pictures, sounds or texts. It stays on this computer.",
  rejected: "was not loaded.",
  dismiss: "Dismiss this message",
  fromComputer: "Open from this computer",
  withoutFile: "Or without a file",
  text: "Text file",
  openText: "Open a text file",
  table: "Table",
  openTable: "Open a table",
  pictures: "Pictures",
  openPictures: "Open pictures",
  folder: "Sounds or texts",
  openFolder: "Open sounds or texts with labels",
  memoryTasks: "Memory tasks",
  samples: "Samples",
  paste: "Paste a text",
  pastedTable: "Pasted table",
  pasteLabel: "Text",
  pasteHint: ({ characters }: { readonly characters: number }): string =>
    `${counted(characters, "character")}. A few thousand are enough to see something learned; more is better. The network starts from fresh weights.`,
  pasteLong: "Only the beginning is shown; all of it is used. Paste again to replace it.",
  pasteClear: "Clear",
  cancel: "Cancel",
  openAsTable: "Open as a table",
  useText: "Use this text",
  asTable: "Open it as a table instead",
  decisions: "Data preparation",
  readBy: "Read text by",
  characters: "Characters",
  words: "Words",
  /** What stands beside numbers. */
  facts: {
    characters: "characters",
    words: "words",
    size: "size",
    differentWords: "different words",
    differentSymbols: "different symbols",
    training: "for training",
    validation: "for validation",
    heldOut: "held out",
    stepsAtMost: "steps at most",
    stepsEach: "steps each",
  },
  split: ({ trained, heldOut }: { readonly trained: number; readonly heldOut: number }): string =>
    `Trained on the first ${count(trained)}; the last ${count(heldOut)} are kept for validation.`,
  heldOutValidates:
    "There are too few sequences to set some apart for validation: the held-out ones validate as well, so results look better than they are.",
  /**
   * @param rare how many symbols have no room in the vocabulary
   * @param unseen how many are not in what is trained on
   */
  unknown: ({
    unit,
    rare,
    rareKinds,
    unseen,
    unseenKinds,
    ofAll,
  }: {
    readonly unit: "characters" | "words";
    readonly rare: number;
    readonly rareKinds: number;
    readonly unseen: number;
    readonly unseenKinds: number;
    readonly ofAll: number;
  }): string =>
    `${unknownParts(unit === "words" ? "word" : "character", { rare, rareKinds, unseen, unseenKinds, ofAll })}: ${plural(rare + unseen, "it is", "all are")} read as one unknown symbol �. It is no answer: loss and accuracy are those of known ${unit}.`,
  better: ({
    unit,
    unknownShare,
  }: {
    readonly unit: "characters" | "words";
    readonly unknownShare: number;
  }): string =>
    unknownShare === 0
      ? `Read by ${unit}, nothing would be unknown.`
      : `Read by ${unit}, only about ${share(unknownShare)} would be unknown.`,
  readByInstead: ({ unit }: { readonly unit: "characters" | "words" }): string => `Read by ${unit}`,
  manySymbols: ({ symbols }: { readonly symbols: number }): string =>
    `A step costs about as much as its ${count(symbols)} symbols, so sequences and batches are short at first.`,
  limit: "Vocabulary limit",
  encoding: "Encoding",
  encodingByBytes: "Found by the bytes of each file",
  undecodable: ({ places }: { readonly places: number }): string =>
    `${counted(places, "place")} could not be decoded and ${plural(places, "stands", "stand")} as �. If the text looks wrong, choose another encoding.`,
  linesInOrder: ({
    lines,
    order,
  }: {
    readonly lines: number;
    readonly order: "alphabetical" | "uneven";
  }): string =>
    order === "alphabetical"
      ? `The ${counted(lines, "line")} are a list in alphabetical order, so the validation set has other letters than the training set. Shuffle the lines, and both have the same kinds.`
      : `The ${counted(lines, "line")} are a list whose end differs from the rest: it seems sorted, by frequency or class. Shuffle the lines, and the validation set has the same kinds as the training set.`,
  linesShuffled: ({ lines }: { readonly lines: number }): string =>
    `The ${counted(lines, "line")} of this list are shuffled, so that training and validation set have the same kinds.`,
  shuffleLines: "Shuffle the lines",
  keepOrder: "Keep the order of the file",
  beginning: "Beginning of the text",
  showSymbols: "Show the symbols",
  hideSymbols: "Hide the symbols",
  symbol: ({ id, name }: { readonly id: number; readonly name: string }): string => `Symbol ${id}: ${name}`,
  moreSymbols: ({ more }: { readonly more: number }): string => `and ${count(more)} more`,
  /** Files that are no data. */
  /** A file of another program that is a zip inside. */
  document: ({
    kind,
  }: {
    readonly kind: "word" | "slides" | "sheet" | "openDocument" | "book" | "program";
  }): string => {
    switch (kind) {
      case "word":
        return "It is a Word document. Save it there as plain text (.txt), and open that.";
      case "slides":
        return "It is a presentation. Save its text as plain text (.txt), or its pictures into folders, and open those.";
      case "sheet":
        return "It is an Excel workbook under another name. Give it the ending .xlsx, and open it again.";
      case "openDocument":
        return "It is an OpenDocument file. Save it as plain text (.txt), or a sheet of it as CSV, and open that.";
      case "book":
        return "It is an e-book (EPUB). Save it as plain text (.txt), and open that.";
      case "program":
        return "It is a program. There is nothing in it to train on.";
    }
  },
  oneSound:
    "A network cannot learn from one sound. Choose a folder or a zip with a folder of sounds for each label; or load the sample of sounds first, and let its network hear this one.",
  onePicture:
    "A network cannot learn from one picture. Choose a folder or a zip with a folder of pictures for each label.",
  webPage:
    "It is HTML or XML that is called a workbook, as banks and tills save it. Open it in a spreadsheet program, save it as .xlsx or CSV, and open that.",
  workbook:
    "It is a workbook of a spreadsheet program. Save it there as .xlsx, or the sheet as CSV, and open that.",
};
