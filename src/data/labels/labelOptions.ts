/** What the labels of files could be that lie in no folders of their labels. */
import { maxLabels } from "./folderLevels";
import type { LabelList } from "./labelList";
import {
  fileOf,
  type LabelExample,
  type LabelOf,
  type LabelOption,
  type NameSource,
  nameLabel,
  partsOf,
} from "./labelSource";

/** More are no classes. */
const mostParts = 6;
const shownExamples = 3;
/** The share of files that must have a label. */
const leastLabelled = 0.9;

/**
 * The likeliest first: columns of lists, then parts of the name, then, of texts, all of it.
 *
 * @param paths of the files that are examples
 * @param lists what lies beside them
 * @param areTexts whether a file can be many examples, a line each
 */
export function labelOptions(
  paths: readonly string[],
  lists: readonly LabelList[],
  areTexts: boolean,
): readonly LabelOption[] {
  const ofLists = lists.flatMap(({ path, columns }) =>
    Array.from(columns, ([column, labels]) =>
      option(paths, { kind: "list", path, column }, (one) => labels.get(one) ?? null),
    ),
  );
  // More of them than a call takes arguments.
  const parts = paths.reduce((most, path) => Math.max(most, Math.min(mostParts, partsOf(path).length)), 0);
  const ofNames: Exclude<NameSource, { kind: "list" }>[] = [
    ...Array.from({ length: parts }, (_, part) => ({ kind: "namePart", part }) as const),
    { kind: "nameLetters" },
  ];
  const named = ofNames.map((source) => option(paths, source, nameLabel(source)));
  const found = [...ofLists, ...named].flatMap((one) => (one === null ? [] : [one]));
  return areTexts && paths.length >= 2 && paths.length <= maxLabels ? [...found, whole(paths)] : found;
}

/** Null where these are no classes: one, nearly as many as files, or too many. */
function option(paths: readonly string[], source: NameSource, labelOf: LabelOf): LabelOption | null {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const label = labelOf(path);
    if (label !== null && label !== "") counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labelled = [...counts.values()].filter((count) => count > 1);
  const files = labelled.reduce((sum, count) => sum + count, 0);
  if (labelled.length < 2 || labelled.length > maxLabels || files < leastLabelled * paths.length) return null;
  return { source, labels: labelled.length, examples: examplesOf(paths, labelOf) };
}

function whole(paths: readonly string[]): LabelOption {
  const source = { kind: "fileName" } as const;
  return { source, labels: paths.length, examples: examplesOf(paths, nameLabel(source)) };
}

/** Of different labels first. */
function examplesOf(paths: readonly string[], labelOf: LabelOf): readonly LabelExample[] {
  const seen = new Set<string>();
  const different: LabelExample[] = [];
  const others: LabelExample[] = [];
  for (const path of paths) {
    const label = labelOf(path);
    if (label === null || label === "") continue;
    (seen.has(label) ? others : different).push({ file: fileOf(path), label });
    seen.add(label);
    if (different.length >= shownExamples) break;
  }
  return [...different, ...others].slice(0, shownExamples);
}
