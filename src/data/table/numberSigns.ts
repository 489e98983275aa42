/** What people write around numbers: "<1", "7.8 %", "1.38K", "(12)", "$ 5", "12 kg". */
import { type Message, message } from "../../words/message";
import { asciiDigits, hasOtherDigits } from "./asciiDigits";
import { areAngles, degreesOf } from "./degrees";
import type { NumberSigns } from "./tableTypes";

/** A cell taken apart; the number in the middle is still to be read. */
interface Parts {
  readonly isNegative: boolean;
  readonly prefix: string;
  readonly core: string;
  /** With a space before it, if there is one: "300 K" are kelvins, "300K" are thousands. */
  readonly suffix: string;
  readonly inBrackets: boolean;
  /** "12,50-", as ledgers have it. */
  readonly minusBehind: boolean;
}

const spaces = " \u00a0\u202f";
const pattern = new RegExp(
  `^(\\()?([+-])?([^\\d.,()+-]{0,5}?)[${spaces}]?([+-])?((?:\\d[\\d.,'${spaces}]*)?\\d[.,]?|[.,]\\d+)([eE][+-]?\\d+)?(-$)?([${spaces}]?[^\\d()+-]{0,12}?)(\\))?$`,
);

export function partsOfNumber(cell: string): Parts | null {
  const text = hasOtherDigits(cell) ? asciiDigits(cell, ".") : cell;
  const match = pattern.exec(text.trim().replace("\u2212", "-"));
  if (!match) return null;
  const [, open, before, prefix, after, digits, exponent, behind, suffix, close] = match;
  if ((open === undefined) !== (close === undefined)) return null;
  if (behind && (open ?? before ?? after) !== undefined) return null;
  const minus = before === "-" || after === "-" || behind === "-";
  return {
    isNegative: minus !== (open !== undefined),
    prefix: prefix.trim(),
    core: digits + (exponent ?? ""),
    suffix: suffix.trim() === "" ? "" : suffix.replace(/[\u00a0\u202f]/, " ").trimEnd(),
    inBrackets: open !== undefined,
    minusBehind: behind !== undefined,
  };
}

const bounds: ReadonlySet<string> = new Set(["<", ">", "≤", "≥", "~", "≈"]);
const currencies: ReadonlySet<string> = new Set([
  "$",
  "US$",
  "€",
  "£",
  "¥",
  "₹",
  "₽",
  "R$",
  "USD",
  "EUR",
  "GBP",
  "CHF",
]);
const factors = {
  thousand: 1e3,
  tenThousand: 1e4,
  hundredThousand: 1e5,
  million: 1e6,
  tenMillion: 1e7,
  hundredMillion: 1e8,
  billion: 1e9,
  trillion: 1e12,
} as const;
type Factor = keyof typeof factors;
/** A map: what stands behind a number is anybody's word, and objects have names of their own ("constructor"). */
const multipliers: ReadonlyMap<string, Factor> = new Map([
  ["K", "thousand"],
  ["k", "thousand"],
  ["M", "million"],
  ["mn", "million"],
  ["B", "billion"],
  ["bn", "billion"],
  ["T", "trillion"],
]);
/** Words, also behind a space, with a dot or before a unit: "635 Tsd.", "1,2 Mio. €". */
const multiplierWords: ReadonlyMap<string, Factor> = new Map([
  ["thousand", "thousand"],
  ["million", "million"],
  ["millions", "million"],
  ["mn", "million"],
  ["billion", "billion"],
  ["billions", "billion"],
  ["bn", "billion"],
  ["trillion", "trillion"],
  ["Tausend", "thousand"],
  ["Tsd", "thousand"],
  ["Million", "million"],
  ["Millionen", "million"],
  ["Milliarde", "billion"],
  ["Milliarden", "billion"],
  ["milliard", "billion"],
  ["milliards", "billion"],
  ["millón", "million"],
  ["millones", "million"],
  ["mil", "thousand"],
  ["Mio", "million"],
  ["Mrd", "billion"],
  ["Md", "billion"],
  ["Mds", "billion"],
  ["lakh", "hundredThousand"],
  ["lakhs", "hundredThousand"],
  ["crore", "tenMillion"],
  ["crores", "tenMillion"],
]);
/** Signs that are units too (liters, credit, mega), and multipliers where the other one is in the same column. */
const pairedMultipliers: ReadonlyMap<string, readonly [Factor, string]> = new Map([
  ["L", ["hundredThousand", "Cr"]],
  ["Cr", ["tenMillion", "L"]],
  ["兆", ["trillion", "億"]],
]);
/** Before any unit: "1.2万人". A thousand also begins names of units (千克), so that few may follow it. */
const hanMultiplier = /^(百[万萬만]|千[万萬]|천만|십만|[万萬만]|[亿億억]|千(?=$|[元円人件次]))(.*)$/u;
const hanFactors: ReadonlyMap<string, Factor> = new Map([
  ["千", "thousand"],
  ["万", "tenThousand"],
  ["萬", "tenThousand"],
  ["만", "tenThousand"],
  ["십만", "hundredThousand"],
  ["百万", "million"],
  ["百萬", "million"],
  ["百만", "million"],
  ["千万", "tenMillion"],
  ["千萬", "tenMillion"],
  ["천만", "tenMillion"],
  ["亿", "hundredMillion"],
  ["億", "hundredMillion"],
  ["억", "hundredMillion"],
]);

/** What a number's suffix multiplies it by, if it does, and the unit that is left. */
function multiplierOf(
  suffix: string,
  beside: { readonly has: (sign: string) => boolean },
): { readonly factor: Factor | undefined; readonly unit: string } {
  const factor = multipliers.get(suffix);
  if (factor) return { factor, unit: "" };
  const sign = suffix.trim();
  const paired = pairedMultipliers.get(sign);
  if (paired && (beside.has(paired[1]) || beside.has(` ${paired[1]}`)))
    return { factor: paired[0], unit: "" };
  const han = hanMultiplier.exec(sign);
  if (han) return { factor: hanFactors.get(han[1]), unit: han[2].trim() };
  const [word, ...rest] = sign.split(" ");
  const written = multiplierWords.get(word.replace(/[.,]$/, ""));
  return written ? { factor: written, unit: rest.join(" ") } : { factor: undefined, unit: sign };
}
/** Marks of single numbers, such as " p" for preliminary: of units that change, hardly a number would be without. */
const mark = /^(?: [a-z]{1,2}| ?[*†‡]{1,3})$/;
const unit = /^ ?[\p{L}°µΩ%‰$€£¥/²³·*]{1,12}$/u;

const duration = /^([+-])?(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(?:[.,](\d{1,6}))?$/;

/** Seconds of "4:26.7" or "1:02:03"; NaN where a cell is no duration. */
export function durationOf(cell: string): number {
  const match = duration.exec(cell.trim().replace("\u2212", "-"));
  if (!match) return Number.NaN;
  const [, sign, hours = "0", minutes, seconds, fraction = "0"] = match;
  if (Number(seconds) > 59 || (match[2] !== undefined && Number(minutes) > 59)) return Number.NaN;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === "-" ? -1 : 1) * (whole + Number(`0.${fraction}`));
}

/** So many cells are durations where a column has them. */
const mostCells = 0.85;

export const areDurations = (cells: readonly string[]): boolean =>
  cells.length > 0 &&
  cells.filter((cell) => !Number.isNaN(durationOf(cell))).length >= mostCells * cells.length;

/** Of the cells, at least this share must have what says nothing about the size of a number. */
const usualShare = 0.5;
/** So many different numbers without a sign are none of groups. */
const fewestPlain = 4;

/**
 * What stands around the numbers of a column; null where nothing does, or nothing that can be read.
 *
 * @param cells some of the column's, without the missing ones
 * @param parse a number's cell to the number, else NaN
 */
export function detectSigns(cells: readonly string[], parse: (cell: string) => number): NumberSigns | null {
  if (areDurations(cells)) return { prefixes: [], suffixes: [], brackets: false, durations: true };
  if (areAngles(cells)) return { prefixes: [], suffixes: [], brackets: false, degrees: true };
  const prefixes = new Map<string, number>();
  const suffixes = new Map<string, number>();
  let brackets = false;
  let behind = false;
  for (const cell of cells) {
    if (!Number.isNaN(parse(cell))) continue;
    const parts = partsOfNumber(cell);
    if (!parts || Number.isNaN(parse(parts.core))) continue;
    if (parts.prefix !== "") prefixes.set(parts.prefix, (prefixes.get(parts.prefix) ?? 0) + 1);
    if (parts.suffix !== "") suffixes.set(parts.suffix, (suffixes.get(parts.suffix) ?? 0) + 1);
    brackets ||= parts.inBrackets;
    behind ||= parts.minusBehind;
  }
  // "9800元" and "1.2万元" have one unit.
  const units = new Map<string, number>();
  for (const [sign, count] of suffixes) {
    const { unit: name } = multiplierOf(sign, suffixes);
    units.set(name, (units.get(name) ?? 0) + count);
  }
  const isUsual = (count: number) => count >= usualShare * cells.length;
  const marked = [...suffixes].reduce((sum, [sign, count]) => sum + (mark.test(sign) ? count : 0), 0);
  const plain = new Set(cells.map(parse).filter((value) => !Number.isNaN(value)));
  const areAmongNumbers = plain.size >= fewestPlain;
  // Of some statistics more numbers have one than not.
  const areMarks = 2 * cells.filter((cell) => !Number.isNaN(parse(cell))).length >= marked;
  const found = {
    prefixes: [...prefixes].flatMap(([sign, count]) =>
      // Where hardly anything but bounds stands, they are words: "<18" and ">65" are groups.
      (bounds.has(sign) && (!isUsual(count) || areAmongNumbers)) || (currencies.has(sign) && isUsual(count))
        ? [sign]
        : [],
    ),
    suffixes: [...suffixes.keys()].filter((sign) => {
      const { factor, unit: name } = multiplierOf(sign, suffixes);
      if (factor && name === "") return true;
      const isUnit = unit.test(factor ? name : sign) && isUsual(units.get(name) ?? 0);
      return isUnit || (mark.test(sign) && areMarks);
    }),
    brackets,
    // Marks such as "2-" of school are beside few others.
    ...(behind && areAmongNumbers ? { minusBehind: true as const } : {}),
  };
  return found.prefixes.length + found.suffixes.length > 0 || brackets || found.minusBehind ? found : null;
}

/** A function that reads cells with these signs around a number, and plain ones. */
export function signedParser(parse: (cell: string) => number, signs: NumberSigns): (cell: string) => number {
  const prefixes = new Set(["", ...signs.prefixes]);
  const suffixes = new Set(["", ...signs.suffixes]);
  return (cell) => {
    const plain = parse(cell);
    if (!Number.isNaN(plain)) return plain;
    if (signs.durations) return durationOf(cell);
    if (signs.degrees) return degreesOf(cell);
    const parts = partsOfNumber(cell);
    if (!parts || !prefixes.has(parts.prefix) || !suffixes.has(parts.suffix)) return Number.NaN;
    if (parts.inBrackets && !signs.brackets) return Number.NaN;
    if (parts.minusBehind && !signs.minusBehind) return Number.NaN;
    const { factor } = multiplierOf(parts.suffix, suffixes);
    const value = parse(parts.core) * (factor ? factors[factor] : 1);
    return parts.isNegative ? -value : value;
  };
}

/** The rules: "“<1” is read as 1", "“K” means thousand", "“%” is ignored". */
export function signRules({
  prefixes,
  suffixes,
  brackets,
  durations,
  degrees,
  minusBehind,
}: NumberSigns): readonly Message[] {
  const beside = new Set(suffixes);
  const off = [
    ...prefixes.filter((sign) => !bounds.has(sign)),
    ...suffixes.filter((sign) => !multiplierOf(sign, beside).factor),
  ];
  return [
    ...prefixes.filter((sign) => bounds.has(sign)).map((sign) => message("table.boundRead", { sign })),
    ...suffixes.flatMap((sign) => {
      const { factor } = multiplierOf(sign, beside);
      return factor ? [message("table.multiplierRead", { sign: sign.trim(), factor })] : [];
    }),
    ...(brackets ? [message("table.bracketsRead")] : []),
    ...(minusBehind ? [message("table.minusBehindRead")] : []),
    ...(durations ? [message("table.durationsRead")] : []),
    ...(degrees ? [message("table.degreesRead")] : []),
    ...off.map((sign) => message("table.signIgnored", { sign: sign.trim() })),
  ];
}
