/** Cells that say a quarter, a half or a week of a year, in the ways and languages of statistics, and years that begin in one and end in the next. */
import type { DateOrder } from "./tableTypes";

export type YearPart = Extract<DateOrder, "quarter" | "halfYear" | "isoWeek">;

export interface PartOfYear {
  readonly year: number;
  /** From 1. */
  readonly part: number;
  /** Where each stands in the cell: from, to. */
  readonly yearAt: readonly [number, number];
  readonly partAt: readonly [number, number];
}

/** Ways of counting beside digits, from the first on. */
const spelt: Readonly<Record<YearPart, readonly (readonly string[])[]>> = {
  quarter: [
    ["I", "II", "III", "IV"],
    ["一", "二", "三", "四"],
  ],
  halfYear: [
    ["I", "II"],
    ["上", "下"],
  ],
  isoWeek: [],
};

const words: Readonly<Record<YearPart, string>> = {
  quarter:
    "(?:q|t|quarter|qtr\\.?|quartal|trimestre|trim\\.?|kwartał|kvartal|kwartaal|квартал|кв\\.?|季度|四半期|분기)",
  halfYear: "(?:h|s|half|halbjahr|hj|semestre|sem\\.?|semester|полугодие|半年|半期|반기)",
  isoWeek:
    "(?:w|kw|s|week|wk\\.?|woche|semaine|sem\\.?|semana|settimana|vecka|uge|неделя|нед\\.?|周|週|주차?)",
};
/** Behind which a year may have two digits. */
const shortWords: Readonly<Record<YearPart, string>> = { quarter: "[qt]", halfYear: "h", isoWeek: "kw" };
const digits: Readonly<Record<YearPart, string>> = {
  quarter: "[1-4]",
  halfYear: "[12]",
  isoWeek: "0?[1-9]|[1-4]\\d|5[0-3]",
};

const year = "(?<year>[12]\\d{3})";
const shortYear = "(?<year>\\d{2})";
const between = "[-/.,' ]*";
const suffix = "(?:\\.|st|nd|rd|th|er|ère|e|ème|º|ª|°)?[- ]*";

function patternsOf(part: YearPart): readonly RegExp[] {
  const plain = `(?<part>${digits[part]})`;
  const counted = `第?\\s*(?<part>${[digits[part], ...spelt[part].flatMap((names) => names.toReversed())].join("|")})`;
  const [word, short] = [words[part], shortWords[part]];
  return [
    `${year}\\s*[年년]?${between}${word}[-. ]*${plain}`,
    `${year}\\s*[年년度]*${between}${counted}${suffix}${word}`,
    // Without anything between, "S12020" may be anyone's number.
    `${word}[-. ]*${plain}[-/.,' ]+${year}`,
    ...(part === "quarter" ? [`q${plain}${year}`] : []),
    `${counted}${suffix}${word}${between}(?:(?:of|de|des?l?)\\s+)?${year}(?:\\s*г\\.?)?`,
    `${short}\\s*${plain}[-/.' ]+${shortYear}`,
    `${plain}${short}${between}${shortYear}`,
  ].map((text) => new RegExp(`^${text}$`, "di"));
}

const patterns: Readonly<Record<YearPart, readonly RegExp[]>> = {
  quarter: patternsOf("quarter"),
  halfYear: patternsOf("halfYear"),
  isoWeek: patternsOf("isoWeek"),
};

/** Null where a cell, without blanks around it, says none. A year of two digits is one from 1930 to 2029. */
export function partOfYear(part: YearPart, cell: string): PartOfYear | null {
  if (!/\d\d/.test(cell)) return null;
  for (const pattern of patterns[part]) {
    const match = pattern.exec(cell);
    if (!match?.groups || !match.indices?.groups) continue;
    const { year, part: word } = match.groups;
    const { year: yearAt, part: partAt } = match.indices.groups;
    return { year: fullYear(year), part: numberOf(part, word), yearAt, partAt };
  }
  return null;
}

function numberOf(part: YearPart, word: string): number {
  if (/^\d/.test(word)) return Number(word);
  return Math.max(...spelt[part].map((names) => names.indexOf(word.toUpperCase()) + 1));
}

/** The same cell of another part of a year. */
export function partWritten(
  kind: YearPart,
  cell: string,
  given: { readonly year: number; readonly part: number; readonly width: number },
): string {
  const found = partOfYear(kind, cell);
  if (!found) return cell;
  const { yearAt, partAt } = found;
  const word = cell.slice(...partAt);
  const names = spelt[kind].find((some) => some.includes(word));
  const part = names?.[given.part - 1] ?? String(given.part).padStart(given.width, "0");
  const year = String(given.year).slice(yearAt[0] - yearAt[1]);
  const [first, second] = yearAt[0] < partAt[0] ? [yearAt, partAt] : [partAt, yearAt];
  const [before, after] = yearAt[0] < partAt[0] ? [year, part] : [part, year];
  return cell.slice(0, first[0]) + before + cell.slice(first[1], second[0]) + after + cell.slice(second[1]);
}

const doubleYear = /^(?:FY\s*)?([12]\d{3}|(?<=FY\s*)\d{2})\s*[-/–—]\s*(\d{4}|\d{2})$/i;
const fiscalYear = /^FY[-' ]*([12]\d{3}|\d{2})$/i;

/** "1960/61", "1960–1961" and "FY20/21", of which the first year counts, and "FY2020"; NaN where a cell is none. */
export function doubleYearOf(cell: string): number {
  const text = cell.trim();
  const alone = fiscalYear.exec(text);
  if (alone) return fullYear(alone[1]);
  const match = doubleYear.exec(text);
  if (!match) return Number.NaN;
  const [, first, last] = match;
  const next = String(fullYear(first) + 1);
  return next.slice(-last.length) === last ? fullYear(first) : Number.NaN;
}

/** Of two digits, 30 and later are of the twentieth century, as in the spreadsheets that write Jan-49. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 30 ? 1900 + year : 2000 + year;
}
