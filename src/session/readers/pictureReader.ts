/** Reads folders and zips of pictures, and makes a dataset of them. Knows nothing of workers, and leaves the decoding to whoever made it. */
import { pictureExtensions } from "../../data/folderContent";
import { type ImageOptions, imageSequence, type Pixels } from "../../data/images/imageSequence";
import { checkImageSize, imagesData } from "../../data/images/imagesData";
import type { FileKind, LabelledFile } from "../../data/labelledFiles";
import type { LabelledSequence } from "../../data/labelledSequences";
import { failure, type Result, success } from "../../data/result";
import type { PictureCommand, PictureEvent, PreviewedPicture } from "../pictureProtocol";
import { nameOf, type OpenedFiles, openFiles, splitSeed } from "./openFiles";

const pictureFiles: FileKind = { noun: "picture", extensions: pictureExtensions };

interface PictureReaderOptions {
  readonly emit: (event: PictureEvent) => void;
  /** Throws where it is no picture. */
  readonly decode: (file: Blob) => Promise<Pixels>;
}

/** As many as are shown, spread over all labels. */
const previewCount = 24;
/** Decoded at the same time; browsers do that on other threads. */
const atOnce = 8;
export class PictureReader {
  readonly #options: PictureReaderOptions;
  #opened: OpenedFiles | null = null;
  /** By index, null where it is none that can be read. */
  #previews = new Map<number, Pixels | null>();
  /** What is under way; everything before it is to stop. */
  #readId: number | null = null;

  constructor(options: PictureReaderOptions) {
    this.#options = options;
  }

  async handle(command: PictureCommand): Promise<void> {
    const { emit } = this.#options;
    if (command.type === "cancel") {
      if (this.#readId !== null) emit({ type: "cancelled", readId: this.#readId });
      this.#readId = null;
      return;
    }
    const { readId } = command;
    this.#readId = readId;
    try {
      const result = await this.#execute(command);
      if (this.#readId !== readId) return;
      if (!result.ok) emit({ type: "refused", readId, problem: result.problem });
      this.#readId = null;
    } catch (cause) {
      if (this.#readId !== readId) return;
      const reason = cause instanceof Error ? cause.message : String(cause);
      emit({ type: "refused", readId, problem: `The files could not be read: ${reason}` });
      this.#readId = null;
    }
  }

  async #execute(command: Exclude<PictureCommand, { type: "cancel" }>): Promise<Result<unknown>> {
    const { readId, options } = command;
    if (command.type === "open") {
      const opened = await openFiles(command.source, pictureFiles);
      if (!opened.ok || this.#readId !== readId) return opened;
      this.#opened = opened.value;
      this.#previews.clear();
      this.#announce(readId, opened.value);
    }
    const opened = this.#opened;
    if (!opened) return failure("There are no pictures open. Open a folder or a zip first.");
    return command.type === "prepare"
      ? this.#prepare(readId, opened, options)
      : this.#preview(readId, opened, options);
  }

  #announce(readId: number, { name, labels, items, decisions }: OpenedFiles): void {
    const counts = new Map(labels.map((label) => [label, 0]));
    for (const { label } of items) counts.set(label, (counts.get(label) ?? 0) + 1);
    this.#options.emit({
      type: "opened",
      readId,
      name,
      labels: Array.from(counts, ([label, count]) => ({ label, count })),
      decisions,
    });
  }

  async #preview(readId: number, { items }: OpenedFiles, options: ImageOptions): Promise<Result<unknown>> {
    const count = Math.min(previewCount, items.length);
    const indices = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * items.length) / count));
    const pictures = await Promise.all(
      indices.map(async (index): Promise<PreviewedPicture> => {
        const known = this.#previews.get(index);
        const pixels = known === undefined ? await this.#decode(items[index]) : known;
        this.#previews.set(index, pixels);
        const { label } = items[index];
        return { name: nameOf(items[index]), label, values: pixels && imageSequence(pixels, options) };
      }),
    );
    if (this.#readId === readId) this.#options.emit({ type: "previewed", readId, options, pictures });
    return success(null);
  }

  async #prepare(
    readId: number,
    { name, sizeBytes, items, decisions }: OpenedFiles,
    options: ImageOptions,
  ): Promise<Result<unknown>> {
    const size = checkImageSize(items.length, options);
    if (!size.ok) return size;
    const read: LabelledSequence[] = [];
    const unread: LabelledFile<Blob>[] = [];
    for (let first = 0; first < items.length; first += atOnce) {
      const some = items.slice(first, first + atOnce);
      const pixels = await Promise.all(some.map((item) => this.#decode(item)));
      if (this.#readId !== readId) return success(null);
      for (const [i, item] of some.entries()) {
        const decoded = pixels[i];
        if (!decoded) unread.push(item);
        else read.push({ name: nameOf(item), label: item.label, values: imageSequence(decoded, options) });
      }
      this.#options.emit({ type: "progress", readId, share: (first + some.length) / items.length });
    }
    const source = { name, sizeBytes, decisions: [...decisions, ...unreadInWords(unread)], seed: splitSeed };
    const data = imagesData(read, options, source);
    if (!data.ok) return failure([...unreadInWords(unread), data.problem].join(" "));
    this.#options.emit({ type: "prepared", readId, data: data.value });
    return data;
  }

  /** Null where it cannot be. */
  async #decode({ content }: LabelledFile<Blob>): Promise<Pixels | null> {
    try {
      return await this.#options.decode(content);
    } catch {
      return null;
    }
  }
}

function unreadInWords(unread: readonly LabelledFile<Blob>[]): string[] {
  if (unread.length === 0) return [];
  const first = `“${nameOf(unread[0])}”`;
  return [
    unread.length === 1
      ? `${first} is damaged or no picture that this browser can read: left out.`
      : `${unread.length} files, ${first} the first of them, are damaged or no pictures that this browser can read: left out.`,
  ];
}
