/** How the line of a run is told from the others'. */
interface Stroke {
  readonly colour: string;
  /** Null for a whole line. */
  readonly dashes: string | null;
}

/** As many as the theme has. */
const colours = 8;

/** @param number from 1; after the last colour they begin again, dashed */
export const strokeOf = (number: number): Stroke => ({
  colour: `var(--trace-${((number - 1) % colours) + 1})`,
  dashes: number > colours ? "6 4" : null,
});
