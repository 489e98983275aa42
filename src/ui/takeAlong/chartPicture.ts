/** A chart as a picture of its own: light whatever the theme, with its title and its legend, and nothing that only the page's styles say. */

/** What decides how letters and shapes look, beside their geometry; other elements only hold them. */
const ofLetters = ["fill", "opacity", "font-size", "font-weight", "text-anchor"] as const;
const ofShapes = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
] as const;
const letters: ReadonlySet<string> = new Set(["text", "tspan"]);
const shapes: ReadonlySet<string> = new Set(["path", "line", "rect", "circle", "polyline", "polygon"]);

const namespace = "http://www.w3.org/2000/svg";
const margin = 12;
const titleHeight = 30;
const legendHeight = 22;

export interface ChartPicture {
  /** Of an SVG file. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/**
 * @param figure has the chart
 * @param legend an entry of a line each, whose `::before` is drawn as the line is
 */
export function chartPicture(
  figure: HTMLElement,
  legend: HTMLElement | null,
  title: string,
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
    const copy = host.appendChild(withNode(chart.cloneNode(true), SVGSVGElement));
    const entries = legend ? host.appendChild(withNode(legend.cloneNode(true), HTMLElement)) : null;
    for (const element of [copy, ...copy.querySelectorAll("*")]) settle(element);
    const picture = svg("svg", { xmlns: namespace });
    const drawn = entries ? legendOf(entries, width) : null;
    const whole = height + titleHeight + (drawn?.height ?? 0) + 2 * margin;
    attribute(picture, { width: width + 2 * margin, height: whole });
    attribute(picture, { viewBox: `0 0 ${width + 2 * margin} ${whole}` });
    picture.append(svg("rect", { width: "100%", height: "100%", fill: "#ffffff" }));
    const { fontFamily, color } = getComputedStyle(host);
    attribute(picture, { "font-family": fontFamily });
    picture.append(
      textAt(margin, margin + 14, title, {
        fill: color,
        "font-size": sizeFor(title, width),
        "font-weight": 600,
      }),
    );
    attribute(copy, { x: margin, y: margin + titleHeight - 8, width, height });
    picture.append(copy);
    if (drawn) {
      attribute(drawn.group, {
        transform: `translate(${margin} ${margin + titleHeight + height})`,
        fill: color,
      });
      picture.append(drawn.group);
    }
    const text = new XMLSerializer().serializeToString(picture);
    return { text, width: width + 2 * margin, height: whole };
  } finally {
    host.remove();
  }
}

/** Of a title on one line: letters are about 0.6 of their size wide, those of Chinese as wide as high. */
function sizeFor(title: string, width: number): number {
  const ems = Array.from(title).reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.6), 0);
  return Math.min(14, Math.round((10 * width) / ems) / 10);
}

function withNode<T extends Node>(node: Node, Kind: new () => T): T {
  if (!(node instanceof Kind)) throw new TypeError("A copy is of another kind.");
  return node;
}

/** What the page's styles say of it becomes its own. */
function settle(element: Element): void {
  const computed = getComputedStyle(element);
  const looks = letters.has(element.tagName) ? ofLetters : shapes.has(element.tagName) ? ofShapes : [];
  const found = looks.map((name) => [name, computed.getPropertyValue(name)] as const);
  for (const name of ["class", "style", "tabindex", "role"]) element.removeAttribute(name);
  for (const [name, value] of found) if (value !== "") element.setAttribute(name, value);
}

const dashesOf: ReadonlyMap<string, string> = new Map([
  ["dashed", "6 4"],
  ["dotted", "2 3"],
]);

/** Entries one after the other, in as many lines as they need. */
function legendOf(legend: HTMLElement, width: number) {
  const group = svg("g", { "font-size": 12 });
  let [x, line] = [0, 0];
  for (const entry of legend.children) {
    const said = entry.textContent ?? "";
    const { borderTopColor, borderTopWidth, borderTopStyle } = getComputedStyle(entry, "::before");
    const room = 46 + 7 * said.length;
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    const y = line * legendHeight + 10;
    const dashes = dashesOf.get(borderTopStyle) ?? "none";
    group.append(
      svg("line", {
        x1: x,
        x2: x + 18,
        y1: y,
        y2: y,
        stroke: borderTopColor,
        "stroke-width": Number.parseFloat(borderTopWidth),
        "stroke-dasharray": dashes,
      }),
      textAt(x + 24, y + 4, said, {}),
    );
    x += room;
  }
  return { group, height: (line + 1) * legendHeight };
}

type AttributeName =
  | "xmlns"
  | "x"
  | "y"
  | "x1"
  | "x2"
  | "y1"
  | "y2"
  | "width"
  | "height"
  | "viewBox"
  | "transform"
  | "fill"
  | "stroke"
  | "stroke-width"
  | "stroke-dasharray"
  | "font-family"
  | "font-size"
  | "font-weight";
type Attributes = Partial<Readonly<Record<AttributeName, string | number>>>;

function svg<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Attributes) {
  const element = document.createElementNS(namespace, name);
  attribute(element, attributes);
  return element;
}

function attribute(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (name !== "xmlns") element.setAttribute(name, String(value));
}

function textAt(x: number, y: number, said: string, attributes: Attributes): SVGTextElement {
  const element = svg("text", { x, y, ...attributes });
  element.textContent = said;
  return element;
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
