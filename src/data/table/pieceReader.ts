/** What a stream of bytes gives, piece by piece. */
import { within } from "../../within";
import { fileMs } from "../fileBytes";

const pieceBytes = 2 ** 18;

type Bytes = Uint8Array<ArrayBuffer>;

export class PieceReader {
  readonly #next: () => Promise<Bytes | undefined>;
  readonly #cancel: () => Promise<void>;

  /** Files fill one buffer again and again: hundreds of megabytes of pieces would wait for the garbage collector otherwise. */
  constructor(stream: ReadableStream<Bytes>) {
    const filling = readerThatFills(stream);
    if (filling) {
      let buffer = new ArrayBuffer(pieceBytes);
      this.#next = async () => {
        const { done, value } = await filling.read(new Uint8Array(buffer));
        if (value) buffer = value.buffer;
        return done ? undefined : value;
      };
      this.#cancel = () => filling.cancel();
      return;
    }
    const reader = stream.getReader();
    this.#next = async () => (await reader.read()).value;
    this.#cancel = () => reader.cancel();
  }

  /**
   * Its bytes are others once the next piece is asked for. Undefined at the end.
   * @throws NoAnswer where it has not come within `fileMs`
   */
  next(): Promise<Bytes | undefined> {
    return within(fileMs, this.#next());
  }

  cancel(): void {
    void this.#cancel().catch(() => undefined);
  }
}

/** Null where a stream has its own pieces. */
function readerThatFills(stream: ReadableStream<Bytes>): ReadableStreamBYOBReader | null {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    return null;
  }
}
