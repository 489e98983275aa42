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

const dayMs = 86_400_000;

/** One end of a range, both included: a day that it ends on belongs to it, as does a month. */
export function boundOf(text: string, isDate: boolean, end: "from" | "to"): number | null {
  const first = momentOf(text, isDate);
  if (first === null || !isDate || end === "from" || /[ T]/.test(text.trim())) return first;
  const next = new Date(first);
  const isMonth = text.trim().split("-").length === 2;
  return (isMonth ? next.setUTCMonth(next.getUTCMonth() + 1) : first + dayMs) - 1;
}

/** As `boundOf` reads it. */
export const boundText = (bound: number, isDate: boolean, end: "from" | "to"): string =>
  isDate && end === "to" && (bound + 1) % dayMs === 0
    ? momentText(bound + 1 - dayMs, isDate)
    : momentText(bound, isDate);
