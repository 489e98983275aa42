/** Parts of the page, of which a small screen shows one at a time, in the order in which they stand. */
export const places = ["stage", "data", "settings", "results"] as const;
export type Place = (typeof places)[number];

/** How they are reached (widths as in `styles/widths.css`): by a bar, of which one is in sight; by a rail beside the stage; or all are. */
export function arrangement(): "bar" | "rail" | "all" {
  if (matchMedia("(width < 720px)").matches) return "bar";
  return matchMedia("(width < 1200px)").matches ? "rail" : "all";
}
