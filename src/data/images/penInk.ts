/** Lines of a round pen as pixels with smooth edges. */
import type { Drawing } from "../strokes";

export interface PenPaper {
  readonly width: number;
  readonly height: number;
  /** Of the pen, in pixels. */
  readonly radius: number;
}

/**
 * How much of each pixel [height, width] is under ink, 0 to 1, by the distance of its middle to the nearest line. A drawing's
 * points are in pixels, 0, 0 the upper left corner of the first; a line of one point is a dot.
 */
export function penInk(drawing: Drawing, { width, height, radius }: PenPaper): Float32Array<ArrayBuffer> {
  // Squared distances first, one segment after the other where it can reach.
  const reach = radius + 0.5;
  const nearest = new Float32Array(width * height).fill(reach * reach);
  for (const line of drawing) {
    line.forEach((to, i) => {
      const from = line[Math.max(0, i - 1)];
      const [left, right] = range(from.x, to.x, reach, width);
      const [top, bottom] = range(from.y, to.y, reach, height);
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const squaredLength = dx * dx + dy * dy;
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          const [x, y] = [column + 0.5 - from.x, row + 0.5 - from.y];
          const share = squaredLength > 0 ? limit((x * dx + y * dy) / squaredLength) : 0;
          const [awayX, awayY] = [x - share * dx, y - share * dy];
          const pixel = row * width + column;
          nearest[pixel] = Math.min(nearest[pixel], awayX * awayX + awayY * awayY);
        }
      }
    });
  }
  return nearest.map((squared) => limit(reach - Math.sqrt(squared)));
}

/** The pixels within reach of a segment, from the first to before the last. */
function range(a: number, b: number, reach: number, size: number): readonly [number, number] {
  return [Math.max(0, Math.floor(Math.min(a, b) - reach)), Math.min(size, Math.ceil(Math.max(a, b) + reach))];
}

const limit = (value: number) => Math.min(1, Math.max(0, value));
