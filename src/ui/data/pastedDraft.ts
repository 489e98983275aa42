/** A text that is typed or pasted, in the field that takes it. */

/**
 * What a field holds at most: browsers lay all lines of one out at once, and a paste of many takes a time that grows with their
 * square, for 200,000 lines ten minutes.
 */
const [mostLength, mostLines] = [100_000, 2000] as const;

/** Whether a text is too long for a field, which then shows its beginning. */
export function isLong(text: string): boolean {
  if (text.length > mostLength) return true;
  let at = -1;
  for (let lines = 1; lines <= mostLines; lines++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Of a long text, in whole characters. */
export const beginningOf = (text: string): string =>
  `${text.slice(0, 1000).replace(/[\uD800-\uDBFF]$/, "")}…`;

/** With what is pasted in the place of what is selected. */
export const withPasted = (text: string, pasted: string, [from, to]: readonly [number, number]): string =>
  text.slice(0, from) + pasted.replaceAll(/\r\n?/g, "\n") + text.slice(to);
