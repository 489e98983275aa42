/** 中文句子所用的数与列举。 */
import { formatsOf } from "../formats";

export const formats = formatsOf("zh");

/** 数与量词之间有一个不换行的空格： "1,234 行"、"20 个序列"。 */
export const counted = (value: number, measured: string): string =>
  `${formats.count(value)}\u00a0${measured}`;

export const { count, quoted, list, either, bytes, share, decimal, rate, milliseconds } = formats;
