/** What a folder or a zip has examples of, by the names of its files. */

export type FolderContentName = "pictures" | "sounds" | "texts" | "tables";

export const pictureExtensions: readonly string[] = ["png", "jpg", "jpeg", "webp"];
export const soundExtensions: readonly string[] = [
  "wav",
  "mp3",
  "ogg",
  "oga",
  "opus",
  "flac",
  "m4a",
  "aac",
  "weba",
  "webm",
];
export const textExtensions: readonly string[] = ["txt", "md"];
export const tableExtensions: readonly string[] = ["csv", "tsv"];

const extensionsOf: Readonly<Record<FolderContentName, readonly string[]>> = {
  sounds: soundExtensions,
  pictures: pictureExtensions,
  texts: textExtensions,
  tables: tableExtensions,
};

/** What is written about all that lies beside it, in whatever language. */
const aboutOthers =
  /^(?:read[ _-]?me|liesmich|licen[sc]e|copying|notice|authors|citation|changelog)(?:[._-][a-z]{2,3})?(?:\.(?:txt|md))?$/i;

/** Whether it is text that says what the files beside it are. */
const isAboutOthers = (path: string): boolean => aboutOthers.test(path.slice(path.lastIndexOf("/") + 1));

const extensionsIn = (paths: readonly string[]): readonly string[] =>
  paths
    .filter((path) => !path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX"))
    .map((path) => path.slice(path.lastIndexOf(".") + 1).toLowerCase());

/** What is read where pictures were asked for: these, where there is one, or else what most of the files are. */
export const contentBesidePictures = (paths: readonly string[]): FolderContentName | null =>
  extensionsIn(paths).some((extension) => pictureExtensions.includes(extension))
    ? "pictures"
    : folderContent(paths);

/**
 * What most of the files are; null where none is any of it. A text or a table beside others says what they are: of as many, tables come
 * before texts, and what is only written about the others ("README.md") counts where there is nothing else.
 */
export function folderContent(paths: readonly string[]): FolderContentName | null {
  return mostOf(paths.filter((path) => !isAboutOthers(path))) ?? mostOf(paths);
}

function mostOf(paths: readonly string[]): FolderContentName | null {
  const extensions = extensionsIn(paths);
  const counts = (["sounds", "pictures", "tables", "texts"] as const).map((name) => ({
    name,
    count: extensions.filter((extension) => extensionsOf[name].includes(extension)).length,
  }));
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count > 0 ? most.name : null;
}
