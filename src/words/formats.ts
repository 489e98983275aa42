/** Numbers, sizes, shares, lists, dates: as a language writes them. A value that is not there yet is an en dash. */
import { type Language, localeOf } from "./language";
import { rightToLeftLetter } from "./rightToLeftLetter";

export const absent = "–";

/** A space at which no line ends: between a number and its unit. */
export const nbsp = "\u00a0";

/** First strong isolate, and pop directional isolate (Unicode's bidirectional algorithm, UAX 9). */
const [isolate, endOfIsolate] = ["\u2068", "\u2069"];

export interface Formats {
  /** A whole number: "1,234". */
  count(value: number): string;
  /** A loss, a perplexity or an error: three decimals, fewer where they would be noise, more where nothing would be left. */
  decimal(value: number | null): string;
  /** How often all was read, in the same room however often: "0.28", "33.39", "204.6", "1,697". */
  epochs(value: number): string;
  /** What is at most 1, and little of which is nothing, as R²: "0.948", "0.000", "−12.300". */
  thousandths(value: number | null): string;
  /** Of 1: "42.0 %", in Chinese "42.0%". */
  share(value: number | null): string;
  /** As `share`, and never rounded to a certainty that it is not: "<0.1 %". */
  probability(value: number | null): string;
  /** Of 1, with as many digits as it needs, at most three: "42 %", "0.5 %". */
  shortShare(value: number): string;
  /** A speed: "0.42", "12.5", "212K". */
  rate(perSecond: number | null): string;
  /** Floating-point operations, with three digits: "840 FLOP", "1.25 GFLOP". */
  flop(flop: number): string;
  /** Three digits of a time, without its unit: "24.4", "0.053", "1,240". */
  milliseconds(ms: number): string;
  /** To a tenth, in powers of 1000, as the SI has its prefixes: "3.2 MB" are 3,200,000 bytes. */
  bytes(bytes: number): string;
  /** "a, b and c"; of more than `most` only the first, and how many more there are. */
  list(parts: readonly string[], most?: number): string;
  /** "a, b or c". */
  either(parts: readonly string[]): string;
  /** A name in quotation marks; one that is read from right to left is isolated, so that it turns nothing around it. */
  quoted(name: string): string;
  /** For sorting as a reader of the language expects, numbers by their size. */
  compare(a: string, b: string): number;
  /** A clock's time: "14:05:09". */
  clock(time: Date): string;
  /** "4 seconds ago", "2 hours ago", "3 days ago". */
  ago(seconds: number): string;
  /** Of another day: "Mon 14:05". */
  dayAndClock(time: Date): string;
}

interface Manner {
  /** "3 more", as the last part of a list; no line ends within it. */
  readonly more: (count: string) => string;
  readonly and: (shown: readonly string[]) => string;
  readonly or: (shown: readonly string[]) => string;
  /** Between a number and its percent sign. */
  readonly beforePercent: string;
  /** Units of time that are over; null where Intl has the words. */
  readonly ago: Readonly<Record<(typeof agoUnits)[number][0], string>> | null;
}

const listing = (comma: string, last: string) => (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(comma)}${last}${parts[parts.length - 1]}`;

/** Intl's own lists put a comma before "and", which the page does not. */
const manners: Readonly<Record<Language, Manner>> = {
  en: {
    more: (count) => `${count}${nbsp}more`,
    and: listing(", ", " and "),
    or: listing(", ", " or "),
    beforePercent: nbsp,
    ago: null,
  },
  zh: {
    more: (count) => `另外 ${count}${nbsp}项`,
    and: listing("、", "和"),
    or: listing("、", "或"),
    beforePercent: "",
    // Intl leaves no space before the unit.
    ago: { day: "天前", hour: "小时前", minute: "分钟前", second: "秒前" },
  },
};

/** The powers of 1000 from 1 on. */
const siPrefixes = ["", "k", "M", "G", "T", "P", "E"];

const agoUnits = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

const made: Partial<Record<Language, Formats>> = {};

/** Made once. */
export function formatsOf(language: Language): Formats {
  made[language] ??= makeFormats(language);
  return made[language];
}

/** Intl's formats are slow to make, a millisecond and more each: they are made when they are first needed. */
function once<T>(make: () => T): () => T {
  let value: { readonly of: T } | null = null;
  return () => {
    value ??= { of: make() };
    return value.of;
  };
}

function makeFormats(language: Language): Formats {
  const locale = localeOf[language];
  const manner = manners[language];
  const counts = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const short = once(
    () => new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 }),
  );
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const clock = once(() => new Intl.DateTimeFormat(locale, { timeStyle: "medium", hourCycle: "h23" }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale));
  const dayAndClock = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        weekday: "short",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }),
  );

  const count = (value: number) => counts().format(value);

  const decimal = (value: number | null): string => {
    if (value === null) return absent;
    if (Number.isNaN(value)) return "NaN";
    if (value < 0) return `−${decimal(-value)}`;
    if (value === Number.POSITIVE_INFINITY) return "∞";
    if (value >= 1000) return count(value);
    if (value !== 0 && value < 0.01) return String(Number(value.toPrecision(2)));
    return value.toFixed(value >= 100 ? 1 : value >= 10 ? 2 : 3);
  };

  const percent = (digits: string) => `${digits.replace("-", "−")}${manner.beforePercent}%`;

  const share = (value: number | null): string => {
    if (value === null) return absent;
    return Number.isFinite(value) ? percent((value * 100).toFixed(1)) : "NaN";
  };

  return {
    count,
    decimal,
    epochs: (value) => (value < 10 ? value.toFixed(2) : decimal(value)),
    thousandths(value) {
      if (value === null) return absent;
      const digits = Math.abs(value).toFixed(3);
      return value < 0 && Number(digits) > 0 ? `−${digits}` : digits;
    },
    share,
    probability(value) {
      if (value !== null && value > 0 && value < 0.001) return percent("<0.1");
      if (value !== null && value < 1 && value > 0.999) return percent(">99.9");
      return share(value);
    },
    shortShare: (value) => percent(String(Number((value * 100).toPrecision(3)))),
    rate(perSecond) {
      if (perSecond === null || !Number.isFinite(perSecond)) return absent;
      return perSecond < 1000 ? String(Number(perSecond.toPrecision(3))) : short().format(perSecond);
    },
    flop(flop) {
      const rounded = Number(flop.toPrecision(3));
      const power = rounded < 1000 ? 0 : Math.min(siPrefixes.length - 1, Math.floor(Math.log10(rounded) / 3));
      return `${Number((rounded / 1000 ** power).toPrecision(3))}${nbsp}${siPrefixes[power]}FLOP`;
    },
    milliseconds(ms) {
      return ms >= 100 ? count(ms) : ms.toFixed(ms >= 10 ? 1 : ms >= 1 ? 2 : 3);
    },
    bytes(bytes) {
      const units = ["B", "kB", "MB", "GB"];
      const rounded = units.map((_, power) => Number((bytes / 1000 ** power).toFixed(1)));
      const fitting = rounded.findIndex((size) => size < 1000);
      const power = fitting < 0 ? units.length - 1 : fitting;
      return `${rounded[power]}${nbsp}${units[power]}`;
    },
    list(parts, most = 8) {
      const shown =
        parts.length > most
          ? [...parts.slice(0, most - 1), manner.more(count(parts.length - most + 1))]
          : parts;
      return manner.and(shown);
    },
    either: manner.or,
    quoted: (name) => `“${rightToLeftLetter.test(name) ? `${isolate}${name}${endOfIsolate}` : name}”`,
    compare: (a, b) => collator().compare(a, b),
    ago(seconds) {
      const [unit, size] = agoUnits.find(([, least]) => seconds >= least) ?? (["second", 1] as const);
      const past = Math.floor(seconds / size);
      return manner.ago ? `${count(past)}${nbsp}${manner.ago[unit]}` : relative().format(-past, unit);
    },
    clock: (time) => clock().format(time),
    dayAndClock: (time) => dayAndClock().format(time),
  };
}
