/** The page's side of the reading of folders. The worker starts with the first command, and anew if it has broken. */
import type { FolderCommand, FolderEvent } from "../folderProtocol";

/** What the store hears of. */
export type FolderNews = Exclude<FolderEvent, { type: "decode" }>;

interface FolderClientOptions {
  readonly receive: (event: FolderNews) => void;
  /** The channels of a sound, at the rate that sounds are read at. Rejects where it is none. */
  readonly decode: (file: Blob) => Promise<readonly Float32Array<ArrayBuffer>[]>;
}

const eventTypes: Readonly<Record<FolderEvent["type"], true>> = {
  progress: true,
  decode: true,
  prepared: true,
  refused: true,
  cancelled: true,
};

/** The worker is built with the page, so its word is trusted beyond the two fields that every event has. */
function isFolderEvent(value: unknown): value is FolderEvent {
  if (typeof value !== "object" || value === null || !("type" in value && "readId" in value)) return false;
  return (
    typeof value.type === "string" &&
    Object.hasOwn(eventTypes, value.type) &&
    typeof value.readId === "number"
  );
}

export class FolderClient {
  readonly #options: FolderClientOptions;
  #worker: Worker | null = null;
  #readId = 0;

  constructor(options: FolderClientOptions) {
    this.#options = options;
  }

  send(command: FolderCommand): void {
    if (command.type === "read") this.#readId = command.readId;
    this.#worker ??= this.#start();
    this.#worker.postMessage(command);
  }

  #start(): Worker {
    const worker = new Worker(new URL("../readers/folderWorker.ts", import.meta.url), {
      type: "module",
      name: "gru-folders",
    });
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isFolderEvent(data)) this.#broken(worker, "it sent a message that the page does not know");
      else if (data.type === "decode") void this.#decode(worker, data);
      else this.#options.receive(data);
    };
    worker.onmessageerror = () => this.#broken(worker, "one of its messages could not be read");
    worker.onerror = ({ message }) =>
      this.#broken(worker, message || "its program could not be loaded or ran out of memory");
    return worker;
  }

  async #decode(worker: Worker, { soundId, file }: Extract<FolderEvent, { type: "decode" }>): Promise<void> {
    const channels = await this.#options.decode(file).catch(() => null);
    const command: FolderCommand = { type: "decoded", soundId, channels };
    worker.postMessage(command, { transfer: channels?.map(({ buffer }) => buffer) ?? [] });
  }

  #broken(worker: Worker, reason: string): void {
    worker.terminate();
    if (worker !== this.#worker) return;
    this.#worker = null;
    this.#options.receive({
      type: "refused",
      readId: this.#readId,
      problem: `What reads folders stopped unexpectedly: ${reason}. Open the folder once more, or a part of it.`,
    });
  }
}
