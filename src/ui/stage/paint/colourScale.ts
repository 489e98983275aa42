/**
 * The absolute colour scales, each as one table of 256 colours per theme. The heatmaps, the legends and the wires
 * all read these tables, so that a colour means one number wherever it is seen.
 *
 * - `gate`: 0 to 1, viridis. Perceptually even, safe for colour-blind readers, and legible on light and dark pages.
 * - `state`: -1 to 1, blue to orange (the pair that all common colour-vision deficiencies tell apart). Zero has the
 *   colour of the page: white in the light theme, near black in the dark one, so that strength is contrast in both.
 * - `open`: the colours of `state` for numbers without bounds, by x / (1 + |x|): ±1 lies halfway to the ends, and no number
 *   is beyond them.
 * - `change`: the colours of `state` for the difference of two numbers of a gate or a state, −2 to 2, by ±√(|x| / 2): small changes
 *   are the most, and are seen; ±0.5 lies halfway to the ends.
 * - `power`: magma, perceptually even from dark to light, for the loudness of sound; its bounds come with the data.
 */
import {
  interpolateBlues,
  interpolateMagma,
  interpolateOranges,
  interpolateViridis,
} from "d3-scale-chromatic";

export type ScaleName = "gate" | "state" | "open" | "change" | "power";
export type Theme = "light" | "dark";

export interface ColourScale {
  readonly name: ScaleName;
  /** Of a number x, or of where the scale puts it (`alongScale`). */
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** [256] CSS colours from `min` to `max`. */
  readonly css: readonly string[];
  /** [257] the same as RGBA pixels in the machine's byte order; the last is transparent, for a value that is no number. */
  readonly pixels: Uint32Array;
}

type Rgb = readonly [number, number, number];

export const levels = 256;
const notANumber = levels;
const nightCentre: Rgb = [30, 36, 45];

function parseColour(css: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(css);
  const parts = hex
    ? hex.slice(1).map((part) => Number.parseInt(part, 16))
    : (css.match(/\d+/g) ?? []).map(Number);
  const [red, green, blue] = parts;
  if (red === undefined || green === undefined || blue === undefined)
    throw new RangeError(`not an RGB colour: ${css}`);
  return [red, green, blue];
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  Math.round(from[0] + (to[0] - from[0]) * share),
  Math.round(from[1] + (to[1] - from[1]) * share),
  Math.round(from[2] + (to[2] - from[2]) * share),
];

function divergingColour(value: number, theme: Theme): Rgb {
  const hue = value < 0 ? interpolateBlues : interpolateOranges;
  const strength = Math.abs(value);
  if (theme === "light")
    return mix([255, 255, 255], parseColour(hue(strength * 0.92)), Math.min(1, strength / 0.08));
  return mix(nightCentre, parseColour(hue(0.88 - 0.46 * strength)), Math.min(1, strength / 0.5));
}

const sequential = { gate: interpolateViridis, power: interpolateMagma } as const;
const bounds: Readonly<Record<ScaleName, Pick<ColourScale, "min" | "max" | "ticks">>> = {
  gate: { min: 0, max: 1, ticks: [0, 0.5, 1] },
  state: { min: -1, max: 1, ticks: [-1, 0, 1] },
  open: { min: -1, max: 1, ticks: [Number.NEGATIVE_INFINITY, -1, 0, 1, Number.POSITIVE_INFINITY] },
  change: { min: -1, max: 1, ticks: [-2, -0.5, 0, 0.5, 2] },
  power: { min: 0, max: 1, ticks: [0, 0.5, 1] },
};

function build(name: ScaleName, theme: Theme): ColourScale {
  const bytes = new Uint8ClampedArray((levels + 1) * 4);
  const css: string[] = [];
  for (let level = 0; level < levels; level++) {
    const share = level / (levels - 1);
    const rgb =
      name === "gate" || name === "power"
        ? parseColour(sequential[name](share))
        : divergingColour(share * 2 - 1, theme);
    bytes.set([...rgb, 255], level * 4);
    css.push(`rgb(${rgb.join(" ")})`);
  }
  return { name, ...bounds[name], css, pixels: new Uint32Array(bytes.buffer) };
}

const built = new Map<string, ColourScale>();

/** Made when it is first asked for: few are before the first picture. */
export function colourScale(name: ScaleName, theme: Theme): ColourScale {
  const place = `${name} ${theme}`;
  const scale = built.get(place) ?? build(name, theme);
  built.set(place, scale);
  return scale;
}

/** The same colours between other bounds. */
export function withBounds(scale: ColourScale, min: number, max: number): ColourScale {
  return { ...scale, min, max, ticks: [min, (min + max) / 2, max] };
}

/** Where a value lies on a scale's own line from `min` to `max`. */
export function alongScale({ name }: Pick<ColourScale, "name">, value: number): number {
  if (name === "open") return value / (1 + Math.abs(value));
  return name === "change" ? Math.sign(value) * Math.sqrt(Math.abs(value) / 2) : value;
}

/** The level of a value, 0 to 255; a value outside the scale takes its end, NaN takes 256. */
export function levelOf(scale: ColourScale, value: number): number {
  const { min, max } = scale;
  const level = ((alongScale(scale, value) - min) / (max - min)) * (levels - 1);
  if (level <= 0) return 0;
  if (level >= levels - 1) return levels - 1;
  return Number.isNaN(level) ? notANumber : Math.round(level);
}

/** The CSS colour of a value, or null for a value that is no number. */
export const colourOf = (scale: ColourScale, value: number): string | null =>
  scale.css[levelOf(scale, value)] ?? null;
