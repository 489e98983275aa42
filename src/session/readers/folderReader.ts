/** Reads folders and zips of sounds or texts, and makes a dataset of them. Knows nothing of workers, and leaves decoding to whoever made it. */
import type { SequencesData } from "../../data/examples";
import { soundExtensions, textExtensions } from "../../data/folderContent";
import type { WantedFiles } from "../../data/labelledFiles";
import { failure, type Result, success } from "../../data/result";
import { checkSoundFile, checkSoundSize, type LabelledSound, soundData } from "../../data/sound/soundData";
import { type SoundSequence, soundSequence } from "../../data/sound/soundSequence";
import { decodeText } from "../../data/text";
import { type LabelledText, textClasses } from "../../data/textClasses";
import { message, type Said } from "../../words/message";
import type { FolderCommand, FolderContent, FolderEvent, FolderOptions } from "../folderProtocol";
import type { ReaderCommand } from "../readerProtocol";
import { eachItem } from "./eachItem";
import { nameOf, type OpenedFiles, openedEvent, openFiles, originOf } from "./openFiles";
import { Reader } from "./reader";

const wanted: Readonly<Record<FolderContent, WantedFiles>> = {
  sounds: { noun: "sound", extensions: soundExtensions },
  texts: { noun: "text", extensions: textExtensions },
};

const atOnce = 4;

interface FolderReaderOptions {
  readonly emit: (event: FolderEvent) => void;
  /** The channels of a sound at `soundFrames.sampleRate`; null where it is none that can be decoded. */
  readonly decode: (file: Blob, readId: number) => Promise<readonly Float32Array[] | null>;
}

type Asked = Exclude<FolderCommand, ReaderCommand>;
type CommandOf<K extends Asked["type"]> = Extract<Asked, { type: K }>;

/** What is done of a command: its id, and when it is to stop. */
interface Task {
  readonly readId: number;
  readonly signal: AbortSignal;
}

export class FolderReader extends Reader<Asked> {
  readonly #options: FolderReaderOptions;
  #open: { readonly files: OpenedFiles; readonly content: FolderContent } | null = null;

  constructor(options: FolderReaderOptions) {
    super({
      emit: options.emit,
      problemOf: (reason) => `The files could not be read: ${reason}`,
    });
    this.#options = options;
  }

  protected act(command: Asked, signal: AbortSignal): Promise<Result<unknown>> {
    switch (command.type) {
      case "open":
        return this.#openFolder(command, signal);
      case "prepare":
        return this.#prepare(command, signal);
    }
  }

  async #openFolder({ readId, source, content }: CommandOf<"open">, signal: AbortSignal) {
    const files = await openFiles(source, wanted[content]);
    signal.throwIfAborted();
    if (!files.ok) return files;
    this.#open = { files: files.value, content };
    this.#options.emit(openedEvent(readId, files.value));
    return files;
  }

  async #prepare({ readId, options }: CommandOf<"prepare">, signal: AbortSignal): Promise<Result<unknown>> {
    if (!this.#open) return failure("There is no folder open any more. Choose it again.");
    const { files, content } = this.#open;
    const task = { readId, signal };
    const data = await (content === "sounds"
      ? this.#soundsOf(files, task)
      : this.#textsOf(files, options, task));
    if (data.ok) this.#options.emit({ type: "prepared", readId, data: data.value });
    return data;
  }

  async #soundsOf(files: OpenedFiles, { readId, signal }: Task): Promise<Result<SequencesData>> {
    const sounds: LabelledSound[] = [];
    const problems: Said[] = [];
    let numbers = 0;
    const read = await eachItem(files.items, {
      signal,
      atOnce,
      read: (content, item) => this.#soundOf(content, nameOf(item), readId),
      take: (sound, item) => {
        if (sound.ok) sounds.push({ name: nameOf(item), label: item.label, sound: sound.value });
        else problems.push(sound.problem);
        if (sound.ok) numbers += sound.value.values.length;
        return checkSoundSize(numbers);
      },
      onProgress: this.#progress(readId),
    });
    return read.ok ? soundData(sounds, { ...originOf(files), problems }) : read;
  }

  async #soundOf(file: Blob, name: string, readId: number): Promise<Result<SoundSequence>> {
    const size = checkSoundFile(file.size, name);
    if (!size.ok) return size;
    const channels = await this.#options.decode(file, readId);
    return channels
      ? soundSequence(channels, name)
      : failure(`“${name}” is damaged or no sound that this browser can read.`);
  }

  async #textsOf(
    files: OpenedFiles,
    options: FolderOptions,
    { readId, signal }: Task,
  ): Promise<Result<SequencesData>> {
    const texts: LabelledText[] = [];
    const problems: Said[] = [];
    await eachItem(files.items, {
      signal,
      atOnce,
      read: async (content) => new Uint8Array(await content.arrayBuffer()),
      take: (bytes, item) => {
        const name = nameOf(item);
        // One without anything in it is counted with those that have nothing but spaces.
        const text = bytes.length === 0 ? success("") : decodeText(bytes, name);
        if (text.ok) texts.push({ name, label: item.label, text: text.value });
        else problems.push(text.problem);
        return success(null);
      },
      onProgress: this.#progress(readId),
    });
    const unread = leftOut(problems);
    const data = textClasses(texts, options, originOf(files, unread));
    return data.ok ? data : failure(message("common.sentences", { parts: [data.problem, ...unread] }));
  }

  #progress(readId: number) {
    return (done: number, total: number) =>
      this.#options.emit({ type: "progress", readId, progress: { stage: "preparing", done, total } });
  }
}

function leftOut(problems: readonly Said[]): string[] {
  if (problems.length === 0) return [];
  if (problems.length === 1) return [`1 text could not be read and is left out. ${problems[0]}`];
  return [`${problems.length} texts could not be read and are left out. The first: ${problems[0]}`];
}
