import { channelsOf, type ImageOptions } from "../../../data/images/imageSequence";
import { counted } from "../../../data/phrases";

/** "The network reads 28 rows from top to bottom, 28 numbers each." */
export function readingInWords(options: ImageOptions): string {
  const { width, height, steps } = options;
  const [count, across, way] =
    steps === "rows" ? [height, width, "from top to bottom"] : [width, height, "from left to right"];
  return `The network reads ${count} ${steps} ${way}, ${counted(across * channelsOf(options), "number")} each.`;
}
