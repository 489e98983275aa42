/**
 * The colours of the theme in force (`theme.css`) for what is drawn on a canvas. Each is read once a theme: to ask the browser in every
 * frame would have it lay the page out in the middle of what changes it, and then again.
 */
const read = new Map<string, string>();

/** @param name of the property, with its hyphens */
export function themeColour(name: string): string {
  const root = document.documentElement;
  const place = `${root.dataset.theme} ${name}`;
  const known = read.get(place);
  if (known !== undefined) return known;
  const colour = getComputedStyle(root).getPropertyValue(name);
  read.set(place, colour);
  return colour;
}
