import { formatCount } from "../../data/phrases";

/** Of files that could not be read, why not, a sentence each: what is said of them all. */
export function leftOutFiles(noun: string, problems: readonly string[]): string[] {
  if (problems.length === 0) return [];
  if (problems.length === 1) return [`1 ${noun} could not be read and is left out. ${problems[0]}`];
  return [
    `${formatCount(problems.length)} ${noun}s could not be read and are left out. The first: ${problems[0]}`,
  ];
}
