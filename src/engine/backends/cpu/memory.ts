/** One linear memory, and who has which part of it. */
import { PlanTooLargeError } from "../../plan/plan";

const pageBytes = 65536;
/** One plan's limit: beyond it, a browser tab is likely to be killed rather than told. */
const blockLimitBytes = 2 ** 30;
/** Of all plans together: a new run is loaded before the old one goes. */
const memoryLimitBytes = 2 ** 31;

/** 128 MiB. */
const leastSharedPages = 2048;

/** Every block begins on one, and a vector at it never crosses a cache line. */
const alignment = 16;
/** Behind every block, so that a vector may be read from any element of it. */
const spareBytes = 16;

interface Block {
  readonly address: number;
  readonly bytes: number;
}

export const aligned = (bytes: number) => Math.ceil(bytes / alignment) * alignment;

/** Gives out blocks of zeros, first fit. Memory grows and never shrinks; what is released is given out again. */
export class LinearMemory {
  readonly memory: WebAssembly.Memory;
  #free: Block[] = [];
  #taken = new Map<number, number>();
  /** Everything from here on was never given out. */
  #end: number;
  /** From here on memory is as it was made: zeros. */
  #used: number;

  /** @param base the first address that may be given out */
  constructor(memory: WebAssembly.Memory, base: number) {
    this.memory = memory;
    this.#end = aligned(base);
    this.#used = this.#end;
  }

  /** Bytes that are given out now. */
  get takenBytes(): number {
    return [...this.#taken.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** The address of a block of zeros. Throws `PlanTooLargeError`. */
  allocate(wantedBytes: number): number {
    const bytes = aligned(wantedBytes + spareBytes);
    if (bytes > blockLimitBytes) throw tooLarge(bytes, blockLimitBytes);
    const address = this.#reuse(bytes) ?? this.#extend(bytes);
    this.#taken.set(address, bytes);
    const old = Math.max(0, Math.min(bytes, this.#used - address));
    new Uint8Array(this.memory.buffer, address, old).fill(0);
    this.#used = Math.max(this.#used, address + bytes);
    return address;
  }

  release(address: number): void {
    const bytes = this.#taken.get(address);
    if (bytes === undefined) throw new Error(`No block begins at ${address}.`);
    this.#taken.delete(address);
    this.#free = merged([...this.#free, { address, bytes }]);
    const last = this.#free.at(-1);
    if (last && last.address + last.bytes === this.#end) {
      this.#free.pop();
      this.#end = last.address;
    }
  }

  #reuse(bytes: number): number | undefined {
    const at = this.#free.findIndex((block) => block.bytes >= bytes);
    if (at < 0) return undefined;
    const { address, bytes: whole } = this.#free[at];
    const rest = whole > bytes ? [{ address: address + bytes, bytes: whole - bytes }] : [];
    this.#free.splice(at, 1, ...rest);
    return address;
  }

  #extend(bytes: number): number {
    const address = this.#end;
    const missing = address + bytes - this.memory.buffer.byteLength;
    if (address + bytes > memoryLimitBytes || (missing > 0 && !this.#grow(missing)))
      throw tooLarge(bytes, memoryLimitBytes - address);
    this.#end = address + bytes;
    return address;
  }

  #grow(bytes: number): boolean {
    try {
      this.memory.grow(Math.ceil(bytes / pageBytes));
      return true;
    } catch {
      return false;
    }
  }
}

const tooLarge = (bytes: number, limitBytes: number) => new PlanTooLargeError(null, bytes, limitBytes);

/** In the order of addresses, neighbours joined. */
function merged(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of [...blocks].sort((a, b) => a.address - b.address)) {
    const last = out.at(-1);
    if (last && last.address + last.bytes === block.address)
      out[out.length - 1] = { address: last.address, bytes: last.bytes + block.bytes };
    else out.push(block);
  }
  return out;
}

/**
 * A memory of one thread, or one that workers can see as well. The largest size of that must be said in advance, and a system
 * with little room for addresses may refuse it: it then gets a smaller one.
 */
export function createMemory(isShared: boolean): WebAssembly.Memory {
  if (!isShared) return new WebAssembly.Memory({ initial: 1 });
  let maximum = memoryLimitBytes / pageBytes;
  for (;;) {
    try {
      return new WebAssembly.Memory({ initial: 1, maximum, shared: true });
    } catch (error) {
      maximum /= 2;
      if (maximum < leastSharedPages) throw error;
    }
  }
}
