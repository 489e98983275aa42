/**
 * A page of cells that are numbers of one form, or that differ in digits at the same places as dates do: a few bytes each, from which every
 * cell comes back letter by letter.
 */

export interface PackedCells {
  readonly kind: "packed";
  /** [rows]: 0 where a cell is empty, else 1 + its number − base. */
  readonly codes: Codes;
  readonly base: number;
  readonly form: Decimals | Pattern;
}

type Codes = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A cell is a number / 10^most with a decimal sign, no leading zeros, and none at its end behind `least` decimals. */
interface Decimals {
  readonly kind: "decimals";
  readonly sign: number;
  readonly least: number;
  readonly most: number;
}

/** A cell is these bytes, with the digits of a number at some places, the first of which is worth most. */
interface Pattern {
  readonly kind: "pattern";
  readonly bytes: Uint8Array;
  readonly places: Uint8Array;
}

/** Where cells lie: cell i from `starts[i]` to before `starts[i + 1]`. */
export interface CellBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly rows: number;
}

const [minus, point, comma, zero] = Array.from("-.,0", (sign) => sign.charCodeAt(0));
/** Whole numbers of so many digits are exact. */
const mostDigits = 15;
const powers = Float64Array.from({ length: mostDigits + 1 }, (_, exponent) => Number(`1e${exponent}`));
const longestPattern = 40;
/** A sign, digits, and a decimal sign, or a pattern. */
export const longestPacked = Math.max(longestPattern, mostDigits + 3);

const isDigit = (byte: number) => byte >= zero && byte <= zero + 9;

/** Null where cells are of no such form, or would take as much. */
export function packCells(cells: CellBytes): PackedCells | null {
  const packed = decimalsOf(cells) ?? patternOf(cells);
  if (!packed) return null;
  const textBytes = cells.starts[cells.rows] + 2 * cells.rows;
  return packed.codes.byteLength < textBytes ? packed : null;
}

function decimalsOf({ bytes, starts, rows }: CellBytes): PackedCells | null {
  const values = new Float64Array(rows);
  const decimals = new Uint8Array(rows);
  let sign = -1;
  let [least, most, mostWithZero] = [mostDigits, 0, 0];
  for (let row = 0; row < rows; row++) {
    const to = starts[row + 1];
    let at = starts[row];
    if (at === to) {
      values[row] = Number.NaN;
      continue;
    }
    const isNegative = bytes[at] === minus;
    if (isNegative) at++;
    const first = at;
    let whole = 0;
    while (at < to && isDigit(bytes[at])) whole = 10 * whole + bytes[at++] - zero;
    const digits = at - first;
    if (digits === 0 || (digits > 1 && bytes[first] === zero)) return null;
    let count = 0;
    if (at < to) {
      if (sign < 0) sign = bytes[at] === point || bytes[at] === comma ? bytes[at] : -1;
      if (bytes[at++] !== sign || at === to) return null;
      while (at < to && isDigit(bytes[at])) whole = 10 * whole + bytes[at++] - zero;
      if (at < to) return null;
      count = to - first - digits - 1;
      if (bytes[to - 1] === zero && count > mostWithZero) mostWithZero = count;
    }
    if (digits + count > mostDigits || (isNegative && whole === 0)) return null;
    values[row] = isNegative ? -whole : whole;
    decimals[row] = count;
    if (count < least) least = count;
    if (count > most) most = count;
  }
  if (mostWithZero > least) return null;
  if (least < most) for (let row = 0; row < rows; row++) values[row] *= powers[most - decimals[row]];
  return coded(values, { kind: "decimals", sign: sign < 0 ? point : sign, least, most });
}

function patternOf({ bytes, starts, rows }: CellBytes): PackedCells | null {
  let length = 0;
  let first = 0;
  for (let row = 0; row < rows && length === 0; row++) {
    first = starts[row];
    length = starts[row + 1] - first;
  }
  if (length === 0 || length > longestPattern) return null;
  const pattern = bytes.slice(first, first + length);
  const differs = new Uint8Array(length);
  for (let row = 0; row < rows; row++) {
    const at = starts[row];
    if (starts[row + 1] === at) continue;
    if (starts[row + 1] - at !== length) return null;
    for (let i = 0; i < length; i++) {
      if (bytes[at + i] === pattern[i]) continue;
      if (!isDigit(bytes[at + i]) || !isDigit(pattern[i])) return null;
      differs[i] = 1;
    }
  }
  const places = Uint8Array.from(differs.keys()).filter((i) => differs[i] === 1);
  if (places.length > mostDigits) return null;
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = starts[row];
    let value = at === starts[row + 1] ? Number.NaN : 0;
    for (let i = 0; i < places.length; i++) value = 10 * value + bytes[at + places[i]] - zero;
    values[row] = value;
  }
  return coded(values, { kind: "pattern", bytes: pattern, places });
}

/** @param values NaN where a cell is empty */
function coded(values: Float64Array, form: PackedCells["form"]): PackedCells | null {
  let [base, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value < base) base = value;
    if (value > highest) highest = value;
  }
  const range = highest - base + 1;
  // Sums and differences of such numbers are exact; without any cell there is none.
  if (!(range >= 1 && Math.max(Math.abs(base), Math.abs(highest), range) < 2 ** 53)) return null;
  const Kind =
    range < 2 ** 8
      ? Uint8Array
      : range < 2 ** 16
        ? Uint16Array
        : range < 2 ** 32
          ? Uint32Array
          : Float64Array;
  const codes = new Kind(values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = values[row];
    codes[row] = Number.isNaN(value) ? 0 : value - base + 1;
  }
  return { kind: "packed", codes, base, form };
}

/** Writes the cell of a row, which takes `longestPacked` bytes at most, and returns where it ends. */
export function unpackCell({ codes, base, form }: PackedCells, row: number, into: Uint8Array, at: number) {
  const code = codes[row];
  if (code === 0) return at;
  return form.kind === "decimals"
    ? writeDecimal(base + code - 1, form, into, at)
    : writePattern(base + code - 1, form, into, at);
}

/** All cells, one after the other. */
export function unpackAll(page: PackedCells): CellBytes {
  const rows = page.codes.length;
  let bytes = new Uint8Array(rows * 8 + longestPacked);
  const starts = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    if (bytes.length - starts[row] < longestPacked) {
      const larger = new Uint8Array(2 * bytes.length);
      larger.set(bytes);
      bytes = larger;
    }
    starts[row + 1] = unpackCell(page, row, bytes, starts[row]);
  }
  return { bytes, starts, rows };
}

function writeDecimal(value: number, { sign, least, most }: Decimals, into: Uint8Array, from: number) {
  let at = from;
  let rest = value;
  if (rest < 0) {
    into[at++] = minus;
    rest = -rest;
  }
  let decimals = most;
  while (decimals > least && rest % 10 === 0) {
    rest /= 10;
    decimals--;
  }
  const count = Math.max(decimals + 1, digitsIn(rest));
  const end = at + count;
  writeDigits(rest, count, into, at);
  if (decimals === 0) return end;
  for (let i = end; i > end - decimals; i--) into[i] = into[i - 1];
  into[end - decimals] = sign;
  return end + 1;
}

const numberDigits = new Uint8Array(mostDigits);

function writePattern(value: number, { bytes, places }: Pattern, into: Uint8Array, at: number) {
  for (let i = 0; i < bytes.length; i++) into[at + i] = bytes[i];
  writeDigits(value, places.length, numberDigits, 0);
  for (let i = 0; i < places.length; i++) into[at + places[i]] = numberDigits[i];
  return at + bytes.length;
}

function digitsIn(value: number): number {
  let count = 1;
  while (count < mostDigits && value >= powers[count]) count++;
  return count;
}

/** Divisions of 32-bit integers are much faster than others. */
const lowDigits = 9;

function writeDigits(value: number, count: number, into: Uint8Array, at: number): void {
  if (count <= lowDigits) {
    writeLow(value | 0, count, into, at);
    return;
  }
  const high = Math.floor(value / powers[lowDigits]);
  writeLow(high | 0, count - lowDigits, into, at);
  writeLow((value - high * powers[lowDigits]) | 0, lowDigits, into, at + count - lowDigits);
}

function writeLow(value: number, count: number, into: Uint8Array, at: number): void {
  let rest = value;
  for (let i = at + count - 1; i >= at; i--) {
    const tenth = (rest / 10) | 0;
    into[i] = zero + rest - 10 * tenth;
    rest = tenth;
  }
}
