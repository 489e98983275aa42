/** Hidden units by which networks of different kinds have about as many parameters as each other. */
import { matchTolerance } from "../raceRequest";
import { type RunSettings, settings as table } from "../settings";

interface Sized {
  readonly settings: RunSettings;
  readonly parameters: number;
}

/** How far from what was asked for all may lie together, where they lie near to each other there alone. */
const reach = 0.25;

/** (most − fewest) / fewest */
export const spreadOf = (counts: readonly number[]): number => Math.max(...counts) / Math.min(...counts) - 1;

/** With so many units in the first layer; layers keep their proportions. */
function withUnits(settings: RunSettings, units: number): RunSettings {
  const { min, max } = table.hiddenSizes;
  const [first] = settings.hiddenSizes;
  const hiddenSizes = settings.hiddenSizes.map((size) =>
    Math.min(max, Math.max(min, Math.round((size * units) / first))),
  );
  return { ...settings, hiddenSizes };
}

function sizesOf(settings: RunSettings, countOf: (settings: RunSettings) => number): readonly Sized[] {
  const { min, max } = table.hiddenSizes;
  return Array.from({ length: max - min + 1 }, (_, i) => {
    const sized = withUnits(settings, min + i);
    return { settings: sized, parameters: countOf(sized) };
  });
}

/** The fewest that are no fewer than that: numbers grow with the units. */
const leastFrom = (sizes: readonly Sized[], low: number): Sized =>
  sizes.find(({ parameters }) => parameters >= low) ?? sizes[sizes.length - 1];

/**
 * Each with the units by which all lie within `matchTolerance` of each other, as near as may be to a number of parameters; where
 * there are none such, those by which they lie nearest to each other.
 *
 * @param countOf how many parameters a run of such settings has
 */
export function matchParameters(
  variants: readonly RunSettings[],
  wanted: number,
  countOf: (settings: RunSettings) => number,
): readonly RunSettings[] {
  const sizes = variants.map((settings) => sizesOf(settings, countOf));
  // Of runs that lie near to each other, one has the fewest.
  const lows = sizes
    .flat()
    .map(({ parameters }) => parameters)
    .filter((low) => Math.abs(low - wanted) <= reach * wanted)
    .toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  let best: readonly Sized[] = [];
  let bestSpread = Number.POSITIVE_INFINITY;
  for (const low of lows) {
    const matched = sizes.map((all) => leastFrom(all, low));
    const spread = spreadOf(matched.map(({ parameters }) => parameters));
    if (spread >= bestSpread) continue;
    [best, bestSpread] = [matched, spread];
    if (spread <= matchTolerance) break;
  }
  return best.map(({ settings }) => settings);
}
