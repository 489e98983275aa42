import { expect, test } from "vitest";
import { englishWords } from "../../../words/english";
import { type ExampleKind, exampleSnapshot } from "../examplesFixture";
import { colourOf, colourScale, withBounds } from "../paint/colourScale";
import { featurePicture } from "./featurePicture";
import type { ShownFeatures } from "./inputShape";
import { loudnessBounds } from "./loudnessBounds";
import type { LaneImage } from "./picturePlot";

const column = 20;
const left = 200;
const traceColours = Array.from({ length: 8 }, (_, i) => `rgb(${i + 1} 0 0)`);

function featuresOf(kind: ExampleKind, steps: number): ShownFeatures {
  const { sequence } = exampleSnapshot(kind, steps);
  if (sequence?.input.kind !== "features") throw new Error("All of these have features.");
  return sequence.input;
}

function drawn(input: ShownFeatures, steps: number) {
  const images: LaneImage[] = [];
  const plot = {
    left,
    column,
    width: steps * column,
    isMirrored: false,
    middle: (first: number, count = 1) => left + (first + count / 2) * column,
  };
  const href = (image: LaneImage) => `image:${images.push(image) - 1}`;
  const picture = featurePicture(
    { input, steps },
    { words: englishWords, plot, top: 50, means: { href, traceColours } },
  );
  const said = Array.from(picture.drawn.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, one]) => one);
  return { ...picture, images, said };
}

const rgbOf = ({ width, data }: LaneImage, x: number, y: number) =>
  `rgb(${data.slice(4 * (y * width + x), 4 * (y * width + x) + 3).join(" ")})`;

/** The points of the lines, in their order. */
const pathsOf = (svg: string) =>
  Array.from(svg.matchAll(/<path d="([^"]*)"[^>]*stroke="([^"]*)"/g), ([, d, colour]) => ({
    colour,
    moves: d.match(/M/g)?.length ?? 0,
    points: Array.from(d.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g), ([, x, y]) => [Number(x), Number(y)]),
  }));

test("every feature has its line, in its colour, where its scaled numbers lie, with its name and unit", () => {
  const steps = 4;
  const input = featuresOf("classAtLast", steps);
  const { said, drawn: svg, note, height } = drawn(input, steps);
  expect(said).toEqual(["reads", "level, m", "wind", englishWords.stage.ownScales]);
  expect(note).toBe(englishWords.stage.ownScales);
  const lines = pathsOf(svg);
  expect(lines.map(({ colour }) => colour)).toEqual(["rgb(1 0 0)", "rgb(2 0 0)"]);
  // Scaled: level (10 t − 10) / 2, wind (10 t + 1) / 5.
  const scaled = (t: number) => [(10 * t - 10) / 2, (10 * t + 1) / 5];
  const [low, high] = [-5 - 15 * 0.06, 10 + 15 * 0.06];
  const plotHeight = height - 18;
  for (const [i, { points }] of lines.entries())
    for (const [t, [x, y]] of points.entries()) {
      expect(x).toBe(left + (t + 0.5) * column);
      expect(y).toBeCloseTo(50 + plotHeight * (1 - (scaled(t)[i] - low) / (high - low)), 1);
    }
  // Columns are wide enough for dots.
  expect(svg.match(/<circle /g)).toHaveLength(2 * steps);
});

test("what nobody knows leaves a gap, and features of one unit have its numbers at the ends", () => {
  const input = featuresOf("classAtLast", 5);
  const [level] = input.features;
  const values = Float32Array.from(input.values);
  values[4] = Number.NaN;
  const {
    drawn: svg,
    said,
    note,
  } = drawn({ ...input, features: [level, { ...level, name: "other" }], values }, 5);
  const [first, second] = pathsOf(svg);
  expect([first.moves, first.points.length]).toEqual([2, 4]);
  expect([second.moves, second.points.length]).toEqual([1, 5]);
  expect(note).toBe("");
  expect(said.slice(-2)).toEqual(["43.46\u00a0m", "−2.46\u00a0m"]);
});

test("a picture has its pixels, sound its loudness from below, many features a row each", () => {
  const picture = featuresOf("image", 3);
  const values = Float32Array.from(picture.values, (_, i) => i / 8);
  const image = drawn({ ...picture, values }, 3);
  expect(image.images.map(({ width, height }) => [width, height])).toEqual([[3, 3]]);
  for (const t of [0, 1, 2])
    for (const pixel of [0, 1, 2]) {
      const grey = Math.floor((255 * (3 * t + pixel)) / 8);
      expect(Math.abs(image.images[0].data[4 * (pixel * 3 + t)] - grey)).toBeLessThanOrEqual(1);
    }

  const sound = featuresOf("spectrogram", 4);
  const { min, max } = loudnessBounds(sound.features);
  const power = withBounds(colourScale("power", "light"), min, max);
  const heard = { ...sound, values: Float32Array.from(sound.values, (_, i) => min + 7 * i) };
  const { images, said } = drawn(heard, 4);
  for (const t of [0, 1, 2, 3])
    for (const band of [0, 1])
      expect(rgbOf(images[0], t, 1 - band)).toBe(colourOf(power, heard.values[2 * t + band]));
  expect(said[0]).toBe("hears");
  expect(said.slice(-1)).toEqual([englishWords.stage.soundAbout({ unit: "dB" })]);

  const few = featuresOf("classAtLast", 2);
  const features = Array.from({ length: 33 }, (_, i) => ({ name: `f${i}`, unit: null, shift: i, scale: 2 }));
  const many = { ...few, features, values: Float32Array.from({ length: 66 }, (_, i) => (i % 33) - 33 + i) };
  const rows = drawn(many, 2).images[0];
  const state = withBounds(colourScale("state", "light"), -3, 3);
  for (const t of [0, 1])
    for (const i of [0, 7, 32])
      expect(rgbOf(rows, t, i)).toBe(colourOf(state, (many.values[33 * t + i] - i) / 2));
});

test("a drawing stands beside the movements of its pen", () => {
  const { said, drawn: svg } = drawn(featuresOf("stroke", 3), 3);
  expect(said.slice(0, 4)).toEqual(["draws", "Δx", "Δy", "pen down"]);
  expect(svg).toMatch(/<svg x="12"[^>]*viewBox="[^"]+"><path d="M/);
  expect(
    pathsOf(svg)
      .slice(-3)
      .map(({ points }) => points.length),
  ).toEqual([3, 3, 3]);
});
