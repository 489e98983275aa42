/** Reads folders and zips of sounds, texts or tables, and makes a dataset of them. Knows nothing of workers, and leaves decoding to whoever made it. */

import { startBreathing } from "../../data/breathing";
import type { Encoding } from "../../data/encodings";
import type { SequencesData } from "../../data/examples";
import { fileBytes } from "../../data/fileBytes";
import { soundExtensions, tableExtensions, textExtensions } from "../../data/folderContent";
import type { LabelledFile, WantedFiles } from "../../data/labelledFiles";
import { fileOf, keptSource, type NameSource } from "../../data/labels/labelSource";
import { sequenceNames } from "../../data/labels/sequenceNames";
import { failure, type Result, success } from "../../data/result";
import { secondFiles } from "../../data/secondFiles";
import { decodeAnyWav } from "../../data/sound/decodeAnyWav";
import { checkSoundFile, checkSoundSize, type LabelledSound, soundData } from "../../data/sound/soundData";
import { soundProblem } from "../../data/sound/soundFormat";
import { type SoundSequence, soundSequence } from "../../data/sound/soundSequence";
import { checkSize, decodeText } from "../../data/text";
import { type LabelledText, textClasses } from "../../data/textClasses";
import { within } from "../../within";
import { message, type Said, sentences } from "../../words/message";
import type { FolderCommand, FolderContent, FolderEvent, FolderOptions } from "../folderProtocol";
import type { ReaderCommand } from "../readerProtocol";
import { DecoderWatch, decodedWithin } from "./decoding";
import { eachItem } from "./eachItem";
import { leftOutFiles } from "./leftOutFiles";
import { nameOf, type OpenedFiles, openedEvent, openFiles, openSecondFiles, originOf } from "./openFiles";
import { Reader } from "./reader";
import { SequencesFile } from "./sequencesFile";

const wanted: Readonly<Record<FolderContent, WantedFiles>> = {
  sounds: { noun: "sound", extensions: soundExtensions },
  texts: { noun: "text", extensions: textExtensions },
  tables: { noun: "table", extensions: tableExtensions },
};

const atOnce = 4;
/** The largest file that is taken takes some seconds. */
const decodeMs = 60_000;

interface FolderReaderOptions {
  readonly emit: (event: FolderEvent) => void;
  /** The channels of a sound at `soundFrames.sampleRate`. Rejects where it is none that can be decoded. */
  readonly decode: (file: Blob, readId: number) => Promise<readonly Float32Array[]>;
}

type Asked = Exclude<FolderCommand, ReaderCommand>;
type CommandOf<K extends Asked["type"]> = Extract<Asked, { type: K }>;

/** What is done of a command: its id, and when it is to stop. */
interface Task {
  readonly readId: number;
  readonly signal: AbortSignal;
}

type ReadSound = LabelledSound & { readonly label: string };

interface SoundsRead {
  readonly sounds: readonly ReadSound[];
  /** Of those that could not be read. */
  readonly problems: readonly Said[];
}

interface TableOfFiles {
  readonly file: File;
  readonly decisions: readonly Said[];
}

export class FolderReader extends Reader<Asked> {
  readonly #options: FolderReaderOptions;
  #open: {
    readonly files: OpenedFiles;
    readonly content: FolderContent;
    readonly labels: NameSource | null;
  } | null = null;

  constructor(options: FolderReaderOptions) {
    super({
      emit: options.emit,
      problemOf: (reason) => message("reading.filesNotRead", { reason }),
    });
    this.#options = options;
  }

  protected act(command: Asked, signal: AbortSignal): Promise<Result<unknown>> {
    switch (command.type) {
      case "open":
        return this.#openFolder(command, signal);
      case "prepare":
        return this.#prepare(command, signal);
      case "second":
        return this.#second(command, signal);
    }
  }

  async #openFolder({ readId, source, content, labels }: CommandOf<"open">, signal: AbortSignal) {
    const files = await openFiles(source, wanted[content], signal, labels);
    signal.throwIfAborted();
    if (!files.ok) return files;
    if ("options" in files.value) {
      this.#options.emit({ type: "asked", readId, ...files.value });
      return files;
    }
    this.#open = { files: files.value, content, labels: keptSource(labels) };
    this.#options.emit(openedEvent(readId, files.value));
    return files;
  }

  async #prepare({ readId, options }: CommandOf<"prepare">, signal: AbortSignal): Promise<Result<unknown>> {
    if (!this.#open) return failure(message("reading.noFolderOpen"));
    const { files, content, labels } = this.#open;
    const task = { readId, signal };
    if (content === "tables") {
      const file = await this.#tableOf(files, task);
      if (file.ok) this.#options.emit({ type: "tabled", readId, ...file.value });
      return file;
    }
    const data = await (content === "sounds"
      ? this.#soundsOf(files, labels, task)
      : this.#textsOf(files, options, task));
    if (data.ok) this.#options.emit({ type: "prepared", readId, data: data.value });
    return data;
  }

  async #second({ readId, source, trained }: CommandOf<"second">, signal: AbortSignal) {
    const files = await openSecondFiles(source, wanted.sounds, signal, trained);
    signal.throwIfAborted();
    if (!files.ok) return files;
    const { items, name, sizeBytes, leftOut } = files.value;
    const read = await this.#soundsIn(items, { readId, signal });
    if (!read.ok) return read;
    const { sounds, problems } = read.value;
    const others = sounds.map(({ name: called, label, sound }) => ({
      name: called,
      label: label === "" ? null : label,
      values: sound.values,
    }));
    const origin = { name, sizeBytes, leftOut, unread: problems };
    this.#options.emit({ type: "second", readId, read: secondFiles(others, trained, origin) });
    return read;
  }

  async #soundsOf(files: OpenedFiles, labels: NameSource | null, task: Task): Promise<Result<SequencesData>> {
    const read = await this.#soundsIn(files.items, task);
    if (!read.ok) return read;
    const { sounds, problems } = read.value;
    const data = soundData(sounds, { ...originOf(files), problems });
    return data.ok ? success({ ...data.value, files: { kind: "sounds", labels } }) : data;
  }

  async #soundsIn(items: OpenedFiles["items"], { readId, signal }: Task): Promise<Result<SoundsRead>> {
    const sounds: ReadSound[] = [];
    const problems: Said[] = [];
    const watch = new DecoderWatch(atOnce);
    let numbers = 0;
    const read = await eachItem(items, {
      signal,
      atOnce,
      checkSize: checkSoundFile,
      read: (content, item) => this.#soundOf(content, nameOf(item), readId, watch),
      take: (sound, item) => {
        if (sound.ok) sounds.push({ name: nameOf(item), label: item.label, sound: sound.value });
        else problems.push(sound.problem);
        if (sound.ok) numbers += sound.value.values.length;
        const heard = watch.check();
        return heard.ok ? checkSoundSize(numbers) : heard;
      },
      onProgress: this.#progress(readId),
    });
    return read.ok ? success({ sounds, problems }) : read;
  }

  async #soundOf(
    file: Blob,
    name: string,
    readId: number,
    watch: DecoderWatch,
  ): Promise<Result<SoundSequence>> {
    const decode = (one: Blob) => this.#options.decode(one, readId);
    const channels = await decodedWithin(
      within(decodeMs, decodeAnyWav(file, decode)),
      name,
      () => soundProblem(file, name),
      watch,
    );
    return channels.ok ? soundSequence(channels.value, name) : channels;
  }

  async #textsOf(
    files: OpenedFiles,
    options: FolderOptions,
    { readId, signal }: Task,
  ): Promise<Result<SequencesData>> {
    const texts: LabelledText[] = [];
    const problems: Said[] = [];
    const encodings = new Map<Encoding, number>();
    const read = await eachItem(files.items, {
      signal,
      atOnce,
      // One without anything in it is counted with those that have nothing but spaces.
      checkSize: (sizeBytes, name) => (sizeBytes === 0 ? success(0) : checkSize(sizeBytes, name)),
      read: async (content, item) => {
        if (content.size === 0) return success(null);
        return decodeText(await fileBytes(content), nameOf(item), options.encoding);
      },
      take: (decoded, item) => {
        if (!decoded.ok) {
          problems.push(decoded.problem);
          return success(null);
        }
        const { text, encoding } = decoded.value ?? { text: "", encoding: null };
        texts.push(...(files.isByLine ? linesOf : wholeText)(text, item));
        if (encoding) encodings.set(encoding, (encodings.get(encoding) ?? 0) + 1);
        return success(null);
      },
      onProgress: this.#progress(readId),
    });
    if (!read.ok) return read;
    const unread = leftOutFiles("text", problems);
    const data = textClasses(texts, options, originOf(files, [...encodingsRead(encodings), ...unread]));
    return data.ok ? data : failure(sentences([data.problem, ...unread]));
  }

  /** A zip that has one table is that table. */
  async #tableOf(files: OpenedFiles, { readId, signal }: Task): Promise<Result<TableOfFiles>> {
    const [only] = files.items;
    if (files.items.length === 1) {
      const content = await only.content.open({ breathing: startBreathing(signal), signal });
      if (!content.ok) return content;
      return success({ file: new File([content.value], fileOf(only.path)), decisions: [] });
    }
    const sequences = new SequencesFile(files.labels.length > 0);
    const names = sequenceNames(files.items.map(({ path }) => path));
    const problems: Said[] = [];
    const read = await eachItem(files.items, {
      signal,
      atOnce: 1,
      read: (content, item) => sequences.add(content, item, signal),
      take: (table, item) => {
        if (!table.ok) {
          problems.push(table.problem);
          return success(null);
        }
        const problem = sequences.take(table.value, names.get(item.path) ?? item.path, item.label);
        return problem ? failure(problem) : success(null);
      },
      onProgress: this.#progress(readId),
    });
    if (!read.ok) return read;
    const unread = leftOutFiles("table", problems);
    if (sequences.count === 0) return failure(sentences(unread));
    const name = typeof files.name === "string" ? files.name.replace(/\.zip$/i, "") : "sequences";
    return success({ file: sequences.file(name), decisions: [...files.decisions, ...unread] });
  }

  #progress(readId: number) {
    return (done: number, total: number) =>
      this.#options.emit({ type: "progress", readId, progress: { stage: "preparing", done, total } });
  }
}

/** Where it is not UTF-8 alone, the most frequent first. */
function encodingsRead(found: ReadonlyMap<Encoding, number>): readonly Said[] {
  if ([...found.keys()].every((encoding) => encoding === "utf-8")) return [];
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .map(([encoding, files]) => message("files.textsReadFrom", { encoding, files }));
}

const wholeText = (text: string, item: LabelledFile<unknown>): readonly LabelledText[] => [
  { name: nameOf(item), label: item.label, text },
];

/** Each line that has something in it, named by the file and its number. */
const linesOf = (text: string, item: LabelledFile<unknown>): readonly LabelledText[] =>
  text
    .split(/\r\n?|\n/)
    .flatMap((line, i) =>
      line.trim() === "" ? [] : [{ name: `${fileOf(item.path)}:${i + 1}`, label: item.label, text: line }],
    );
