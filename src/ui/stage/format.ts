/** How the stage writes numbers. A missing value (no snapshot yet) is an en dash, so that nothing moves when it comes. */
export const missing = "–";

/** A real number with a true minus sign and without "-0.000"; `decimals` digits after the point. */
export function formatValue(value: number | null, decimals = 3): string {
  if (value === null) return missing;
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** Of a colour scale. */
export const tickText = (tick: number): string => formatValue(tick, Number.isInteger(tick) ? 0 : 1);
