/** Reads folders and zips of pictures, and makes a dataset of them. Knows nothing of workers, and leaves the decoding to whoever made it. */
import { startBreathing } from "../../data/breathing";
import { pictureExtensions } from "../../data/folderContent";
import { type ImageOptions, imageSequence, type Pixels } from "../../data/images/imageSequence";
import { checkImageSize, imagesData } from "../../data/images/imagesData";
import type { LabelledFile, WantedFiles } from "../../data/labelledFiles";
import type { LabelledSequence } from "../../data/labelledSequences";
import { keptSource, type NameSource } from "../../data/labels/labelSource";
import { failure, type Result, success } from "../../data/result";
import { secondFiles } from "../../data/secondFiles";
import { within } from "../../within";
import { message, type Said, sentences } from "../../words/message";
import type { PictureCommand, PictureEvent, PreviewedPicture } from "../pictureProtocol";
import type { ReaderCommand } from "../readerProtocol";
import { DecoderWatch, decodedWithin } from "./decoding";
import { eachItem, readItem, untilAborted } from "./eachItem";
import { leftOutFiles } from "./leftOutFiles";
import { nameOf, type OpenedFiles, openedEvent, openFiles, openSecondFiles, originOf } from "./openFiles";
import { Reader } from "./reader";

const wanted: WantedFiles = { noun: "picture", extensions: pictureExtensions };

interface PictureReaderOptions {
  readonly emit: (event: PictureEvent) => void;
  /** Throws where it is no picture. */
  readonly decode: (file: Blob) => Promise<Pixels>;
}

type Asked = Exclude<PictureCommand, ReaderCommand>;
type CommandOf<K extends Asked["type"]> = Extract<Asked, { type: K }>;

type ReadPicture = LabelledSequence & { readonly label: string };

interface PicturesRead {
  readonly sequences: readonly ReadPicture[];
  /** Of those that could not be read. */
  readonly problems: readonly Said[];
}

/** As many as are shown, spread over all labels. */
const previewCount = 24;
const atOnce = 8;
/** A large photograph takes a tenth of a second. */
const decodeMs = 20_000;
const nothingOpen = failure(message("reading.noPicturesOpen"));

export class PictureReader extends Reader<Asked> {
  readonly #options: PictureReaderOptions;
  #open: OpenedFiles | null = null;
  #labels: NameSource | null = null;
  /** By index: what it shows, or why it cannot be read. */
  readonly #previews = new Map<number, Result<Pixels>>();
  #watch = new DecoderWatch(atOnce);

  constructor(options: PictureReaderOptions) {
    super({
      emit: options.emit,
      problemOf: (reason) => message("reading.filesNotRead", { reason }),
    });
    this.#options = options;
  }

  protected act(command: Asked, signal: AbortSignal): Promise<Result<unknown>> {
    switch (command.type) {
      case "open":
        return this.#openPictures(command, signal);
      case "preview":
        return this.#preview(command, signal);
      case "prepare":
        return this.#prepare(command, signal);
      case "second":
        return this.#second(command, signal);
    }
  }

  async #openPictures({ readId, source, labels }: CommandOf<"open">, signal: AbortSignal) {
    const files = await openFiles(source, wanted, signal, labels);
    signal.throwIfAborted();
    if (!files.ok) return files;
    if ("options" in files.value) {
      this.#options.emit({ type: "asked", readId, ...files.value });
      return files;
    }
    this.#open = files.value;
    this.#labels = keptSource(labels);
    this.#previews.clear();
    this.#options.emit(openedEvent(readId, files.value));
    return files;
  }

  async #preview({ readId, options }: CommandOf<"preview">, signal: AbortSignal): Promise<Result<unknown>> {
    if (!this.#open) return nothingOpen;
    const { items } = this.#open;
    const count = Math.min(previewCount, items.length);
    const indices = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * items.length) / count));
    const breathing = startBreathing(signal);
    const decode = (index: number) => {
      const known = this.#previews.get(index);
      return known ?? readItem(items[index], this.#decode, { signal, breathing });
    };
    const decoded = await untilAborted(Promise.all(indices.map(decode)), signal);
    const pictures = indices.map((index, i): PreviewedPicture => {
      const pixels = decoded[i];
      this.#previews.set(index, pixels);
      const { label } = items[index];
      const values = pixels.ok ? imageSequence(pixels.value, options) : null;
      return { name: nameOf(items[index]), label, values };
    });
    this.#options.emit({ type: "previewed", readId, options, pictures });
    return success(null);
  }

  async #prepare({ readId, options }: CommandOf<"prepare">, signal: AbortSignal): Promise<Result<unknown>> {
    if (!this.#open) return nothingOpen;
    const read = await this.#picturesIn(this.#open.items, options, { readId, signal });
    if (!read.ok) return read;
    const { sequences, problems } = read.value;
    const unread = leftOutFiles("picture", problems);
    const data = imagesData(sequences, options, originOf(this.#open, unread));
    if (!data.ok) return failure(sentences([...unread, data.problem]));
    const files = { kind: "pictures", labels: this.#labels, options } as const;
    this.#options.emit({ type: "prepared", readId, data: { ...data.value, files } });
    return data;
  }

  async #second({ readId, source, trained }: CommandOf<"second">, signal: AbortSignal) {
    const { way } = trained;
    if (way.kind !== "pictures") throw new Error("Pictures are read.");
    const files = await openSecondFiles(source, wanted, signal, trained);
    signal.throwIfAborted();
    if (!files.ok) return files;
    const { items, name, sizeBytes, leftOut } = files.value;
    const read = await this.#picturesIn(items, way.options, { readId, signal });
    if (!read.ok) return read;
    const { sequences, problems } = read.value;
    const others = sequences.map((one) => ({ ...one, label: one.label === "" ? null : one.label }));
    const origin = { name, sizeBytes, leftOut, unread: problems };
    this.#options.emit({ type: "second", readId, read: secondFiles(others, trained, origin) });
    return read;
  }

  async #picturesIn(
    items: OpenedFiles["items"],
    options: ImageOptions,
    { readId, signal }: { readonly readId: number; readonly signal: AbortSignal },
  ): Promise<Result<PicturesRead>> {
    const size = checkImageSize(items.length, options);
    if (!size.ok) return size;
    this.#watch = new DecoderWatch(atOnce);
    const sequences: ReadPicture[] = [];
    const problems: Said[] = [];
    const read = await eachItem(items, {
      signal,
      atOnce,
      read: this.#decode,
      take: (pixels, item) => {
        if (!pixels.ok) problems.push(pixels.problem);
        else
          sequences.push({
            name: nameOf(item),
            label: item.label,
            values: imageSequence(pixels.value, options),
          });
        return this.#watch.check();
      },
      onProgress: (done, total) =>
        this.#options.emit({ type: "progress", readId, progress: { stage: "preparing", done, total } }),
    });
    return read.ok ? success({ sequences, problems }) : read;
  }

  readonly #decode = (content: Blob, item: LabelledFile<unknown>): Promise<Result<Pixels>> => {
    const name = nameOf(item);
    const problemOf = () => message("reading.damagedPicture", { name });
    return decodedWithin(within(decodeMs, this.#options.decode(content)), name, problemOf, this.#watch);
  };
}
