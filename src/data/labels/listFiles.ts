/** Which files of a folder are lists beside its examples. */
import { extensionOf } from "../extensionOf";
import { tableExtensions } from "../folderContent";
import { fileOf, stemOf } from "./labelSource";

const listExtensions: readonly string[] = [...tableExtensions, "txt"];
/** A longer file is no list of files. */
export const mostListBytes = 4 * 2 ** 20;
const mostLists = 8;
const telling = /label|target|class|meta|annot|index|list|truth/i;

/** Names that differ in their numbers alone are of one kind. */
const kindOf = (path: string): string => fileOf(path).toLowerCase().replace(/\d+/g, "#");

/**
 * Of tables, those that are a sequence each: the most frequent kind of name, or all but those whose names tell of lists where
 * names have nothing in common.
 */
export function sequenceTables(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(kindOf(path), (counts.get(kindOf(path)) ?? 0) + 1);
  const [kind, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  if (count > 1 && count >= paths.length / 2) return paths.filter((path) => kindOf(path) === kind);
  return paths.filter((path) => !telling.test(stemOf(path)));
}

/** Files that may be lists, those whose names say so first. */
export function listCandidates(paths: readonly string[], examples: ReadonlySet<string>): readonly string[] {
  const others = paths.filter((path) => !examples.has(path) && listExtensions.includes(extensionOf(path)));
  const rank = (path: string) =>
    Number(!telling.test(stemOf(path))) + 2 * Number(!tableExtensions.includes(extensionOf(path)));
  return others.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostLists);
}
