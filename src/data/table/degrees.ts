/** Angles in degrees, minutes and seconds, as maps and receivers write places: 52°31'12"N, 52° 31.2' N, 北纬39°54′. */

const number = "\\d{1,3}(?:[.,]\\d{1,12})?";
const halves = "[NSEW]|北[纬緯]|南[纬緯]|[东東][经経經]|西[经経經]";
const angle = new RegExp(
  `^(?:(${halves})[\\s:]*)?([+-])?(${number})\\s*[°º˚]\\s*(?:(${number})\\s*['′’´]\\s*(?:(${number})\\s*(?:["″”]|['′’´]{2})\\s*)?)?(${halves})?$`,
  "i",
);

interface Angle {
  readonly degrees: number;
  /** Whether it says more than a number of degrees. */
  readonly isPlace: boolean;
}

function angleOf(cell: string): Angle | null {
  const match = angle.exec(cell.trim().replace("\u2212", "-"));
  if (!match) return null;
  const [, before, sign, whole, minutes, seconds, behind] = match;
  if (before !== undefined && behind !== undefined) return null;
  const [d, m, s] = [whole, minutes, seconds].map((text) => Number((text ?? "0").replace(",", ".")));
  // Only the last of them has a fraction.
  if ((minutes !== undefined && !Number.isInteger(d)) || (seconds !== undefined && !Number.isInteger(m)))
    return null;
  if (d > 360 || m >= 60 || s >= 60) return null;
  const half = before ?? behind;
  const isNegative = (sign === "-") !== /^[SW南西]/i.test(half ?? "");
  const size = d + m / 60 + s / 3600;
  return { degrees: isNegative ? -size : size, isPlace: half !== undefined || minutes !== undefined };
}

/** Degrees with a fraction, south and west below 0; NaN where a cell is no angle. */
export const degreesOf = (cell: string): number => angleOf(cell)?.degrees ?? Number.NaN;

/** So many cells are angles where a column has them. */
const mostCells = 0.85;

/** "12°" alone is a number with a unit. */
export function areAngles(cells: readonly string[]): boolean {
  if (!cells.some((cell) => /[°º˚]/.test(cell))) return false;
  const angles = cells.flatMap((cell) => angleOf(cell) ?? []);
  return angles.length >= mostCells * cells.length && angles.some(({ isPlace }) => isPlace);
}
