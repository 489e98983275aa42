/** How the panels write numbers; a value that is not there yet is an en dash. */
import { counted, formatCount } from "../data/phrases";

export const absent = "–";

const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** In powers of 1024, as file managers and the limit for texts have them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return counted(bytes, "byte");
  const units = ["kB", "MB", "GB"];
  const power = Math.min(units.length, Math.floor(Math.log2(bytes) / 10));
  return `${Number((bytes / 1024 ** power).toPrecision(3))} ${units[power - 1]}`;
}

/** A loss, a perplexity or an error: three decimals, fewer where they would be noise, more where nothing would be left. */
export function formatDecimal(value: number | null): string {
  if (value === null) return absent;
  if (Number.isNaN(value)) return "NaN";
  if (value < 0) return `−${formatDecimal(-value)}`;
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value >= 1000) return formatCount(value);
  if (value !== 0 && value < 0.01) return String(Number(value.toPrecision(2)));
  return value.toFixed(value >= 100 ? 1 : value >= 10 ? 2 : 3);
}

export function formatShare(value: number | null): string {
  if (value === null) return absent;
  return Number.isFinite(value) ? `${(value * 100).toFixed(1)} %` : "NaN";
}

/** A speed: "0.42", "12.5", "212K". */
export function formatRate(perSecond: number | null): string {
  if (perSecond === null || !Number.isFinite(perSecond)) return absent;
  return perSecond < 1000 ? String(Number(perSecond.toPrecision(3))) : short.format(perSecond);
}
