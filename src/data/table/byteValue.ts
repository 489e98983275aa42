/**
 * Cells that are written as most numbers and most dates are, from their bytes: what `cellValue` says of the same text, without
 * making one. Whatever is written otherwise is left to it.
 */
import type { ByteMeaning } from "./cellColumn";
import { dateParser, daysInMonth } from "./dates";
import { numberParser } from "./numbers";
import type { ColumnType, DateOrder, TableFormat } from "./tableTypes";

const [space, plus, minus, point, comma, colon, zero] = Array.from(" +-.,:0", (sign) => sign.charCodeAt(0));
const letterT = 0x54;

/** Undefined where no cell of the type can be told by its bytes. */
export function byteValue(type: ColumnType, format: TableFormat): ByteMeaning<number> | undefined {
  if (type.kind === "number") return numberOf(format);
  if (type.kind === "date") return dateOf(type.order, format);
  return undefined;
}

/** Whole numbers below 10¹⁵ are exact, as powers of ten to 10²² are, and the quotient of two exact numbers is rounded once (Clinger 1990). */
const mostDigits = 15;
const powers = Float64Array.from({ length: mostDigits + 1 }, (_, exponent) => Number(`1e${exponent}`));

function numberOf(format: TableFormat): ByteMeaning<number> {
  const decimal = format.decimal === "," ? comma : point;
  const numbersMiss = missingNumbers(format);
  const unlessMissing = (value: number) =>
    numbersMiss.length > 0 && numbersMiss.includes(value) ? undefined : value;
  const ofDecimal = (whole: number, decimals: number, sign: number) =>
    decimals === 0 || sign === decimal ? unlessMissing(whole / powers[decimals]) : undefined;
  const ofBytes = (bytes: Uint8Array, from: number, to: number) => {
    let at = from;
    let end = to;
    while (at < end && bytes[at] === space) at++;
    while (end > at && bytes[end - 1] === space) end--;
    const isNegative = bytes[at] === minus;
    if (isNegative || bytes[at] === plus) at++;
    if (at >= end || end - at > mostDigits + 1) return undefined;
    let whole = 0;
    let sign = -1;
    for (let i = at; i < end; i++) {
      const digit = bytes[i] - zero;
      if (digit >= 0 && digit <= 9) whole = 10 * whole + digit;
      else if (bytes[i] === decimal && sign < 0) sign = i;
      else return undefined;
    }
    const digits = end - at - (sign < 0 ? 0 : 1);
    if (digits === 0 || digits > mostDigits) return undefined;
    const size = sign < 0 ? whole : whole / powers[end - 1 - sign];
    return unlessMissing(isNegative ? -size : size);
  };
  return { ofBytes, ofDecimal };
}

/** Numbers that can stand for "missing": which of them do depends on how they are written. */
function missingNumbers(format: TableFormat): readonly number[] {
  return format.missing.map(numberParser(format)).filter((value) => !Number.isNaN(value));
}

/** Where year, month and day stand in ten characters, and what stands between them. */
interface Places {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly signs: readonly number[];
}

const anySign = Array.from("-/. ", (sign) => sign.charCodeAt(0));
const places: Partial<Readonly<Record<DateOrder, Places>>> = {
  iso: { year: 0, month: 5, day: 8, signs: [minus] },
  yearMonthDay: { year: 0, month: 5, day: 8, signs: anySign },
  dayMonthYear: { year: 6, month: 3, day: 0, signs: anySign },
  monthDayYear: { year: 6, month: 0, day: 3, signs: anySign },
};
const dateLength = 10;

/** With two digits each for day and month, four for the year, and nothing or the time of day to the minute or second. */
function dateOf(order: DateOrder, { missing }: TableFormat): ByteMeaning<number> | undefined {
  const at = places[order];
  const parse = dateParser(order);
  if (!at || missing.some((word) => !Number.isNaN(parse(word)))) return undefined;
  let [knownDay, knownMs] = [-1, 0];
  const first = at.year === 0 ? 4 : 2;
  const ofBytes = (bytes: Uint8Array, from: number, to: number) => {
    const length = to - from;
    if (length !== dateLength && length !== dateLength + 6 && length !== dateLength + 9) return undefined;
    if (!at.signs.includes(bytes[from + first]) || !at.signs.includes(bytes[from + first + 3]))
      return undefined;
    const clock = clockMs(bytes, from + dateLength, to);
    const year = 100 * twoDigits(bytes, from + at.year) + twoDigits(bytes, from + at.year + 2);
    const month = twoDigits(bytes, from + at.month);
    const day = twoDigits(bytes, from + at.day);
    const number = 10_000 * year + 100 * month + day;
    if (number !== knownDay) {
      const isDate =
        year >= 1411 &&
        year < 2450 &&
        month >= 1 &&
        month <= 12 &&
        day >= 1 &&
        day <= daysInMonth(year, month);
      if (!isDate) return undefined;
      [knownDay, knownMs] = [number, Date.UTC(year, month - 1, day)];
    }
    const ms = knownMs + clock;
    return Number.isNaN(ms) ? undefined : ms;
  };
  return { ofBytes };
}

/** NaN where there is no time of day, 0 where there is nothing. */
function clockMs(bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return 0;
  if ((bytes[from] !== space && bytes[from] !== letterT) || bytes[from + 3] !== colon) return Number.NaN;
  const hour = twoDigits(bytes, from + 1);
  const minute = twoDigits(bytes, from + 4);
  const hasSecond = to - from > 6;
  if (hasSecond && bytes[from + 6] !== colon) return Number.NaN;
  const second = hasSecond ? twoDigits(bytes, from + 7) : 0;
  return hour <= 24 && minute <= 59 && second <= 60
    ? ((hour * 60 + minute) * 60 + second) * 1000
    : Number.NaN;
}

/** NaN where there are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] - zero;
  const ones = bytes[at + 1] - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}
