/** Waiting for a browser's decoder, which may never answer. */
import { failure, type Result, success } from "../../data/result";
import { NoAnswer } from "../../within";
import { type Message, message } from "../../words/message";

/** Ends the reading of many files where the decoder has stopped answering: each of them would wait as long for nothing. */
export class DecoderWatch {
  readonly #most: number;
  #silent = 0;

  /** @param most waits for nothing, one after the other, before all is given up */
  constructor(most: number) {
    this.#most = most;
  }

  answered(): void {
    this.#silent = 0;
  }

  didNotAnswer(): void {
    this.#silent++;
  }

  /** Fails where it has stopped answering. */
  check(): Result<null> {
    if (this.#silent < this.#most) return success(null);
    return failure(message("reading.decoderSilent", { files: this.#silent }));
  }
}

/** What was decoded, or a sentence on the file: not in time, or what `problemOf` says. */
export async function decodedWithin<T>(
  decoding: Promise<T>,
  name: string,
  problemOf: () => Message | Promise<Message>,
  watch: DecoderWatch,
): Promise<Result<T>> {
  try {
    const decoded = await decoding;
    watch.answered();
    return success(decoded);
  } catch (error) {
    if (error instanceof NoAnswer) {
      watch.didNotAnswer();
      return failure(message("reading.notDecoded", { name, seconds: error.seconds }));
    }
    watch.answered();
    return failure(await problemOf());
  }
}
