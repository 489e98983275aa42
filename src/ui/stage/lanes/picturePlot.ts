/** What the parts of a picture of lanes share: where time lies in it, and how images stand in it. */
import { svgElement } from "../../takeAlong/svgText";

/** A pixel a cell. */
export interface LaneImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Pixels of a picture to one of an image, for programs that would smooth what they enlarge themselves. */
export interface Enlarged {
  readonly across: number;
  readonly down: number;
}

/** Of an image enlarged so many times, for a picture to bear it in itself. */
export type HrefOf = (image: LaneImage, enlarged: Enlarged) => string;

/** CSS pixels. */
export interface PicturePlot {
  readonly left: number;
  readonly width: number;
  /** Of a step. */
  readonly column: number;
  readonly isMirrored: boolean;
  /** The middle of some steps. */
  readonly middle: (first: number, count?: number) => number;
}

export interface PicturePart {
  readonly drawn: string;
  readonly height: number;
}

/** Of a picture that has names and scales at its left: its margin, and their width. */
export const [pictureMargin, pictureLabelWidth] = [12, 160];
/** A lane whose rows are few or many is about as high; one row of it is no higher. */
export const [usualHeight, highestRow] = [192, 12];

/** Of a row of as many. */
export const rowHeight = (rows: number): number =>
  Math.max(1, Math.min(highestRow, Math.floor(usualHeight / rows)));

/** Of a canvas, across: browsers refuse more. */
const mostPixels = 16_384;

/** @param paint all of its pixels */
export function imageInPlot(
  plot: PicturePlot,
  top: number,
  { steps, rows }: { readonly steps: number; readonly rows: number },
  href: HrefOf,
  paint: (image: LaneImage) => void,
): PicturePart {
  const each = rowHeight(rows);
  const image = { width: steps, height: rows, data: new Uint8ClampedArray(4 * steps * rows) };
  paint(image);
  const at = { x: plot.left, y: top, width: plot.width, height: rows * each };
  const whole = { preserveAspectRatio: "none", "image-rendering": "pixelated" };
  const across = Math.max(1, Math.min(Math.ceil(plot.column), Math.floor(mostPixels / steps)));
  const enlarged = href(image, { across, down: each });
  return { drawn: svgElement("image", { ...at, ...whole, href: enlarged }), height: at.height };
}
