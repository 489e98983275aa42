/** Reads folders and zips of sounds or texts, and makes a dataset of them. Knows nothing of workers, and leaves decoding to whoever made it. */
import type { SequencesData } from "../../data/examples";
import { soundExtensions, textExtensions } from "../../data/folderContent";
import type { FileKind, LabelledFile } from "../../data/labelledFiles";
import { failure, type Result, success } from "../../data/result";
import { checkSoundFile, checkSoundSize, type LabelledSound, soundData } from "../../data/sound/soundData";
import { type SoundSequence, soundSequence } from "../../data/sound/soundSequence";
import { decodeText } from "../../data/text";
import { type LabelledText, textClasses } from "../../data/textClasses";
import type { TextUnit } from "../../data/textUnit";
import type { FolderCommand, FolderContent, FolderEvent } from "../folderProtocol";
import { nameOf, type OpenedFiles, openFiles, splitSeed } from "./openFiles";

const fileKinds: Readonly<Record<FolderContent["kind"], FileKind>> = {
  sounds: {
    noun: "sound",
    extensions: soundExtensions,
  },
  texts: { noun: "text", extensions: textExtensions },
};

/** Decoded at the same time; browsers do that on other threads. */
const atOnce = 4;
interface FolderReaderOptions {
  readonly emit: (event: Exclude<FolderEvent, { type: "decode" }>) => void;
  /** The channels of a sound at `soundFrames.sampleRate`; null where it is none that can be decoded. */
  readonly decode: (file: Blob, readId: number) => Promise<readonly Float32Array[] | null>;
}

type ReadCommand = Extract<FolderCommand, { type: "read" }>;

/** What is asked for while something else is read ends that. */
class Superseded extends Error {}

export class FolderReader {
  readonly #options: FolderReaderOptions;
  #readId: number | null = null;

  constructor(options: FolderReaderOptions) {
    this.#options = options;
  }

  cancel(): void {
    if (this.#readId !== null) this.#options.emit({ type: "cancelled", readId: this.#readId });
    this.#readId = null;
  }

  async read(command: ReadCommand): Promise<void> {
    const { readId } = command;
    this.cancel();
    this.#readId = readId;
    const result = await this.#dataOf(command).catch((cause: unknown) => {
      if (cause instanceof Superseded) return null;
      return failure(
        `The files could not be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
    });
    if (!result || this.#readId !== readId) return;
    this.#readId = null;
    if (result.ok) this.#options.emit({ type: "prepared", readId, data: result.value });
    else this.#options.emit({ type: "refused", readId, problem: result.problem });
  }

  async #dataOf({ readId, source, content }: ReadCommand): Promise<Result<SequencesData>> {
    const opened = await openFiles(source, fileKinds[content.kind]);
    if (!opened.ok) return opened;
    return content.kind === "sounds"
      ? this.#soundsOf(opened.value, readId)
      : this.#textsOf(opened.value, content.unit, readId);
  }

  async #soundsOf(opened: OpenedFiles, readId: number): Promise<Result<SequencesData>> {
    const sounds: LabelledSound[] = [];
    const problems: string[] = [];
    let numbers = 0;
    const read = await this.#each(opened.items, readId, async (item) => {
      const name = nameOf(item);
      const sound = await this.#soundOf(item.content, name, readId);
      return () => {
        if (sound.ok) sounds.push({ name, label: item.label, sound: sound.value });
        else problems.push(sound.problem);
        if (sound.ok) numbers += sound.value.values.length;
        return checkSoundSize(numbers);
      };
    });
    return read.ok ? soundData(sounds, { ...sourceOf(opened), problems }) : read;
  }

  async #soundOf(file: Blob, name: string, readId: number): Promise<Result<SoundSequence>> {
    const size = checkSoundFile(file.size, name);
    if (!size.ok) return size;
    const channels = await this.#options.decode(file, readId);
    return channels
      ? soundSequence(channels, name)
      : failure(`“${name}” is damaged or no sound that this browser can read.`);
  }

  async #textsOf(opened: OpenedFiles, unit: TextUnit, readId: number): Promise<Result<SequencesData>> {
    const texts: LabelledText[] = [];
    const problems: string[] = [];
    await this.#each(opened.items, readId, async (item) => {
      const bytes = new Uint8Array(await item.content.arrayBuffer());
      const name = nameOf(item);
      // One without anything in it is counted with those that have nothing but spaces.
      const text = bytes.length === 0 ? success("") : decodeText(bytes, name);
      return () => {
        if (text.ok) texts.push({ name, label: item.label, text: text.value });
        else problems.push(text.problem);
        return success(null);
      };
    });
    const { decisions, ...source } = sourceOf(opened);
    const unread = leftOut(problems);
    const data = textClasses(texts, { unit }, { ...source, decisions: [...decisions, ...unread] });
    return data.ok ? data : failure([data.problem, ...unread].join(" "));
  }

  /** Some items at a time; what each leads to is done in their order, until something fails. */
  async #each(
    items: readonly LabelledFile<Blob>[],
    readId: number,
    read: (item: LabelledFile<Blob>) => Promise<() => Result<unknown>>,
  ): Promise<Result<unknown>> {
    for (let first = 0; first < items.length; first += atOnce) {
      const some = items.slice(first, first + atOnce);
      const results = await Promise.all(some.map(read));
      if (this.#readId !== readId) throw new Superseded();
      for (const result of results) {
        const done = result();
        if (!done.ok) return done;
      }
      this.#options.emit({ type: "progress", readId, done: first + some.length, total: items.length });
    }
    return success(null);
  }
}

const sourceOf = ({ name, sizeBytes, decisions }: OpenedFiles) => ({
  name,
  sizeBytes,
  decisions,
  seed: splitSeed,
});

function leftOut(problems: readonly string[]): string[] {
  if (problems.length === 0) return [];
  if (problems.length === 1) return [`1 text could not be read and is left out. ${problems[0]}`];
  return [`${problems.length} texts could not be read and are left out. The first: ${problems[0]}`];
}
