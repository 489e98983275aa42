/**
 * The lanes of a layer as a picture of its own: every unit at every step, light whatever the theme, with what is read and expected
 * above it, the numbers of units and steps beside it, and for each lane its scale. Of time that runs to the left it is mirrored.
 */
import type { AllWords } from "../../../words/catalogue";
import { say } from "../../../words/say";
import type { CellRow } from "../../cells/cellDescription";
import type { ChartPicture } from "../../takeAlong/chartPicture";
import { scaleBar, scaleBarHeight } from "../../takeAlong/scaleBar";
import { ink, softInk, svgElement, svgPicture, svgWords, widthOf } from "../../takeAlong/svgText";
import { graphemesOf, shapedText } from "../graphemes";
import { paintPlane } from "../paint/paintPlane";
import { range } from "../paint/range";
import { readingDirection } from "../readingDirection";
import type { StageView } from "../stageView";
import { symbolGlyph } from "../symbols";
import { featurePicture, type PictureMeans } from "./featurePicture";
import {
  type HrefOf,
  imageInPlot,
  type PicturePart,
  type PicturePlot,
  pictureLabelWidth,
  pictureMargin,
  rowHeight,
} from "./picturePlot";
import { picturedRow, rowCount } from "./rows";

export type PicturedLanes = Pick<
  StageView,
  "sequence" | "answer" | "layer" | "change" | "symbols" | "predictions" | "steps" | "units" | "order"
>;

interface LanesWords {
  readonly title: string;
  /** Of which moment, layer and order it is. */
  readonly note: string;
  /** Whether under each symbol stands what is expected there. */
  readonly answered: boolean;
}

/** Of the numbers of units. */
const axisWidth = 44;
const gap = 10;
const fontFamily = "sans-serif";
/** CSS pixels. */
const [mostWidth, usualWidth, widestColumn, narrowestLetter] = [7_000, 960, 16, 9];
const leastLane = 52;
/** Numbers on an axis are no nearer to each other. */
const [unitTick, stepTick] = [11, 56];

export function lanesPicture(
  words: AllWords,
  view: PicturedLanes,
  rows: readonly CellRow[],
  { title, note, answered }: LanesWords,
  means: PictureMeans,
): ChartPicture {
  const { symbols, steps, sequence } = view;
  const readsSymbols = symbols.some((symbol) => symbol !== "");
  const least = readsSymbols ? narrowestLetter : 1;
  const column = Math.min(widestColumn, mostWidth / steps, Math.max(least, Math.floor(usualWidth / steps)));
  const isMirrored = readingDirection(symbols) === "rtl";
  const left = pictureMargin + pictureLabelWidth + axisWidth;
  const plot: PicturePlot = {
    left,
    column,
    isMirrored,
    width: steps * column,
    middle: (first, count = 1) => {
      const along = (first + count / 2) * column;
      return left + (isMirrored ? steps * column - along : along);
    },
  };
  const strip = readsSymbols && column >= narrowestLetter ? stripOf(words, view, plot, answered) : emptyStrip;
  let top = pictureMargin + 52 + strip.height;
  const lanes: string[] = [];
  let inputNote = "";
  if (sequence?.input.kind === "features") {
    const read = featurePicture({ input: sequence.input, steps }, { words, plot, top, means });
    lanes.push(read.drawn);
    inputNote = read.note;
    top += read.height + gap;
  }
  for (const row of rows) {
    const lane = laneOf(words, view, row, plot, top, means.href);
    lanes.push(lane.drawn);
    top += lane.height + gap;
  }
  const width =
    Math.max(left + plot.width, pictureMargin + widthOf([title, note, strip.legend, inputNote])) +
    pictureMargin;
  return svgPicture(width, top + 34 + pictureMargin, fontFamily, [
    svgWords(pictureMargin, pictureMargin + 14, title, { "font-size": 14, "font-weight": 600 }),
    svgWords(pictureMargin, pictureMargin + 34, note, { fill: softInk }),
    strip.drawn,
    ...lanes,
    timeAxis(words, steps, plot, top),
  ]);
}

interface Strip extends PicturePart {
  /** What its looks mean; empty where they mean nothing. */
  readonly legend: string;
}
const emptyStrip: Strip = { drawn: "", height: 0, legend: "" };
const legendHeight = 16;

/** What is read, and what is expected; on end where it is words. */
function stripOf(words: AllWords, view: PicturedLanes, { middle }: PicturePlot, answered: boolean): Strip {
  const { symbols, predictions, answer } = view;
  const isNext = answer?.kind === "class" && answer.next;
  const graphemes = graphemesOf(symbols);
  const read = graphemes.map((one, i) => ({
    at: middle(one.first, one.count),
    said:
      one.count > 1 || symbolGlyph(one.text) === one.text
        ? shapedText(one, graphemes[i - 1]?.text, graphemes[i + 1]?.text)
        : symbolGlyph(one.text),
    look: {},
  }));
  const expected = predictions.map(({ symbol, right }, t) => ({
    at: middle(t),
    said: symbolGlyph(say(words, symbol)),
    look: right === true ? { "font-weight": 700 } : { fill: softInk },
  }));
  const lines = [
    { name: words.stage.reads, cells: read },
    ...(answered && expected.length > 0
      ? [{ name: isNext ? words.stage.expects : words.stage.answers, cells: expected }]
      : []),
  ];
  let top = pictureMargin + 46;
  const parts: string[] = [];
  for (const { name, cells } of lines) {
    const standing = cells.some(({ said }) => Array.from(said).length > 2);
    const height = standing ? 6 + widthOf(cells.map(({ said }) => said)) : 18;
    const base = top + height - 4;
    parts.push(svgWords(pictureMargin, base, name, { fill: softInk }));
    for (const { at, said, look } of cells)
      parts.push(
        standing
          ? svgWords(at + 4, base, said, { ...look, transform: `rotate(-90 ${at + 4} ${base})` })
          : svgWords(at, base, said, { ...look, "text-anchor": "middle", "font-size": 11 }),
      );
    top += height;
  }
  const isJudged = answered && predictions.some(({ right }) => right !== null);
  const legend = isJudged ? words.takeAlong.lanesLegend({ next: isNext === true }) : "";
  if (isJudged) {
    top += legendHeight;
    parts.push(svgWords(pictureMargin, top - 4, legend, { fill: softInk }));
  }
  return { drawn: parts.join(""), height: top - pictureMargin - 40, legend };
}

function laneOf(
  words: AllWords,
  view: PicturedLanes,
  row: CellRow,
  plot: PicturePlot,
  top: number,
  href: HrefOf,
): PicturePart {
  const { plane, scale } = picturedRow({ ...view, theme: "light" }, row);
  const count = rowCount(row, view.layer, view.units);
  const shown = row.of === "units" ? view.order.units : range(count);
  const each = rowHeight(count);
  const height = count * each;
  const parts = [
    svgWords(
      pictureMargin,
      top + 12,
      `${words.cells.quantities[row.name]} ${view.change ? "Δ" : ""}${row.id}`,
      {
        "font-weight": 600,
      },
    ),
    scaleBar(scale, pictureMargin, top + 20),
    ...unitAxis(words, row, shown, each, plot.left - 6, top),
  ];
  if (plane) {
    const steps = range(view.steps);
    const cells = { steps: plot.isMirrored ? steps.reverse() : steps, units: shown };
    const size = { steps: view.steps, rows: count };
    parts.push(imageInPlot(plot, top, size, href, (image) => paintPlane(image, plane, scale, cells)).drawn);
  }
  return { drawn: parts.join(""), height: Math.max(height, leastLane, 20 + scaleBarHeight) };
}

/** Which unit stands where, as many of them as have room; and of what they are the numbers. */
function unitAxis(
  words: AllWords,
  { of }: CellRow,
  shown: readonly number[],
  each: number,
  right: number,
  top: number,
): string[] {
  const every = Math.ceil(unitTick / each);
  const look = { "text-anchor": "end", "font-size": 9, fill: softInk } as const;
  const numbers = shown.flatMap((unit, place) =>
    place % every === 0 ? [svgWords(right, top + (place + 0.5) * each + 3, String(unit), look)] : [],
  );
  const name = of === "units" ? words.takeAlong.unitAxis : words.takeAlong.inputAxis;
  const [x, y] = [right - 26, top + 4];
  return [...numbers, svgWords(x, y, name, { ...look, transform: `rotate(-90 ${x} ${y})` })];
}

const roundSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

function timeAxis(
  words: AllWords,
  steps: number,
  { left, width, column, middle }: PicturePlot,
  top: number,
): string {
  const every = roundSteps.find((step) => step * column >= stepTick) ?? steps;
  const ticks = range(Math.ceil(steps / every)).flatMap((i) => {
    const x = middle(i * every);
    return [
      svgElement("line", { x1: x, x2: x, y1: top - gap, y2: top - gap + 4, stroke: ink }),
      svgWords(x, top + 6, String(i * every), { "text-anchor": "middle", "font-size": 10 }),
    ];
  });
  const name = svgWords(left + width / 2, top + 24, words.stage.timeAxis, {
    "text-anchor": "middle",
    fill: softInk,
  });
  return [...ticks, name].join("");
}
