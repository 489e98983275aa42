/** The page's side of the reading of pictures. The worker starts with the first command, and anew if it has broken. */
import type { PictureCommand, PictureEvent } from "../pictureProtocol";

const eventTypes: Readonly<Record<PictureEvent["type"], true>> = {
  opened: true,
  previewed: true,
  progress: true,
  prepared: true,
  refused: true,
  cancelled: true,
};

/** The worker is built with the page, so its word is trusted beyond the two fields that every event has. */
function isPictureEvent(value: unknown): value is PictureEvent {
  if (typeof value !== "object" || value === null || !("type" in value && "readId" in value)) return false;
  return (
    typeof value.type === "string" &&
    Object.hasOwn(eventTypes, value.type) &&
    typeof value.readId === "number"
  );
}

export class PictureClient {
  readonly #receive: (event: PictureEvent) => void;
  #worker: Worker | null = null;
  #readId = 0;

  constructor({ receive }: { readonly receive: (event: PictureEvent) => void }) {
    this.#receive = receive;
  }

  send(command: PictureCommand): void {
    if ("readId" in command) this.#readId = command.readId;
    this.#worker ??= this.#start();
    this.#worker.postMessage(command);
  }

  #start(): Worker {
    const worker = new Worker(new URL("../readers/pictureWorker.ts", import.meta.url), {
      type: "module",
      name: "gru-pictures",
    });
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isPictureEvent(data)) this.#receive(data);
      else this.#broken(worker, "it sent a message that the page does not know");
    };
    worker.onmessageerror = () => this.#broken(worker, "one of its messages could not be read");
    worker.onerror = ({ message }) =>
      this.#broken(worker, message || "its program could not be loaded or ran out of memory");
    return worker;
  }

  #broken(worker: Worker, reason: string): void {
    worker.terminate();
    if (worker !== this.#worker) return;
    this.#worker = null;
    this.#receive({
      type: "refused",
      readId: this.#readId,
      problem: `What reads pictures stopped unexpectedly: ${reason}. Open them once more, or fewer of them.`,
    });
  }
}
