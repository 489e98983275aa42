/** A message whose large arrays may move to a worker, since they are copies: to have the browser copy them takes three times the memory. */

import { largeBytes, type NumberArray, type SpareCopy } from "../spareCopies";

export interface MovableCopy<T> {
  /** The message itself where it has no large array. */
  readonly message: T;
  readonly transfer: ArrayBuffer[];
}

const spares = new WeakMap<NumberArray, NumberArray>();

/** Each moves once, in place of a copy made here: 40 MB take the page's thread longer than a frame. */
export function keepSpares(copies: readonly SpareCopy[]): void {
  for (const [array, copy] of copies) spares.set(array, copy);
}

/** Plain objects are looked into; whatever else there is stays what it is. */
export function movableCopy<T>(message: T): MovableCopy<T> {
  const transfer: ArrayBuffer[] = [];
  const copies = new Map<object, object>();
  const copyOf = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = copies.get(value);
    if (known) return known;
    const copy = isLarge(value) ? moved(value) : isPlain(value) ? entriesOf(value) : value;
    copies.set(value, copy);
    return copy;
  };
  const moved = (array: NumberArray): NumberArray => {
    const copy = spares.get(array) ?? array.slice();
    spares.delete(array);
    transfer.push(copy.buffer);
    return copy;
  };
  const entriesOf = (value: object): object => {
    const entries = Object.entries(value);
    const copied = entries.map(([name, one]) => [name, copyOf(one)] as const);
    return copied.some(([, one], i) => one !== entries[i][1]) ? Object.fromEntries(copied) : value;
  };
  return { message: copyOf(message) as T, transfer };
}

const isLarge = (value: object): value is NumberArray =>
  (value instanceof Float32Array ||
    value instanceof Float64Array ||
    value instanceof Int32Array ||
    value instanceof Uint8Array) &&
  value.byteLength >= largeBytes &&
  value.buffer instanceof ArrayBuffer;

/** No list: none has large arrays in it, and it may be long. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
