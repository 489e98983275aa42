/** Copies tensors out of a memory that changes, without holding the thread for long: a state of training is tens of megabytes. */
import type { HostArray } from "../../ops/op";

export interface CopySource {
  readonly length: number;
  /** The elements in [from, to) as they are now. */
  readonly elements: (from: number, to: number) => HostArray;
}

/** 1 MiB: more takes long where the browser has to find the memory for it. */
export const mostCopied = 2 ** 18;

export class Copying {
  /** One for each source, when all is copied: their memory is asked for one after the other. */
  readonly values: Float32Array<ArrayBuffer>[] = [];
  readonly #sources: readonly CopySource[];
  #source = 0;
  #at = 0;

  constructor(sources: readonly CopySource[]) {
    this.#sources = sources;
  }

  /** Copies so many elements at most; whether there are more. */
  goOn(most: number): boolean {
    for (let left = most; left > 0 && this.#source < this.#sources.length; ) {
      const { length, elements } = this.#sources[this.#source];
      const end = Math.min(length, this.#at + left);
      this.values[this.#source] ??= new Float32Array(length);
      this.values[this.#source].set(elements(this.#at, end), this.#at);
      left -= end - this.#at;
      this.#at = end;
      if (end < length) continue;
      this.#source++;
      this.#at = 0;
    }
    return this.#source < this.#sources.length;
  }
}
