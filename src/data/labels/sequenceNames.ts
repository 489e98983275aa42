/** What sequences are called that are a file each. */
import { stemOf, withoutEnding } from "./labelSource";

/** By path: the file's name without its ending, or as much more of the path, the same of all, as tells every file apart. */
export function sequenceNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const nameOf = [stemOf, withoutEnding].find((of) => new Set(paths.map(of)).size === paths.length);
  return new Map(paths.map((path) => [path, nameOf?.(path) ?? path]));
}
