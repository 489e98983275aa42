/** What is drawn on a pad as a sequence that the network can read. Points of a pad are from 0 to 1. */
import type { ExampleInput } from "../../data/examples";
import { asSteps } from "../../data/images/imageSequence";
import { penInk } from "../../data/images/penInk";
import { type Drawing, strokeSequence } from "../../data/strokes";
import type { ExamplesSummary } from "../../session/protocol";

export interface DrawnSequence {
  readonly steps: number;
  /** [T, I] as people know them. */
  readonly values: Float32Array;
}

/** The pen's radius in parts of the picture's shorter side; about that of the project's own pictures. */
export const penRadius = 0.05;

export interface PictureShape {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly steps: "rows" | "columns";
}

/** Of the pictures that are trained on, or null where there are none. */
export function pictureShape({
  input,
  longest,
}: Pick<ExamplesSummary, "input" | "longest">): PictureShape | null {
  if (input.kind !== "features" || input.display.kind !== "image") return null;
  const { channels, steps } = input.display;
  const pixels = input.features.length / channels;
  return steps === "rows"
    ? { width: pixels, height: longest, channels, steps }
    : { width: longest, height: pixels, channels, steps };
}

/** [T, I]: white on black where the pictures are rather dark, black on white where they are bright. */
export function drawnPicture(
  drawing: Drawing,
  { width, height, channels, steps }: PictureShape,
  input: Extract<ExampleInput, { kind: "features" }>,
): DrawnSequence {
  const placed = drawing.map((line) => line.map(({ x, y }) => ({ x: x * width, y: y * height })));
  const ink = penInk(placed, { width, height, radius: penRadius * Math.min(width, height) });
  const bright = isBright(input);
  const pixels = Float32Array.from({ length: ink.length * channels }, (_, i) => {
    const covered = ink[Math.floor(i / channels)];
    return bright ? 1 - covered : covered;
  });
  const colour = channels === 1 ? "grey" : "colour";
  return {
    steps: steps === "rows" ? height : width,
    values: asSteps(pixels, { width, height, colour, steps }),
  };
}

/** Pixels are shifted by their mean. */
export function isBright({ features }: Extract<ExampleInput, { kind: "features" }>): boolean {
  return features.reduce((sum, { shift }) => sum + shift, 0) > features.length / 2;
}

export function drawnStroke(drawing: Drawing): DrawnSequence | null {
  const values = strokeSequence(drawing);
  return values && { steps: values.length / 3, values };
}
