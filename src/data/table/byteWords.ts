/** Different texts in UTF-8, each with a number from 0 on in the order in which they first came: a hash table without strings. */
const encoder = new TextEncoder();

export class ByteWords {
  #bytes = new Uint8Array(256);
  /** [words + 1]: where each begins. */
  #starts = new Uint32Array(33);
  #count = 0;
  /** Numbers of words, −1 where there is none, by hash; twice as many places as words at least. */
  #places = new Int32Array(64).fill(-1);

  get size(): number {
    return this.#count;
  }

  /** The number of these bytes, whether they are new or not. */
  add(bytes: Uint8Array, from: number, to: number): number {
    const place = this.#placeOf(bytes, from, to);
    const known = this.#places[place];
    if (known >= 0) return known;
    const number = this.#count++;
    this.#places[place] = number;
    this.#keep(bytes, from, to);
    if (2 * this.#count > this.#places.length) this.#grow();
    return number;
  }

  addText(text: string): number {
    const bytes = encoder.encode(text);
    return this.add(bytes, 0, bytes.length);
  }

  /** A view of a word's bytes. */
  wordAt(number: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[number], this.#starts[number + 1]);
  }

  /** Where a word stands, or where it would. */
  #placeOf(bytes: Uint8Array, from: number, to: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    let place = hashOf(bytes, from, to) & mask;
    while (places[place] >= 0 && !this.#isAt(places[place], bytes, from, to)) place = (place + 1) & mask;
    return place;
  }

  #isAt(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[number];
    const length = to - from;
    if (this.#starts[number + 1] - start !== length) return false;
    const own = this.#bytes;
    for (let i = 0; i < length; i++) if (own[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #keep(bytes: Uint8Array, from: number, to: number): void {
    const start = this.#starts[this.#count - 1];
    const end = start + to - from;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    if (this.#count === this.#starts.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#bytes.set(bytes.subarray(from, to), start);
    this.#starts[this.#count] = end;
  }

  #grow(): void {
    this.#places = new Int32Array(2 * this.#places.length).fill(-1);
    const mask = this.#places.length - 1;
    for (let number = 0; number < this.#count; number++) {
      let place = hashOf(this.#bytes, this.#starts[number], this.#starts[number + 1]) & mask;
      while (this.#places[place] >= 0) place = (place + 1) & mask;
      this.#places[place] = number;
    }
  }
}

/** FNV-1a, its high bits mixed into the low ones that are used. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash ^ (hash >>> 15);
}
