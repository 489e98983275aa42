/** The chain of steps as a picture of its own, light whatever the theme: each state with its scale, what is read under it. */
import type { SnapshotLayer } from "../../../session/protocol";
import type { AllWords } from "../../../words/catalogue";
import type { CellDescription } from "../../cells/cellDescription";
import type { ChartPicture } from "../../takeAlong/chartPicture";
import { scaleBar, scaleBarHeight, scaleBarWidth } from "../../takeAlong/scaleBar";
import { hundredths, softInk, svgElement, svgPicture, svgWords, widthOf } from "../../takeAlong/svgText";
import { colourScale } from "../paint/colourScale";
import { range } from "../paint/range";
import { symbolGlyph } from "../symbols";
import { barWidth, type Chain, chainRows, drawChain, pitchOf } from "./unrolled";

export interface PicturedChain {
  readonly layer: SnapshotLayer;
  /** From the top. */
  readonly units: readonly number[];
  readonly symbols: readonly string[];
  readonly chain: Chain;
  /** CSS pixels, of a chain. */
  readonly width: number;
  readonly height: number;
}

const margin = 12;
const gap = 14;
const ground = "rgb(238, 240, 243)";

export function unrolledPicture(
  words: AllWords,
  description: CellDescription,
  { layer, units, symbols, chain, width, height }: PicturedChain,
  { title, note }: { readonly title: string; readonly note: string },
): ChartPicture {
  const { keeps } = description;
  const rows = chainRows(description).filter(({ id }) => layer.states.includes(id));
  const parts: string[] = [];
  let top = margin + 46;
  for (const row of rows) {
    const pen = svgPen(margin, top + scaleBarHeight + 4);
    drawChain(pen, { layer, row, keeps, chain, units, theme: "light", width, height });
    const name = `${words.cells.quantities[row.name]} ${row.id}`;
    const place = { x: margin, y: top + scaleBarHeight + 4, width, height, fill: ground };
    parts.push(
      svgWords(margin, top + 12, name, { "font-weight": 600 }),
      scaleBar(colourScale(row.scale, "light"), margin + width - scaleBarWidth, top),
      svgElement("rect", place),
      ...pen.drawn,
    );
    top += scaleBarHeight + 4 + height + gap;
  }
  const pitch = pitchOf(width, chain);
  const steps = range(chain.count).flatMap((i) => {
    const x = margin + barWidth / 2 + (i + 0.5) * pitch;
    const look = { "text-anchor": "middle" } as const;
    return [
      svgWords(x, top + 6, symbolGlyph(symbols[chain.first + i] ?? "") || "x", look),
      svgWords(x, top + 21, String(chain.first + i), { ...look, "font-size": 10, fill: softInk }),
    ];
  });
  const legend = keeps ? words.takeAlong.chainLegend(keeps) : words.takeAlong.chainWithoutWires;
  const whole = Math.max(width, widthOf([title, note, legend])) + 2 * margin;
  return svgPicture(whole, top + 44 + margin, "sans-serif", [
    svgWords(margin, margin + 14, title, { "font-size": 14, "font-weight": 600 }),
    svgWords(margin, margin + 34, note, { fill: softInk }),
    ...parts,
    ...steps,
    svgWords(margin, top + 44, legend, { fill: softInk }),
  ]);
}

/** What a canvas is asked to fill becomes rectangles. */
function svgPen(left: number, top: number) {
  const drawn: string[] = [];
  const pen = {
    drawn,
    fillStyle: "",
    globalAlpha: 1,
    fillRect(x: number, y: number, width: number, height: number) {
      if (pen.fillStyle === "transparent") return;
      const place = {
        x: hundredths(left + x),
        y: hundredths(top + y),
        width: hundredths(width),
        height: hundredths(height),
      };
      const opacity = Math.round(pen.globalAlpha * 1000) / 1000;
      drawn.push(svgElement("rect", { ...place, fill: pen.fillStyle, ...(opacity < 1 && { opacity }) }));
    },
  };
  return pen;
}
