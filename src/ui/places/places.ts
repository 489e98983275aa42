/** Parts of the page, of which a small screen shows one at a time, in the order in which they stand. */
export const places = ["stage", "data", "settings", "results"] as const;
export type Place = (typeof places)[number];
