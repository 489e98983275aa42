/** A colour scale in a picture: its colours side by side, and the numbers under them. */
import { tickText } from "../stage/format";
import { type ColourScale, levels } from "../stage/paint/colourScale";
import { range } from "../stage/paint/range";
import { softInk, svgElement, svgWords } from "./svgText";

export const scaleBarWidth = 128;
export const scaleBarHeight = 24;
const [steps, barHeight] = [64, 9];

/** @param x and @param y its upper left corner */
export function scaleBar({ css, ticks }: Pick<ColourScale, "css" | "ticks">, x: number, y: number): string {
  const step = scaleBarWidth / steps;
  const colours = range(steps).map((i) =>
    // A little wider than its place, so that no line of white is left between two.
    svgElement("rect", {
      x: x + i * step,
      y,
      width: i < steps - 1 ? step + 0.5 : step,
      height: barHeight,
      fill: css[Math.round((i * (levels - 1)) / (steps - 1))],
    }),
  );
  // Ticks lie at the same distances on every scale's own line.
  const numbers = ticks.map((tick, i) =>
    svgWords(x + (i * scaleBarWidth) / (ticks.length - 1), y + 20, tickText(tick), {
      "text-anchor": i === 0 ? "start" : i === ticks.length - 1 ? "end" : "middle",
      "font-size": 10,
      fill: softInk,
    }),
  );
  return [...colours, ...numbers].join("");
}
