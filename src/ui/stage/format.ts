/** How the stage writes numbers. A missing value (no snapshot yet) is an en dash, so that nothing moves when it comes. */
import { nbsp } from "../../words/formats";

export const missing = "–";

/** A real number with a true minus sign and without "-0.000"; `decimals` digits after the point. */
export function formatValue(value: number | null, decimals = 3): string {
  if (value === null) return missing;
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** A probability in per cent; never rounded to a certainty that it is not. */
export function formatPercent(probability: number | null): string {
  if (probability === null) return missing;
  if (Number.isNaN(probability)) return "NaN";
  if (probability > 0 && probability < 0.001) return `<0.1${nbsp}%`;
  if (probability < 1 && probability > 0.999) return `>99.9${nbsp}%`;
  return `${(probability * 100).toFixed(1)}${nbsp}%`;
}
