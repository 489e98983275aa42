/** SVG as text, for pictures that leave the page: elements, letters in them, and how much room these need. */

export const ink = "rgb(23, 27, 34)";
export const softInk = "rgb(81, 90, 105)";

type AttributeName =
  | "xmlns"
  | "x"
  | "y"
  | "x1"
  | "x2"
  | "y1"
  | "y2"
  | "cx"
  | "cy"
  | "r"
  | "d"
  | "width"
  | "height"
  | "viewBox"
  | "preserveAspectRatio"
  | "href"
  | "image-rendering"
  | "fill"
  | "stroke"
  | "stroke-width"
  | "stroke-dasharray"
  | "stroke-linejoin"
  | "font-family"
  | "font-size"
  | "font-weight"
  | "text-anchor"
  | "opacity"
  | "transform";
export type SvgAttributes = Partial<Readonly<Record<AttributeName, string | number>>>;

/** @param content already as it is to stand */
export function svgElement(name: string, attributes: SvgAttributes, content = ""): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${given.join("")}>${content}</${name}>`;
}

export const svgWords = (x: number, y: number, words: string, attributes: SvgAttributes = {}): string =>
  svgElement("text", { x, y, ...attributes }, escaped(words));

/** A picture on white. */
export function svgPicture(width: number, height: number, fontFamily: string, content: readonly string[]) {
  const ground = svgElement("rect", { width: "100%", height: "100%", fill: "#ffffff" });
  const whole = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": fontFamily,
    "font-size": 12,
    fill: ink,
  };
  return { text: svgElement("svg", whole, [ground, ...content].join("")), width, height };
}

/** A place in CSS pixels, as exactly as can be seen. */
export const hundredths = (place: number): number => Math.round(place * 100) / 100;

const letterPx = 7;

/** CSS pixels of the longest, of letters 12 px high; those of Chinese are as wide as high. */
export const widthOf = (texts: readonly string[]): number =>
  Math.max(
    0,
    ...texts.map((text) => Array.from(text).reduce((sum, one) => sum + (one > "\u2e80" ? 12 : letterPx), 0)),
  );

const signs: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);
/** Of what XML does not allow at all nothing is left. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => signs.get(sign) ?? sign)
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu, "");
