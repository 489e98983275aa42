/** One generation under way: the prompt is read, then every drawn symbol, one at a time. */
import { encoderOf, unitOf } from "../../data/textUnit";
import { tableOfSymbols } from "../../data/vocabulary";
import { wordSpacing } from "../../data/words";
import type { Generator } from "../../engine/train/generator";
import { sampleToken } from "../../engine/train/sampling";
import { mix } from "../../mix";
import { Random } from "../../random";
import type { Command, GeneratedToken, UnknownCharacters } from "../protocol";

type GenerateCommand = Extract<Command, { type: "generate" }>;

export class Writing {
  readonly id: number;
  readonly unknown: UnknownCharacters;
  readonly #command: GenerateCommand;
  readonly #vocabulary: readonly string[];
  readonly #random: Random;
  readonly #waiting: number[];
  readonly #unknownId: number | null;
  readonly #spaceBefore: ((symbol: string) => string) | null;
  #prompt: number;
  #left: number;

  /** An empty prompt begins as a line does, if the vocabulary has lines. */
  constructor(command: GenerateCommand, vocabulary: readonly string[]) {
    const encode = encoderOf(vocabulary);
    const prompt = encode(command.prompt);
    const isEmpty = prompt.tokens.length === 0;
    const encoded = isEmpty ? encode("\n") : prompt;
    this.id = command.generationId;
    this.unknown = { count: isEmpty ? 0 : encoded.unknownCharacters, readAs: encoded.readAs };
    this.#command = command;
    this.#vocabulary = vocabulary;
    this.#unknownId = tableOfSymbols(vocabulary).unknownId;
    this.#spaceBefore = unitOf(vocabulary) === "words" ? wordSpacing() : null;
    this.#random = Random.fromSeed(mix(command.seed));
    this.#waiting = Array.from(encoded.tokens);
    this.#prompt = this.#waiting.length;
    this.#left = command.length;
  }

  get done(): boolean {
    return this.#left === 0 && this.#waiting.length === 0;
  }

  /** Reads symbols for about `milliseconds`, and returns them with the states they led to. */
  async write(generator: Pick<Generator, "feed">, milliseconds: number): Promise<GeneratedToken[]> {
    const tokens: GeneratedToken[] = [];
    const endMs = performance.now() + milliseconds;
    while (!this.done && (tokens.length === 0 || performance.now() < endMs)) {
      const [token] = this.#waiting.splice(0, 1);
      const { logits, hidden } = await generator.feed(token);
      const symbol = this.#vocabulary[token];
      const spaced = this.#spaceBefore?.(symbol) === " ";
      tokens.push({ symbol, ...(spaced && { spaced }), prompt: this.#prompt > 0, hidden });
      this.#prompt = Math.max(0, this.#prompt - 1);
      if (this.#waiting.length === 0 && this.#left > 0) {
        // It stands for what has no symbol, and is none that could be written.
        if (this.#unknownId !== null) logits[this.#unknownId] = Number.NEGATIVE_INFINITY;
        this.#waiting.push(sampleToken(logits, this.#command.sampling, this.#random));
        this.#left--;
      }
    }
    return tokens;
  }
}
