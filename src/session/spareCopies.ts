/** Copies of large arrays that a worker makes of what it sends, for whoever sends it on: they move in place of a copy made then. */

export type NumberArray =
  | Uint8Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** An array, and a copy of it. */
export type SpareCopy = readonly [NumberArray, NumberArray];

/** Smaller ones are not worth it. */
export const largeBytes = 2 ** 16;
