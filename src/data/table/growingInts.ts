/** A list of integers that grows, in a typed array: millions of row numbers take 4 bytes each. */
export class GrowingInts {
  #values = new Int32Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** Takes away what is not below `limit`, of values that rise. */
  dropFrom(limit: number): void {
    while (this.#length > 0 && this.#values[this.#length - 1] >= limit) this.#length--;
  }

  /** Others instead, which rise. */
  replace(values: Iterable<number>): void {
    this.#length = 0;
    for (const value of values) this.push(value);
  }

  /** A view, until the next `push`. */
  values(): Int32Array<ArrayBuffer> {
    return this.#values.subarray(0, this.#length);
  }
}
