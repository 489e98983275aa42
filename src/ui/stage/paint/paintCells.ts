/** Paints some cells of a plane, a pixel each, or leaves the canvas empty where there is no plane. */
import type { RefObject } from "react";
import type { Plane } from "../../cells/layerPlanes";
import type { ColourScale } from "./colourScale";
import { paintCanvas } from "./paintCanvas";
import { type Cells, paintPlane } from "./paintPlane";

/** @param kept as of `paintCanvas` */
export function paintCells(
  canvas: HTMLCanvasElement | null,
  kept: RefObject<ImageData | null>,
  plane: Plane | null | undefined,
  scale: ColourScale,
  cells: Cells,
): void {
  const paint = plane ? (image: ImageData) => paintPlane(image, plane, scale, cells) : null;
  paintCanvas(canvas, kept, cells.steps.length, cells.units.length, paint);
}
