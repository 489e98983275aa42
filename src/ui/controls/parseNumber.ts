/** Numbers as people type them. */
import { message, type Said } from "../../words/message";

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

export type Parsed<T> = { readonly value: T } | { readonly problem: Said };

export const formatNumber = (value: number) => String(Number(value.toPrecision(10)));

/** Reads "0.005", "5e-3", "0,005", "1 000" and "1,000"; what it cannot use it answers with what it wants. */
export function parseNumber(text: string, { min, max, integer }: NumberRange): Parsed<number> {
  const plain = text.replace(/[\s_]/g, "");
  const value = Number(integer ? plain.replace(/,(?=\d{3}\b)/g, "") : plain.replace(",", "."));
  const fits = plain !== "" && Number.isFinite(value) && value >= min && value <= max;
  if (fits && (!integer || Number.isInteger(value))) return { value };
  return { problem: message("controls.numberWanted", { integer, min, max }) };
}
