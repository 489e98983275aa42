/** The confusion matrix as a picture of its own: light whatever the theme, with its title and what its rows, columns and colours mean. */
import type { ClassEvaluation } from "../../data/evaluation/evaluationTypes";
import type { ChartPicture } from "../takeAlong/chartPicture";
import { svgElement, svgPicture, svgWords, widthOf } from "../takeAlong/svgText";
import { toldApart } from "../toldApart";
import { confusionAt } from "./confusion";

interface ConfusionWords {
  readonly title: string;
  /** Of the rows, and of the columns. */
  readonly corner: string;
  /** What a cell says. */
  readonly hint: string;
  /** One a class. */
  readonly labels: readonly string[];
  readonly cellText: (count: number, rate: number) => string;
}

type Rgb = readonly [red: number, green: number, blue: number];
/** Those of the page, where a cell is right and where it is not. */
const right: Rgb = [47, 87, 201];
const wrong: Rgb = [179, 38, 30];
const empty = "rgb(238, 240, 244)";

const cellHeight = 26;
const margin = 12;
const mostLetters = 24;

export function confusionPicture(
  evaluation: Pick<ClassEvaluation, "counts" | "classes">,
  { title, corner, hint, labels, cellText }: ConfusionWords,
): ChartPicture {
  const C = labels.length;
  const named = toldApart(labels, mostLetters - 1).map(shortened);
  const namePx = 16 + widthOf([...named, corner]);
  const cells = labels.map((_, truth) =>
    labels.map((_, predicted) => {
      const { count, rate } = confusionAt(evaluation, { truth, predicted });
      return { count, rate, text: cellText(count, rate), hue: truth === predicted ? right : wrong };
    }),
  );
  const cellWidth = Math.max(36, 12 + widthOf(cells.flat().map(({ text }) => text)));
  const [left, top] = [margin + namePx, margin + 34 + widthOf(named)];
  const width = Math.max(left + C * cellWidth + margin, 2 * margin + 8 * Math.max(title.length, hint.length));
  const height = top + C * cellHeight + 30 + margin;
  const letters = [
    svgWords(margin, margin + 14, title, { "font-size": 14, "font-weight": 600 }),
    svgWords(margin, top - 6, corner),
    ...named.map((label, c) => {
      const x = left + (c + 0.5) * cellWidth + 4;
      return svgWords(x, top - 6, label, { transform: `rotate(-90 ${x} ${top - 6})` });
    }),
    ...named.map((label, c) => svgWords(margin, top + c * cellHeight + 17, label)),
    svgWords(margin, height - margin, hint),
  ];
  const drawn = cells.flatMap((row, truth) =>
    row.flatMap(({ count, rate, text, hue }, predicted) => {
      const [x, y] = [left + predicted * cellWidth, top + truth * cellHeight];
      const fill = count === 0 ? empty : mixed(hue, 0.08 + 0.57 * rate);
      return [
        svgElement("rect", { x, y, width: cellWidth - 1, height: cellHeight - 1, fill }),
        svgWords(x + cellWidth / 2, y + 17, text, { "text-anchor": "middle" }),
      ];
    }),
  );
  return svgPicture(width, height, "sans-serif", [...letters, ...drawn]);
}

/** In white. */
function mixed(hue: Rgb, share: number): string {
  const [red, green, blue] = hue.map((value) => Math.round(255 + (value - 255) * share));
  return `rgb(${red}, ${green}, ${blue})`;
}

const shortened = (label: string): string => {
  const letters = Array.from(label);
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters - 1).join("")}…` : label;
};
