/** The small parts that sentences are made of, wherever they are made: in the data's readers and on the page. */

const counts = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A whole number: 1234 becomes "1,234". */
export const formatCount = (value: number): string => counts.format(value);

/** "1 row", "37 rows", "2 classes have". */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${formatCount(value)} ${value === 1 ? one : many}`;

/** "a", "a and b", "a, b and c"; of more than `most` only the first, and how many more there are. */
export function listed(parts: readonly string[], most = 8): string {
  const shown =
    parts.length > most
      ? [...parts.slice(0, most - 1), `${formatCount(parts.length - most + 1)} more`]
      : parts;
  return shown.length < 2
    ? shown.join("")
    : `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`;
}

export const quoted = (name: string): string => `“${name}”`;
