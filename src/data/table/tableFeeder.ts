/** Gives the bytes of a file to a parser of rows, in turns, and knows whether what it gave may have been damaged. */
import type { Breathing } from "../breathing";
import type { Decoder } from "../decoderOf";
import type { RowParser } from "./forms/rowParser";

/** Makes rows of bytes, in turns of a few milliseconds. */
export interface TableFeeder {
  /** How much waits for the end of its row. */
  readonly waiting: number;
  /** From here on; what came before was ASCII. */
  setDecoder(decoder: Decoder): void;
  push(bytes: Uint8Array, breathing: Breathing): Promise<void>;
  /** After the last piece. */
  finish(breathing: Breathing): Promise<void>;
}

export class TextFeeder implements TableFeeder {
  #decoder: Decoder;
  readonly #parser: RowParser;
  #mayHaveFlaws = false;

  constructor(decoder: Decoder, parserOf: (mayHaveFlaws: () => boolean) => RowParser) {
    this.#decoder = decoder;
    this.#parser = parserOf(() => this.#mayHaveFlaws);
  }

  get waiting(): number {
    return this.#parser.waiting;
  }

  setDecoder(decoder: Decoder): void {
    this.#decoder = decoder;
  }

  push(bytes: Uint8Array, breathing: Breathing): Promise<void> {
    return this.#give(this.#decoder.decode(bytes, { stream: true }), breathing);
  }

  async finish(breathing: Breathing): Promise<void> {
    await this.#give(this.#decoder.decode(), breathing);
    for (const _ of this.#parser.finish()) await breathing.breathe();
  }

  async #give(text: string, breathing: Breathing): Promise<void> {
    this.#mayHaveFlaws = text.includes("\uFFFD") || (this.#mayHaveFlaws && this.#parser.waiting > 0);
    for (const _ of this.#parser.push(text)) await breathing.breathe();
  }
}
