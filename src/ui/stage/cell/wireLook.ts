/** How the number on a wire looks: its colour, and how wide it makes the wire. */
import type { CellNode } from "../../cells/cellDescription";
import { alongScale, colourOf, colourScale, type Theme } from "../paint/colourScale";

/** In the diagram's units. */
const [thinnest, thickest] = [2, 7];
/** Finer differences cannot be seen, and have the browser lay out the diagram with every step. */
const widthsPerUnit = 4;

/** @returns no colour for no number */
export function wireLook({ scale }: Pick<CellNode, "scale">, value: number | null, theme: Theme) {
  const own = colourScale(scale, theme);
  const size = value === null ? 0 : Math.min(1, Math.abs(alongScale(own, value)));
  const width = thinnest + (thickest - thinnest) * size;
  return {
    colour: value === null ? null : colourOf(own, value),
    width: Math.round(widthsPerUnit * width) / widthsPerUnit,
  };
}
