/** What is said of files that become data: texts, sounds, pictures, and of the examples made of them. */
import { bytes, count, counted, plural, quoted, share } from "./phrases";

const nouns = { text: "text", picture: "picture", recording: "recording" };
type Noun = keyof typeof nouns;

/** Of several, at the beginning of a sentence. */
const capital = (noun: Noun) => `${nouns[noun][0].toUpperCase()}${plural(2, nouns[noun]).slice(1)}`;

const binaries = {
  png: "a PNG image",
  jpeg: "a JPEG image",
  gif: "a GIF image",
  webp: "a WebP image",
  zip: "a ZIP archive (or a Word, Excel or EPUB document)",
  office: "an old Word or Excel document",
  pdf: "a PDF document",
  rtf: "a rich text (RTF) document",
  gzip: "a gzip archive",
  sevenZip: "a 7-Zip archive",
  rar: "a RAR archive",
  xz: "an xz archive",
  zstandard: "a Zstandard archive",
  wav: "a WAV recording",
  mp3: "an MP3 recording",
  ogg: "an Ogg recording",
  flac: "a FLAC recording",
  mp4: "an MP4 film or recording",
  sqlite: "an SQLite database",
  run: "a saved run of this page",
  elf: "a program (ELF)",
  wasm: "a WebAssembly module",
};

export const files = {
  // Plain texts.
  textsReadFrom: ({ encoding, files }: { readonly encoding: string; readonly files: number }): string =>
    `Read from ${encoding}: ${counted(files, "file")}. If the texts look wrong, choose another encoding.`,
  noAnswer: ({ name, seconds }: { readonly name: string; readonly seconds: number }): string =>
    `“${name}” did not answer for ${seconds}\u00a0s. It may lie on a drive that cannot be reached. Copy it to this computer, and open the copy.`,
  oneNoAnswer: ({ seconds }: { readonly seconds: number }): string =>
    `A file did not answer for ${seconds}\u00a0s. It may lie on a drive that cannot be reached. Copy it to this computer, and open the copy.`,
  textEmpty: ({ name }: { readonly name: string }): string =>
    `“${name}” is empty. Choose a file with text in it.`,
  pastedEmpty: "The pasted text is empty. Paste some text first.",
  pasted: "Pasted text",
  textTooLarge: ({
    name,
    sizeBytes,
    limitBytes,
  }: {
    readonly name: string;
    readonly sizeBytes: number;
    readonly limitBytes: number;
  }): string =>
    `“${name}” is too large: it has ${bytes(sizeBytes)}, and the limit is ${bytes(limitBytes)}. Use a part of it.`,
  binary: ({ name, kind }: { readonly name: string; readonly kind: string }): string =>
    `“${name}” is ${kind}, not plain text. Choose a .txt file.`,
  binaryWithText: ({ name, kind }: { readonly name: string; readonly kind: string }): string =>
    `“${name}” is ${kind}, not plain text. Save its text as a .txt file and choose that.`,
  nul: ({ name, byte }: { readonly name: string; readonly byte: number }): string =>
    `“${name}” is not plain text: byte ${count(byte)} is NUL, which occurs only in binary files. Choose a .txt file.`,
  noEncoding: ({
    name,
    byte,
    line,
  }: {
    readonly name: string;
    readonly byte: number;
    readonly line: number;
  }): string =>
    `“${name}” is not UTF-8 (the first wrong byte is byte ${count(byte)}, line ${count(line)}), and no other encoding makes a text of it. Save it again as UTF-8.`,
  ...binaries,
  textTooShort: ({
    unit,
    length,
    sequenceLength,
    needed,
  }: {
    readonly unit: "characters" | "words";
    readonly length: number;
    readonly sequenceLength: number;
    readonly needed: number;
  }): string =>
    `The text is too short: it has ${counted(length, unit === "words" ? "word" : "character")}, and with sequence length ${count(sequenceLength)} it needs at least ${count(needed)}, half of them for validation. Use a longer text.`,
  textTooShortFor: ({
    unit,
    length,
    sequenceLength,
    needed,
    possible,
  }: {
    readonly unit: "characters" | "words";
    readonly length: number;
    readonly sequenceLength: number;
    readonly needed: number;
    readonly possible: number;
  }): string =>
    `The text is too short: it has ${counted(length, unit === "words" ? "word" : "character")}, and with sequence length ${count(sequenceLength)} it needs at least ${count(needed)}, half of them for validation. Use a longer text, or set the sequence length to ${count(possible)} or less.`,

  // Sequences with labels.
  noneAtAll: ({ noun }: { readonly noun: Noun }): string =>
    `There are no ${plural(0, nouns[noun])}, so there is nothing to classify. ${capital(noun)} of two labels or more are needed.`,
  oneLabel: ({ noun, label }: { readonly noun: Noun; readonly label: string }): string =>
    `All ${plural(2, nouns[noun])} have the label ${quoted(label)}, so there is nothing to classify. ${capital(noun)} of two labels or more are needed.`,
  lonely: ({ noun, label }: { readonly noun: Noun; readonly label: string }): string =>
    `The label ${quoted(label)} has only one ${nouns[noun]} left, not counting copies and empty ones. It needs two: one to train on and one to hold out. Add more, or remove the label.`,
  copies: ({ noun, copies }: { readonly noun: Noun; readonly copies: number }): string =>
    `Left out: ${counted(copies, nouns[noun])} that ${plural(copies, "is a copy", "are copies")} of another with the same label.`,
  contradictions: ({
    noun,
    contradictions,
  }: {
    readonly noun: Noun;
    readonly contradictions: number;
  }): string =>
    `${counted(contradictions, nouns[noun])} ${plural(contradictions, "is", "are")} exactly like one with another label; no network can tell the two labels apart there.`,
  emptyTexts: ({ empty }: { readonly empty: number }): string => `Left out: ${counted(empty, "empty text")}.`,
  textsCut: ({
    cut,
    most,
    unit,
  }: {
    readonly cut: number;
    readonly most: number;
    readonly unit: "characters" | "words";
  }): string =>
    `Truncated: ${counted(cut, "text")} longer than ${counted(most, unit === "words" ? "word" : "character")}; only the beginning is kept.`,
  textsLonger: ({
    longer,
    length,
    unit,
  }: {
    readonly longer: number;
    readonly length: number;
    readonly unit: "characters" | "words";
  }): string =>
    `${counted(longer, "text")} ${plural(longer, "has", "have")} more than ${counted(length, unit === "words" ? "word" : "character")}, the sequence length that suits the rest; the network reads the end of ${plural(longer, "it", "them")}.`,
  readsCharacters: ({
    symbols,
    unknownShare,
  }: {
    readonly symbols: number;
    readonly unknownShare: number;
  }): string =>
    `The network reads characters. It knows the ${count(symbols)} that occur in the training set; all others become the unknown symbol, ${share(unknownShare)} of what is read.`,
  readsWords: ({
    symbols,
    most,
    unknownShare,
  }: {
    readonly symbols: number;
    readonly most: number;
    readonly unknownShare: number;
  }): string =>
    `The network reads words. It knows ${count(symbols)} from the training set: those that occur at least twice, at most the ${count(most)} most frequent. All others become the unknown symbol, ${share(unknownShare)} of what is read.`,
  split: ({ trained, heldOut }: { readonly trained: number; readonly heldOut: number }): string =>
    `${count(trained)} are for training; ${count(heldOut)} are held out, drawn at random with the same share of every label.`,

  // Pictures.
  picturesTooLarge: ({
    pictures,
    width,
    height,
    colour,
    numbers,
    limit,
  }: {
    readonly pictures: number;
    readonly width: number;
    readonly height: number;
    readonly colour: "grey" | "colour";
    readonly numbers: number;
    readonly limit: number;
  }): string =>
    `${counted(pictures, "picture")} of ${width} × ${height} pixels in ${colour} are ${count(numbers)} numbers, and the limit is ${count(limit)}. Choose a smaller size, grey, or a part of the pictures.`,
  pixels: ({
    width,
    height,
    colour,
    fit,
  }: {
    readonly width: number;
    readonly height: number;
    readonly colour: "grey" | "colour";
    readonly fit: "pad" | "crop" | "stretch";
  }): string => {
    const others = {
      pad: "Pictures of another shape keep it, and the mean colour of their edge fills the rest.",
      crop: "Of pictures of another shape the middle is used.",
      stretch: "Pictures of another shape are stretched.",
    };
    return `Each becomes ${width} × ${height} pixels in ${colour}. ${others[fit]}`;
  },
  pictureSteps: ({
    steps,
    step,
    numbers,
  }: {
    readonly steps: number;
    readonly step: "rows" | "columns";
    readonly numbers: number;
  }): string =>
    step === "rows"
      ? `The network reads ${counted(steps, "row")} from top to bottom, ${counted(numbers, "number")} each.`
      : `The network reads ${counted(steps, "column")} from left to right, ${counted(numbers, "number")} each.`,
  pixelsScaled: "Pixels are scaled to mean 0 and standard deviation 1, by the training set.",
  pixel: ({
    place,
    index,
    colour,
  }: {
    readonly place: "row" | "column";
    readonly index: number;
    readonly colour: "red" | "green" | "blue" | null;
  }): string => `${place} ${index}${colour ? `, ${colour}` : ""}`,

  // Sounds.
  soundEmpty: ({ name }: { readonly name: string }): string =>
    `“${name}” has no sound in it: it is 0\u00a0seconds long.`,
  soundSilent: ({ name }: { readonly name: string }): string => `“${name}” is silent from beginning to end.`,
  soundNotFinite: ({ name, sample }: { readonly name: string; readonly sample: number }): string =>
    `“${name}” is damaged: sample ${count(sample)} is not a finite number.`,
  soundTooLarge: ({ name, limitBytes }: { readonly name: string; readonly limitBytes: number }): string =>
    `“${name}” is larger than ${bytes(limitBytes)}. Cut it into short recordings.`,
  soundsTooLong: ({ hours }: { readonly hours: number }): string =>
    `Together the recordings are longer than ${counted(hours, "hour")}. Use a part of them, or shorter ones.`,
  soundUnused: ({ unused, first }: { readonly unused: number; readonly first: string }): string =>
    `${counted(unused, "recording")} could not be used and ${plural(unused, "is", "are")} left out. ${unused === 1 ? "" : "The first: "}${first}`,
  soundLevel: ({ rate, quietDb }: { readonly rate: number; readonly quietDb: number }): string =>
    `Every recording is brought to ${counted(rate, "sample")} a second, and its loudest sample to the same loudness. What is ${quietDb}\u00a0dB quieter than its loudest moment is cut off at both ends.`,
  soundFrames: ({
    windowMs,
    hopMs,
    bands,
  }: {
    readonly windowMs: number;
    readonly hopMs: number;
    readonly bands: number;
  }): string =>
    `The network reads a frame of ${windowMs}\u00a0ms every ${hopMs}\u00a0ms: the loudness of ${counted(bands, "band")} from low to high, in dB.`,
  soundScaled: "Each band is scaled to mean 0 and standard deviation 1, by the training set.",
  soundsNarrow: ({ bands, hertz }: { readonly bands: number; readonly hertz: number }): string =>
    `The training set has no sound above ${count(hertz)}\u00a0Hz, as recordings of a lower rate have none: the ${counted(bands, "band")} there ${plural(bands, "is", "are")} left empty, in sounds that come later too.`,
  soundsMixedRates: ({
    narrow,
    recordings,
  }: {
    readonly narrow: number;
    readonly recordings: number;
  }): string =>
    `${count(narrow)} of ${counted(recordings, "recording")} ${plural(narrow, "has", "have")} far fewer high frequencies than the rest, as from a lower rate. If labels differ in that, the network may tell recordings apart by it.`,
  soundsMixed: ({ mixed }: { readonly mixed: number }): string =>
    `Mixed down to one channel: ${counted(mixed, "recording")} with several.`,
  soundsCut: ({ cut, seconds }: { readonly cut: number; readonly seconds: number }): string =>
    `Truncated: ${counted(cut, "recording")} longer than ${counted(seconds, "second")}; only the beginning is kept.`,
  soundsFilled: ({ filled }: { readonly filled: number }): string =>
    `Padded with silence: ${counted(filled, "recording")} shorter than a frame.`,
  soundsLonger: ({ longer, frames }: { readonly longer: number; readonly frames: number }): string =>
    `${counted(longer, "recording")} ${plural(longer, "has", "have")} more than ${counted(frames, "frame")}, the sequence length that suits the rest; the network reads the end of ${plural(longer, "it", "them")}.`,
  penDown: "pen down",
  band: ({ hertz }: { readonly hertz: number }): string => `${count(hertz)}\u00a0Hz`,

  // Examples.
  nothingHeldOut: "There must be sequences to train on, and others to hold out. Use more data.",
  seriesTooShort: ({
    rows,
    trained,
    window,
    horizon,
  }: {
    readonly rows: number;
    readonly trained: number;
    readonly window: number;
    readonly horizon: number;
  }): string =>
    `The series is too short: ${count(trained)} of its ${counted(rows, "row")} are for training, and windows of ${counted(window, "row")} with ${count(horizon)} to forecast do not fit in. Use a longer series, or forecast fewer rows.`,
  seriesTooShortFor: ({
    rows,
    trained,
    window,
    horizon,
    possible,
  }: {
    readonly rows: number;
    readonly trained: number;
    readonly window: number;
    readonly horizon: number;
    readonly possible: number;
  }): string =>
    `The series is too short: ${count(trained)} of its ${counted(rows, "row")} are for training, and windows of ${counted(window, "row")} with ${count(horizon)} to forecast do not fit in. Set the sequence length to ${count(possible)} or less.`,
  /** A value, so many steps later. */
  ahead: ({ name, steps }: { readonly name: string; readonly steps: number }): string =>
    `${name} + ${count(steps)}`,
  afterTime: ({ time }: { readonly time: string }): string => `after ${time}`,
  afterTimeOf: ({ series, time }: { readonly series: string; readonly time: string }): string =>
    `${series}, after ${time}`,
  example: ({ index }: { readonly index: number }): string => `example ${count(index)}`,
  unknownTask: ({ task }: { readonly task: string }): string =>
    `There is no task ${quoted(task)}. Choose one from the list.`,
};
