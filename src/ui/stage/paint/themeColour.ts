/** The colours of the theme in force (`theme.css`) for what is drawn on a canvas. */

const names = [
  "--line",
  "--sunken",
  "--good",
  "--text-soft",
  "--gate-z",
  "--gate-r",
  "--gate-n",
  "--gate-o",
  "--gate-c",
  "--gate-h",
  "--trace-1",
  "--trace-2",
  "--trace-3",
  "--trace-4",
  "--trace-5",
  "--trace-6",
  "--trace-7",
  "--trace-8",
] as const;

type CanvasColour = (typeof names)[number];

/** Of the lines of traces, in their order. */
export const traceColourNames = names.filter((name) => name.startsWith("--trace-"));

const read = new Map<string | undefined, ReadonlyMap<CanvasColour, string>>();

/**
 * All are read with the first, once a theme: to ask the browser in a frame has it lay the page out in the middle of what changes it,
 * and then again.
 */
export function themeColour(name: CanvasColour): string {
  const root = document.documentElement;
  let colours = read.get(root.dataset.theme);
  if (!colours) {
    const style = getComputedStyle(root);
    colours = new Map(names.map((one) => [one, style.getPropertyValue(one)]));
    read.set(root.dataset.theme, colours);
  }
  return colours.get(name) ?? "";
}
