/** What is said of folders, archives and the files in them as they are read. */
import { bytes, count, counted, list, plural, quoted } from "./phrases";

const nouns = { picture: "picture", sound: "sound", text: "text", table: "table" };
type Noun = keyof typeof nouns;

/** "“a.png”", or "3 files, “a.png” the first of them,". */
const several = (files: number, first: string) =>
  files === 1 ? quoted(first) : `${counted(files, "file")}, ${quoted(first)} the first of them,`;

export const reading = {
  // Folders, whose names are labels.
  noFiles: ({ name }: { readonly name: string }): string => `${quoted(name)} has no files in it.`,
  noneOfKind: ({
    name,
    noun,
    others,
    first,
  }: {
    readonly name: string;
    readonly noun: Noun;
    readonly others: number;
    readonly first: string;
  }): string =>
    `${quoted(name)} has no ${plural(0, nouns[noun])} in it, only ${counted(others, "other file")} such as ${quoted(first)}.`,
  inNoFolder: ({ name, noun }: { readonly name: string; readonly noun: Noun }): string =>
    `The ${plural(2, nouns[noun])} of ${quoted(name)} are in no folder.`,
  inOneFolder: ({
    name,
    noun,
    folder,
  }: {
    readonly name: string;
    readonly noun: Noun;
    readonly folder: string;
  }): string =>
    `All ${plural(2, nouns[noun])} of ${quoted(name)} are in one folder, ${quoted(folder)}, so there is nothing to classify.`,
  tooManyFolders: ({
    name,
    noun,
    folders,
    limit,
  }: {
    readonly name: string;
    readonly noun: Noun;
    readonly folders: number;
    readonly limit: number;
  }): string =>
    `${quoted(name)} has ${counted(folders, "folder")} with ${plural(2, nouns[noun])}, each a class of its own; the limit is ${count(limit)}.`,
  lonelyFolders: ({
    noun,
    folders,
    first,
  }: {
    readonly noun: Noun;
    readonly folders: number;
    readonly first: string;
  }): string =>
    folders === 1
      ? `The folder ${quoted(first)} has only one ${nouns[noun]}. A class needs two: one to train on and one to hold out. Add more, or leave that folder out.`
      : `${counted(folders, "folder")}, ${quoted(first)} the first of them, have only one ${nouns[noun]} each. A class needs two: one to train on and one to hold out. Add more, or leave those folders out.`,
  wayOut: ({ noun, extensions }: { readonly noun: Noun; readonly extensions: readonly string[] }): string =>
    `Choose a folder or a zip with one folder for each label, and ${plural(2, nouns[noun])} (${extensions.map((one) => `.${one}`).join(", ")}) in them.`,
  found: ({
    noun,
    files,
    folders,
  }: {
    readonly noun: Noun;
    readonly files: number;
    readonly folders: number;
  }): string =>
    `${counted(files, nouns[noun])} in ${counted(folders, "folder")}, whose names are the labels.`,
  /** Where folders lie in folders. */
  folderFurtherOut: ({ path, label }: { readonly path: string; readonly label: string }): string =>
    `The folders lie in folders: ${quoted(path)} has the label ${quoted(label)}.`,
  foundLabelled: ({
    noun,
    files,
    labels,
  }: {
    readonly noun: Noun;
    readonly files: number;
    readonly labels: number;
  }): string => `${counted(files, nouns[noun])} with ${counted(labels, "label")}, as chosen.`,
  withoutLabel: ({ noun, files }: { readonly noun: Noun; readonly files: number }): string =>
    `Left out: ${counted(files, nouns[noun])} without a label there.`,
  lonelyLabels: ({ noun, files }: { readonly noun: Noun; readonly files: number }): string =>
    `Left out: ${counted(files, nouns[noun])} whose label no other has.`,
  otherColumns: ({
    name,
    columns,
    expected,
  }: {
    readonly name: string;
    readonly columns: number;
    readonly expected: number;
  }): string =>
    `${quoted(name)} has ${counted(columns, "column")}, and the first table has ${count(expected)}.`,
  otherNames: ({ name, column }: { readonly name: string; readonly column: string }): string =>
    `${quoted(name)} has a column ${quoted(column)}, which the first table does not have.`,
  sequencesTooLarge: "Together the tables are larger than 200\u00a0MB. Use a part of them.",
  withoutFolder: ({ noun, files }: { readonly noun: Noun; readonly files: number }): string =>
    `Left out: ${counted(files, nouns[noun])} in no folder.`,
  otherKinds: ({
    files,
    extensions,
  }: {
    readonly files: number;
    readonly extensions: readonly string[];
  }): string =>
    `Left out: ${counted(files, "file")} of other kinds than ${extensions.map((one) => `.${one}`).join(", ")}.`,

  // Archives.
  zipTooLarge: ({
    name,
    sizeBytes,
    limitBytes,
  }: {
    readonly name: string;
    readonly sizeBytes: number;
    readonly limitBytes: number;
  }): string =>
    `${quoted(name)} has ${bytes(sizeBytes)}, and the limit for a zip is ${bytes(limitBytes)}. Use a part of its files, or open them as a folder.`,
  zipEmpty: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is empty. Choose a zip with files in it.`,
  zipTooMany: ({ name, most }: { readonly name: string; readonly most: number }): string =>
    `${quoted(name)} claims to have more than ${counted(most, "file")}, which is too many. Use a part of them.`,
  zipUnreadable: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is not a zip that can be read: its table of contents is missing or damaged. Get the whole file again, or repack it.`,
  zipWithoutFiles: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} has no files in it. Pack some, and try again.`,
  zipNothingReadable: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} has no files in it that can be read.`,
  unpacksTooLarge: ({
    name,
    sizeBytes,
    limitBytes,
  }: {
    readonly name: string;
    readonly sizeBytes: number;
    readonly limitBytes: number;
  }): string =>
    `${quoted(name)} would unpack to ${bytes(sizeBytes)}, and the limit is ${bytes(limitBytes)}. Use a part of its files.`,
  zipFileDamaged: ({ path }: { readonly path: string }): string =>
    `${quoted(path)} is damaged in its archive.`,
  zipFileTooLarge: ({ path, stated }: { readonly path: string; readonly stated: number }): string =>
    `${quoted(path)} unpacks to more than its archive states (${counted(stated, "byte")}).`,
  outside: ({ files, first }: { readonly files: number; readonly first: string }): string =>
    `Left out: ${several(files, first)} ${plural(files, "belongs", "belong")} outside the archive’s own folder.`,
  nested: ({ files, first }: { readonly files: number; readonly first: string }): string =>
    `Left out: ${several(files, first)} ${plural(files, "is an archive", "are archives")} within the archive. Unpack ${plural(files, "it", "them")} first.`,
  locked: ({ files, first }: { readonly files: number; readonly first: string }): string =>
    `Left out: ${several(files, first)} ${plural(files, "is", "are")} locked with a password. Unpack the archive and open the folder, or repack it without a password.`,
  method: ({
    files,
    first,
    methods,
  }: {
    readonly files: number;
    readonly first: string;
    readonly methods: readonly string[];
  }): string =>
    `Left out: ${several(files, first)} ${plural(files, "is", "are")} packed with ${list(methods)}, which cannot be unpacked here. Repack ${plural(files, "it", "them")} with Deflate.`,
  methodNumber: ({ method }: { readonly method: number }): string => `method ${method}`,
  beyond: ({ files, first }: { readonly files: number; readonly first: string }): string =>
    `Left out: ${several(files, first)} ${plural(files, "is", "are")} cut off by the end of the archive.`,
  repeated: ({ files, first }: { readonly files: number; readonly first: string }): string =>
    files === 1
      ? `${quoted(first)} is in the archive twice; the first is read.`
      : `${several(files, first)} have the name of an earlier file of the archive; only the first of each name is read.`,
  zipWithoutEnd: ({ found }: { readonly found: number }): string =>
    `The end of the archive is missing or damaged, and its table of contents with it. Whole files found without it: ${count(found)}.`,
  zipEndsWithin: ({ path }: { readonly path: string }): string =>
    `The archive ends in the middle of ${quoted(path)}.`,

  // Decoding.
  unreadFiles: ({
    noun,
    unread,
    first,
  }: {
    readonly noun: Noun;
    readonly unread: number;
    readonly first: string;
  }): string =>
    unread === 1
      ? `Left out: 1\u00a0${nouns[noun]} that could not be read. ${first}`
      : `Left out: ${counted(unread, nouns[noun])} that could not be read. The first: ${first}`,
  decoderSilent: ({ files }: { readonly files: number }): string =>
    `The browser’s decoder does not answer: ${counted(files, "file")} in a row got no answer. Load the page again, or use another browser.`,
  notDecoded: ({ name, seconds }: { readonly name: string; readonly seconds: number }): string =>
    `The browser did not decode ${quoted(name)} within ${counted(seconds, "second")}.`,
  notRead: ({ name, reason }: { readonly name: string; readonly reason: string }): string =>
    `${quoted(name)} could not be read (${reason}).`,
  filesNotRead: ({ reason }: { readonly reason: string }): string =>
    `The files could not be read (${reason}).`,
  noFolderOpen: "No folder is open any more. Choose it again.",
  noPicturesOpen: "No pictures are open. Open a folder or a zip first.",
  damagedPicture: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is damaged, or not a picture that this browser can read.`,
  damagedSound: ({ name }: { readonly name: string }): string =>
    `${quoted(name)} is damaged, or not a sound that this browser can read.`,
  unknownSound: ({ name, format }: { readonly name: string; readonly format: string }): string =>
    `${quoted(name)} could not be decoded. Its format is ${format}: it is damaged, or this browser does not know that format.`,
  midi: "MIDI, which holds notes and no sound",
  inWav: ({ codec }: { readonly codec: string }): string => `${codec} in a WAV file`,
  damagedWav: "a WAV file with a damaged header",
  inOgg: ({ codec }: { readonly codec: string }): string => `${codec} in an Ogg file`,
  ogg: "an Ogg file",
  inMp4: ({ codec }: { readonly codec: string }): string => `${codec} in an MP4 file`,
  mp4: "an MP4 file",
  floatPcm: "floating-point PCM",
  pcm: ({ bits }: { readonly bits: number }): string => `PCM with ${counted(bits, "bit")}`,
  codecNumber: ({ code }: { readonly code: string }): string => `a codec with the number ${code}`,
  offline:
    "The program that reads such files is not here yet, and there is no connection. Connect to the network, and choose the file again.",
  didNotStop: ({ seconds }: { readonly seconds: number }): string =>
    `it did not stop within ${counted(seconds, "second")}`,
  readersLost: ({
    what,
    reason,
  }: {
    readonly what: "folders" | "pictures";
    readonly reason: string;
  }): string =>
    what === "folders"
      ? `The reader of folders stopped unexpectedly: ${reason}. Open the folder once more, or a part of it.`
      : `The reader of pictures stopped unexpectedly: ${reason}. Open them once more, or fewer of them.`,
  tableReaderLost: ({ reason }: { readonly reason: string }): string =>
    `The file could not be read on: ${reason}. The computer may have too little memory for it. Use a smaller part of it, or choose the file again.`,
};
