/** What English sentences are made of. */
import { formatsOf } from "../formats";

export const formats = formatsOf("en");

/** Of the number as it is written: 0.5 is written as 1. */
const rules = new Intl.PluralRules("en", { maximumFractionDigits: 0 });

/** The word for so many: "row" for 1, "rows" for 0 and 2. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  rules.select(Math.round(value)) === "one" ? one : many;

/** "1 row", "1,234 rows"; a line never ends between the two. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${formats.count(value)}\u00a0${plural(value, one, many)}`;

export const { ago, count, quoted, list, either, bytes, share, decimal, rate, milliseconds, flop } = formats;
