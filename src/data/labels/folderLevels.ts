/**
 * Which of the folders around a file is its label, where folders lie in folders: of class/part/file, train/class/file and
 * class/train/file it is the class. What tells classes apart has several names that are neither shares of data, nor mere numbers, nor
 * of one file each.
 */
import type { FolderLevel, LabelExample, LabelOf, LabelOption } from "./labelSource";

export const maxLabels = 1000;

const shownExamples = 3;
/** Folders in folders beyond that are no classes. */
const mostLevels = 8;

const foldersOf = (path: string): readonly string[] => path.split("/").filter(Boolean).slice(0, -1);

/** The folder right around each file, whatever the others are. */
const innermost: FolderLevel = { kind: "folder", from: "file", at: 0 };

/** The label of one of these files; null of a file that has no folder there. */
export function folderLabel(paths: readonly string[], level: FolderLevel): LabelOf {
  const shared = sharedFolders(paths.map(foldersOf));
  return (path) => folderAt(foldersOf(path), shared, level);
}

function folderAt(folders: readonly string[], shared: number, { from, at }: FolderLevel): string | null {
  const place = from === "top" ? shared + at : folders.length - 1 - at;
  const isBelow = place >= shared || (from === "file" && at === 0);
  return (isBelow && folders[place]) || null;
}

/** How many folders all files that lie in any have around them. */
function sharedFolders(all: readonly (readonly string[])[]): number {
  const given = all.filter((folders) => folders.length > 0);
  const [first = []] = given;
  const differs = first.findIndex((folder, i) => given.some((folders) => folders[i] !== folder));
  return differs < 0 ? first.length : differs;
}

/** Those that tell classes apart, the innermost first: several where nobody can know which is meant. At least one. */
export function folderLevels(paths: readonly string[]): readonly FolderLevel[] {
  const all = paths.map(foldersOf);
  const shared = sharedFolders(all);
  const deepest = all.reduce((most, folders) => Math.max(most, folders.length - shared), 0);
  const levels = (["file", "top"] as const).flatMap((from) =>
    Array.from(
      { length: Math.min(mostLevels, deepest) },
      (_, at): FolderLevel => ({ kind: "folder", from, at }),
    ),
  );
  const seen = new Set<string>();
  const judged = levels.flatMap((level) => {
    const labels = all.map((folders) => folderAt(folders, shared, level));
    const groups = grouping(labels);
    const doubt = doubtOf(labels);
    if (doubt === null || seen.has(groups)) return [];
    seen.add(groups);
    return [{ level, doubt }];
  });
  const least = Math.min(...judged.map(({ doubt }) => doubt));
  const likeliest = judged.filter(({ doubt }) => doubt === least).map(({ level }) => level);
  return likeliest.length > 0 ? likeliest : [innermost];
}

/** The same for labels that divide the files alike, whatever they are called. */
function grouping(labels: readonly (string | null)[]): string {
  const numbers = new Map<string | null, number>();
  return labels
    .map((label) => {
      const number = numbers.get(label) ?? numbers.size;
      numbers.set(label, number);
      return number;
    })
    .join();
}

/** How little the labels look like classes, 0 to 2; null where they are none. */
function doubtOf(labels: readonly (string | null)[]): number | null {
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  if (counts.size < 2 || counts.size > maxLabels) return null;
  let sum = labels.filter((label) => label === null).length;
  for (const [label, count] of counts) sum += count * doubtOfName(label, count === 1);
  return sum / labels.length;
}

function doubtOfName(name: string, isAlone: boolean): number {
  if (shareOfData.test(name)) return 2;
  if (isAlone) return 1.5;
  return part.test(name) || isCounted(name) ? 1 : 0;
}

const shareOfData =
  /^(train(ing)?|test(ing)?|val(id(ation)?)?|dev|eval(uation)?|hold[\s._-]?out|held[\s._-]?out|(训练|测试|验证)集?)([\s._-]*(set|data|\d+))?$/i;
const part =
  /^(folds?|splits?|subset|parts?|batch|chunk|session|run|trial|take|day|week|month|year|vol(ume)?|disc|roll|set|group)[\s._-]*\d+$/i;

/** Dates, years, and numbers as they are given to parts; classes may be called 0 to 42. */
const isCounted = (name: string): boolean =>
  /^\d[\d\s._-]*$/.test(name) && (/^0\d|\d{3}/.test(name) || /\d[\s._-]+\d/.test(name));

/** As it would be read, for somebody to choose. */
export function folderOption(paths: readonly string[], source: FolderLevel): LabelOption {
  const shared = sharedFolders(paths.map(foldersOf));
  const examples = new Map<string, LabelExample>();
  for (const path of paths) {
    const label = folderAt(foldersOf(path), shared, source);
    const file = path.split("/").filter(Boolean).slice(shared).join("/");
    if (label !== null && !examples.has(label)) examples.set(label, { file, label });
  }
  return { source, labels: examples.size, examples: [...examples.values()].slice(0, shownExamples) };
}
