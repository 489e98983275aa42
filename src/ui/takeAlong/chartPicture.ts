/** A chart as a picture of its own: light whatever the theme, with its title and its legend, and nothing that only the page's styles say. */

import { softInk, svgElement, svgPicture, svgWords } from "./svgText";

/** What decides how letters and shapes look, beside their geometry; other elements only hold them. */
const ofLetters = [
  "fill",
  "stroke",
  "stroke-width",
  "paint-order",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;
const ofShapes = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linejoin",
  "marker-end",
  "opacity",
] as const;
const ofGroups = ["opacity"] as const;
/** What is not said of every element. */
const usual: ReadonlyMap<string, string> = new Map([
  ["opacity", "1"],
  ["paint-order", "normal"],
  ["stroke-linejoin", "miter"],
  ["marker-end", "none"],
]);
const letters: ReadonlySet<string> = new Set(["text", "tspan"]);
const shapes: ReadonlySet<string> = new Set(["path", "line", "rect", "circle", "polyline", "polygon"]);

const margin = 12;
const [titleHeight, noteHeight] = [30, 18];
const legendHeight = 22;

export interface ChartPicture {
  /** Of an SVG file. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** What stands under a chart. */
export interface PictureLegend {
  readonly drawn: string;
  readonly height: number;
}

interface ChartWords {
  readonly title: string;
  /** A line under the title. */
  readonly note?: string;
}

/**
 * @param figure has the chart
 * @param legendFor what is to stand under a chart so wide, made while all that is in `host` has the light theme
 * @param prepare changes the copy before its looks are read
 */
export function chartPicture(
  figure: HTMLElement,
  { title, note }: ChartWords,
  legendFor: (host: HTMLElement, width: number) => PictureLegend | null,
  prepare: (copy: SVGSVGElement) => void = () => undefined,
): ChartPicture | null {
  const chart = figure.querySelector("svg");
  if (!chart) return null;
  const { width, height } = chart.getBoundingClientRect();
  const host = document.createElement("div");
  host.dataset["theme"] = "light";
  host.className = "visually-hidden";
  host.style.color = "var(--text)";
  host.style.fontSize = getComputedStyle(chart).fontSize;
  document.body.append(host);
  try {
    const copy = host.appendChild(copyOf(chart, SVGSVGElement));
    prepare(copy);
    const { fontFamily } = getComputedStyle(host);
    settle(copy, fontFamily);
    const legend = legendFor(host, width);
    const top = margin + titleHeight + (note === undefined ? 0 : noteHeight) - 8;
    for (const [name, value] of Object.entries({ x: margin, y: top, width, height }))
      copy.setAttribute(name, String(value));
    const under = { transform: `translate(${margin} ${top + 8 + height})` };
    return svgPicture(width + 2 * margin, top + 8 + height + (legend?.height ?? 0) + margin, fontFamily, [
      svgWords(margin, margin + 14, title, { "font-size": sizeFor(title, width), "font-weight": 600 }),
      note === undefined ? "" : svgWords(margin, margin + titleHeight + 4, note, { fill: softInk }),
      new XMLSerializer().serializeToString(copy),
      legend ? svgElement("g", under, legend.drawn) : "",
    ]);
  } finally {
    host.remove();
  }
}

/** Of a title on one line: letters are about 0.6 of their size wide, those of Chinese as wide as high. */
function sizeFor(title: string, width: number): number {
  const ems = Array.from(title).reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.6), 0);
  return Math.min(14, Math.round((10 * width) / ems) / 10);
}

function copyOf<T extends Element>(element: T, Kind: new () => T): T {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Kind)) throw new TypeError("A copy is of another kind.");
  return copy;
}

/** What the page's styles say of all in a chart becomes its own; `fontFamily` is said of the whole picture. */
function settle(chart: SVGSVGElement, fontFamily: string): void {
  const elements = [chart, ...chart.querySelectorAll("*")];
  // All is read before anything changes: much of it comes from what stands around.
  const looks = elements.map((element) => looksOf(element, fontFamily));
  for (const [i, element] of elements.entries()) {
    for (const { name } of [...element.attributes]) if (ofThePage.test(name)) element.removeAttribute(name);
    for (const [name, value] of looks[i]) element.setAttribute(name, value);
  }
}

/** Attributes that mean something on the page alone. */
const ofThePage = /^(class|style|tabindex|role|data-.*|aria-.*)$/;

function looksOf(element: Element, fontFamily: string): readonly (readonly [string, string])[] {
  const { tagName } = element;
  const computed = getComputedStyle(element);
  const names = letters.has(tagName)
    ? ofLetters
    : shapes.has(tagName)
      ? ofShapes
      : tagName === "g"
        ? ofGroups
        : [];
  const found = names.flatMap((name) => {
    const value = computed.getPropertyValue(name);
    return value === "" || value === usual.get(name) ? [] : [[name, value] as const];
  });
  const isOwnFont = letters.has(tagName) && computed.fontFamily !== fontFamily;
  return isOwnFont ? [...found, ["font-family", computed.fontFamily]] : found;
}

const dashesOf: ReadonlyMap<string, string> = new Map([
  ["dashed", "6 4"],
  ["dotted", "2 3"],
]);

/**
 * Entries one after the other, in as many lines as they need.
 * @param legend an entry of a line each, whose `::before` is drawn as the line is
 */
export function lineLegend(legend: HTMLElement, host: HTMLElement, width: number): PictureLegend {
  const entries = host.appendChild(copyOf(legend, HTMLElement)).children;
  const parts: string[] = [];
  let [x, line] = [0, 0];
  for (const entry of entries) {
    const said = entry.textContent ?? "";
    const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(entry, "::before");
    const room = 46 + 7 * said.length;
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    const y = line * legendHeight + 10;
    parts.push(
      svgElement("line", {
        x1: x,
        x2: x + 18,
        y1: y,
        y2: y,
        stroke: borderTopColor,
        "stroke-width": Number.parseFloat(borderTopWidth),
        "stroke-dasharray": dashesOf.get(borderTopStyle) ?? "none",
      }),
      svgWords(x + 24, y + 4, said),
    );
    x += room;
  }
  return { drawn: parts.join(""), height: (line + 1) * legendHeight };
}

/** Twice as many pixels as on the page. */
const scale = 2;

export async function pngOf({ text, width, height }: ChartPicture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(Math.round(scale * width), Math.round(scale * height));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/png" });
  } finally {
    URL.revokeObjectURL(url);
  }
}
