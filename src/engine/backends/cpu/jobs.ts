/** Jobs: what a kernel is told, once for all its calls. */
import type { Dims, Op } from "../../ops/op";
import { bytesPerElement } from "../../plan/plan";

/** Words of an op's job: dimensions, slots, scratch. */
export const jobWords = (op: Op) => op.dims.length + Object.keys(op.slots).length + 1;

/** Fills in jobs one after the other, as `kernels/index.ts` describes them. */
export class JobWriter {
  readonly #memory: WebAssembly.Memory;
  readonly #scratch: number;
  #next: number;

  constructor(memory: WebAssembly.Memory, first: number, scratch: number) {
    this.#memory = memory;
    this.#scratch = scratch;
    this.#next = first;
  }

  /** Returns the job's address; `addressOf` gives that of a slot's tensor, or 0. */
  write(op: Op, dims: Dims, addressOf: (slot: string) => number): number {
    const words = [
      ...op.dims.map((dim) => dims[dim]),
      ...Object.keys(op.slots).map(addressOf),
      this.#scratch,
    ];
    const job = this.#next;
    new Uint32Array(this.#memory.buffer, job, words.length).set(words);
    this.#next += words.length * bytesPerElement;
    return job;
  }
}
