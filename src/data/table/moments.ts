/** A moment as people type it, and as it is written: a date of the calendar and its time of day, UTC, or the number of a step. */

const dated = /^(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?)?$/;

/** @returns milliseconds since 1970, or the number; null for what is neither */
export function momentOf(text: string, isDate: boolean): number | null {
  const typed = text.trim();
  if (!isDate) {
    const value = Number(typed.replace(",", "."));
    return typed !== "" && Number.isFinite(value) ? value : null;
  }
  const parts = dated.exec(typed);
  if (!parts) return null;
  const [year, month, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const ms = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  const found = new Date(ms);
  // The 31st of a month that has none is no date.
  const isOne = found.getUTCMonth() + 1 === month && found.getUTCDate() === day && hour < 24 && minute < 60;
  return isOne ? ms : null;
}

/** As `momentOf` reads it: of midnight the date alone. */
export function momentText(moment: number, isDate: boolean): string {
  if (!isDate) return String(moment);
  const text = new Date(moment).toISOString().slice(0, 19);
  return text.endsWith("T00:00:00") ? text.slice(0, 10) : text.replace("T", " ");
}
