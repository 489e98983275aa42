/** The project's own small pictures: digits and shapes, drawn with a pen of some width on paper that is not clean. */

import { Random } from "../../random";
import { identityOf, message, type Said } from "../../words/message";
import type { SequencesData } from "../examples";
import type { ImageOptions } from "../images/imageSequence";
import { imagesData } from "../images/imagesData";
import { penInk } from "../images/penInk";
import type { LabelledSequence } from "../labelledSequences";
import { type Drawing, resampled } from "../strokes";
import { figureName, numbered } from "./figureNames";
import { digits, shapes } from "./outlines";
import { varied } from "./variation";

const size = 20;
const perLabel = 400;

/** By label. */
const figures: readonly (readonly [Said, Drawing])[] = [
  ...Object.entries(digits),
  [figureName("triangle"), shapes.triangle],
  [figureName("square"), shapes.square],
  [figureName("heart"), shapes.heart],
  [figureName("cross"), shapes.cross],
];

const options: ImageOptions = { width: size, height: size, colour: "grey", steps: "rows", fit: "pad" };

/** 4,000 of 20 × 20 pixels, 400 of each of ten labels; made in about a second. */
export function samplePictures(seed = 1): SequencesData {
  const random = Random.fromSeed(seed);
  const pictures: LabelledSequence[] = Array.from({ length: perLabel * figures.length }, (_, i) => {
    const [label, figure] = figures[i % figures.length];
    const name = numbered(label, Math.floor(i / figures.length) + 1);
    return { name, label, values: drawnPicture(figure, random) };
  });
  const data = imagesData(pictures, options, {
    name: message("samples.pictures"),
    sizeBytes: pictures.length * size * size,
    decisions: [message("samples.picturesMade", { pictures: pictures.length })],
    seed,
  });
  if (!data.ok) throw new Error(identityOf(data.problem));
  return data.value;
}

/** [H, W] from 0, paper, to 1, ink. */
export function drawnPicture(figure: Drawing, random: Random): Float32Array<ArrayBuffer> {
  const fine = figure.map((line) => resampled(line, 0.07));
  const drawing = varied(fine, { turn: 0.15, slant: 0.12, stretch: 0.2, bend: 0.045 }, random);
  const high = size * (0.6 + 0.22 * random.uniform());
  const middle = { x: size / 2 + 1.2 * random.normal(), y: size / 2 + 1.2 * random.normal() };
  const radius = 0.6 + 0.8 * random.uniform();
  const strength = 0.6 + 0.4 * random.uniform();
  const grain = 0.04 + 0.1 * random.uniform();
  const placed = drawing.map((line) =>
    line.map(({ x, y }) => ({ x: middle.x + high * x, y: middle.y + high * y })),
  );
  const ink = penInk(placed, { width: size, height: size, radius });
  return ink.map((covered) => Math.min(1, Math.max(0, strength * covered + grain * random.normal())));
}
