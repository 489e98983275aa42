import type { Quantity } from "../../../data/examples";
import { formatValue } from "../format";

/** Digits after the point that show three figures of what is usual for a quantity. */
export function decimalsFor({ scale }: Pick<Quantity, "scale">): number {
  const size = Math.abs(scale);
  return size > 0 && Number.isFinite(size) ? Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(size)))) : 3;
}

/** Yes or no, as columns of a category are. */
const isPlain = ({ shift, scale }: Quantity) => shift === 0 && scale === 1;

/** "12.4 °C"; "–" where nobody knows. */
export function quantityText(quantity: Quantity, value: number, withUnit = true): string {
  if (Number.isNaN(value)) return formatValue(null);
  const decimals = isPlain(quantity) && Number.isInteger(value) ? 0 : decimalsFor(quantity);
  return `${formatValue(value, decimals)}${withUnit && quantity.unit ? `\u00a0${quantity.unit}` : ""}`;
}
