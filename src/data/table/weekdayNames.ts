/** Days of the week as columns are named after them, Monday first: a name may be cut off behind its second letter. */
const languages: readonly (readonly string[])[] = [
  ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
  ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "sonnabend", "sonntag"],
  ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"],
  ["lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"],
  ["segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"],
  ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
  ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
];

const plain = (name: string) =>
  name
    .trim()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.\s]+$/, "")
    .replace(/-feira$/, "")
    .replace(/^(?:星期|礼拜|週)/, "周")
    .replace(/^周天$/, "周日");

export interface WeekAcross {
  /** The column of the first day. */
  readonly first: number;
  /** That day, 0 for Monday. */
  readonly from: number;
}

/** Seven columns side by side that are named after the days of a week, whichever it begins with; null where there are none. */
export function weekAcross(names: readonly string[]): WeekAcross | null {
  const found = names.map(plain);
  for (const days of languages)
    for (let first = 0; first + 7 <= found.length; first++)
      for (let from = 0; from < 7; from++)
        if (days.every((_, i) => isDay(found[first + i], days[(from + i) % 7]))) return { first, from };
  return null;
}

const isDay = (name: string, day: string) => name.length >= 2 && day.startsWith(name);

/** Whether words are days of the week, and nothing else. */
export function areWeekdays(words: readonly string[]): boolean {
  const found = words.map(plain);
  return languages.some((days) => found.every((name) => days.some((day) => isDay(name, day))));
}
