/** What is read, where it is no symbols, in a picture of lanes: lines, a picture, sound or a drawing, as the stage draws it. */
import type { AllWords } from "../../../words/catalogue";
import { say } from "../../../words/say";
import { scaleBar } from "../../takeAlong/scaleBar";
import { hundredths, ink, softInk, svgElement, svgWords, widthOf } from "../../takeAlong/svgText";
import { colourScale, withBounds } from "../paint/colourScale";
import { paintPixels } from "../paint/paintPixels";
import { paintPlane, upwards } from "../paint/paintPlane";
import { range } from "../paint/range";
import { featureChart } from "./featureChart";
import { imageLayout, pixelAt } from "./imageLayout";
import { drawnAs, type FeatureSequence, scaledEnds, scaledPlane } from "./inputShape";
import { loudnessBounds } from "./loudnessBounds";
import { drawnBy, penPath } from "./penPath";
import {
  type HrefOf,
  imageInPlot,
  type PicturePart,
  type PicturePlot,
  pictureLabelWidth,
  pictureMargin,
} from "./picturePlot";
import { scaledAt, type Trace } from "./traces";

export interface FeaturePicture extends PicturePart {
  /** What stands under it; empty where it needs no words. */
  readonly note: string;
}

/** How pictures leave the page. */
export interface PictureMeans {
  readonly href: HrefOf;
  /** CSS colours of lines by number, from 1, on white. */
  readonly traceColours: readonly string[];
}

interface Place {
  readonly words: AllWords;
  readonly plot: PicturePlot;
  readonly top: number;
  readonly means: PictureMeans;
}

const noteHeight = 18;
const zeroLine = "rgb(212, 216, 222)";

/** @param top of the picture, whose highest line this becomes */
export function featurePicture(sequence: FeatureSequence, place: Place): FeaturePicture {
  const part = partOf(sequence, place);
  if (part.note === "") return part;
  const { top } = place;
  const said = svgWords(pictureMargin, top + part.height + noteHeight - 4, part.note, { fill: softInk });
  return { ...part, drawn: part.drawn + said, height: part.height + noteHeight };
}

function partOf(sequence: FeatureSequence, place: Place): FeaturePicture {
  const { stage } = place.words;
  switch (drawnAs(sequence.input)) {
    case "lines":
      return linesPart(sequence, place, stage.reads);
    case "stroke":
      return strokePart(sequence, place);
    case "image":
      return imagePart(sequence, place);
    case "spectrogram":
      return soundPart(sequence, place);
    case "many":
      return manyPart(sequence, place);
  }
}

const titled = (top: number, title: string) =>
  svgWords(pictureMargin, top + 12, title, { "font-weight": 600 });

function imagePart({ input, steps }: FeatureSequence, { words, plot, top, means }: Place): FeaturePicture {
  const { pixels, channels } = imageLayout(input);
  const image = imageInPlot(plot, top, { steps, rows: pixels }, means.href, (image) =>
    paintPixels(image, (x, y) => pixelAt(input.values, { pixels, channels }, x, y)),
  );
  return { ...image, drawn: titled(top, words.stage.reads) + image.drawn, note: "" };
}

function soundPart({ input, steps }: FeatureSequence, { words, plot, top, means }: Place): FeaturePicture {
  const { features, values } = input;
  const I = features.length;
  const { min, max } = loudnessBounds(features);
  const scale = withBounds(colourScale("power", "light"), min, max);
  const image = imageInPlot(plot, top, { steps, rows: I }, means.href, (image) =>
    paintPlane(image, { data: values, first: 0, stride: I }, scale, upwards(steps, I)),
  );
  const label = titled(top, words.stage.hears) + scaleBar(scale, pictureMargin, top + 20);
  return {
    ...image,
    drawn: label + image.drawn,
    note: words.stage.soundAbout({ unit: features[0]?.unit ?? null }),
  };
}

function manyPart({ input, steps }: FeatureSequence, { words, plot, top, means }: Place): FeaturePicture {
  const rows = input.features.length;
  const scale = withBounds(colourScale("state", "light"), scaledEnds.min, scaledEnds.max);
  const image = imageInPlot(plot, top, { steps, rows }, means.href, (image) =>
    paintPlane(image, scaledPlane(input), scale),
  );
  const label = titled(top, words.stage.reads) + scaleBar(scale, pictureMargin, top + 20);
  return { ...image, drawn: label + image.drawn, note: words.stage.featureRows({ features: rows }) };
}

const [swatchWidth, entryHeight, entrySize] = [18, 15, 11];
const [leastLines, drawingSide] = [110, 96];

/** @param under the title, what else stands there, so high */
function linesPart(
  sequence: FeatureSequence,
  { words, plot, top, means }: Place,
  title: string,
  under: PicturePart = { drawn: "", height: 0 },
): FeaturePicture {
  const { traces, bounds, ends } = featureChart(sequence);
  const first = top + 22 + under.height;
  const names = sequence.input.features.map(({ name, unit }, i) => {
    const y = first + i * entryHeight;
    const said = shortened(
      unit === null ? say(words, name) : words.evaluation.nameAndUnit({ name: say(words, name), unit }),
    );
    const line = { x1: pictureMargin, x2: pictureMargin + swatchWidth, y1: y + 4, y2: y + 4 };
    return (
      svgElement("line", { ...line, ...strokeOf(traces[i], means), "stroke-width": 2.5 }) +
      svgWords(pictureMargin + swatchWidth + 6, y + 8, said, { "font-size": entrySize })
    );
  });
  const height = Math.max(leastLines, first - top + names.length * entryHeight);
  const y = (value: number) => top + height * (1 - (value - bounds.min) / (bounds.max - bounds.min));
  const across = { x1: plot.left, x2: plot.left + plot.width };
  const zero =
    bounds.min < 0 && bounds.max > 0
      ? svgElement("line", { ...across, y1: y(0), y2: y(0), stroke: zeroLine })
      : "";
  const lines = traces.map((trace) => traceDrawn(trace, sequence.steps, plot, y, strokeOf(trace, means)));
  const look = { "text-anchor": "end", "font-size": 9, fill: softInk } as const;
  const [upper, lower] = (ends ?? []).map((end, i) =>
    svgWords(plot.left - 6, i === 0 ? top + 8 : top + height, end, look),
  );
  return {
    drawn: [titled(top, title), under.drawn, ...names, zero, ...lines, upper ?? "", lower ?? ""].join(""),
    height,
    note: ends || under.height > 0 ? "" : words.stage.ownScales,
  };
}

function strokePart(sequence: FeatureSequence, place: Place): FeaturePicture {
  const { steps, input } = sequence;
  const path = penPath(input.values);
  const at = { x: pictureMargin, y: place.top + 20, width: drawingSide, height: drawingSide };
  const pen = {
    d: drawnBy(path, steps),
    fill: "none",
    stroke: ink,
    "stroke-width": path.viewBox[2] / 48,
  } as const;
  const drawing = svgElement("svg", { ...at, viewBox: path.viewBox.join(" ") }, svgElement("path", pen));
  return linesPart(sequence, place, place.words.stage.draws, { drawn: drawing, height: drawingSide + 8 });
}

const strokeOf = ({ look }: Trace, { traceColours }: PictureMeans) => ({
  stroke: traceColours[look.colour - 1] ?? ink,
  "stroke-dasharray": look.dash.join(" ") || "none",
});

/** Columns so wide, in CSS pixels, show each value as a dot as well. */
const dotColumn = 14;

function traceDrawn(
  trace: Trace,
  steps: number,
  { middle, column }: PicturePlot,
  y: (value: number) => number,
  stroke: ReturnType<typeof strokeOf>,
): string {
  const points = range(steps).flatMap((t) => {
    const value = scaledAt(trace, t);
    return Number.isFinite(value) ? [{ t, x: hundredths(middle(t)), y: hundredths(y(value)) }] : [];
  });
  const d = points.map(({ t, x, y }, i) => `${points[i - 1]?.t === t - 1 ? "L" : "M"}${x} ${y}`).join("");
  const line = svgElement("path", {
    d,
    fill: "none",
    ...stroke,
    "stroke-width": trace.width,
    "stroke-linejoin": "round",
  });
  const dots =
    column >= dotColumn || steps === 1
      ? points.map(({ x, y }) =>
          svgElement("circle", { cx: x, cy: y, r: 1 + trace.width / 2, fill: stroke.stroke }),
        )
      : [];
  return line + dots.join("");
}

/** As much of a name as has room beside its line. */
function shortened(name: string): string {
  const room = ((pictureLabelWidth - swatchWidth - 6) * 12) / entrySize;
  if (widthOf([name]) <= room) return name;
  const letters = Array.from(name);
  while (letters.length > 1 && widthOf([`${letters.join("")}…`]) > room) letters.pop();
  return `${letters.join("")}…`;
}
