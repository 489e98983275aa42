/** The colour of letters on a coloured ground: black or white, whichever is easier to read. */

/** Relative luminance of an "rgb(r g b)" colour, 0 to 1. https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
export function luminance(css: string): number {
  const [red = 0, green = 0, blue = 0] = (css.match(/\d+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

/** At least 4.5 : 1 on any ground. */
export function inkOn(css: string): "#000" | "#fff" {
  const ground = luminance(css);
  return contrast(ground, 0) >= contrast(ground, 1) ? "#000" : "#fff";
}
