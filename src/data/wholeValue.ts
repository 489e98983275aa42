import type { Quantity } from "./examples";

/** The whole number that is kept as this scaled one in single precision; what is none stays as its scale says. */
export function wholeValue(stored: number, { shift, scale }: Pick<Quantity, "shift" | "scale">): number {
  const value = stored * scale + shift;
  const whole = Math.round(value);
  return Math.fround((whole - shift) / scale) === Math.fround(stored) ? whole : value;
}
