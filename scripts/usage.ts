/** For scripts that run.mjs runs. */

/** A script was called with what it cannot use: run.mjs prints the message alone, and exits with code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A whole number from 1 on that was given as an option. */
export function countOption(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new UsageError(`--${name}: "${text}" is not a whole number from 1 on.`);
}
