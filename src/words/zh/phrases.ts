/** 中文句子所用的数与列举。 */
import { formatsOf } from "../formats";

export const formats = formatsOf("zh");

/** 数与量词之间有一个不换行的空格： "1,234 行"、"20 个序列"。 */
export const counted = (value: number, measured: string): string =>
  `${formats.count(value)}\u00a0${measured}`;

/** 接在汉字之后的一段文字：以数字或西文开头时，前面有空格。 */
export const spacedBefore = (text: string): string => (/^[\w+−.]/.test(text) ? ` ${text}` : text);

/** 夹在汉字之间的一段文字：以数字或西文起止的一侧有空格。 */
export const spaced = (text: string): string => `${spacedBefore(text)}${/[\w%.]$/.test(text) ? " " : ""}`;

export const { ago, count, quoted, list, either, bytes, share, decimal, rate, milliseconds, flop } = formats;
