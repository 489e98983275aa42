/** Files of other programs that are zips inside. */

export type ZippedDocument = "word" | "slides" | "sheet" | "openDocument" | "book" | "program";

/** Each by a file that it alone has. */
const marks: readonly (readonly [path: RegExp, ZippedDocument])[] = [
  [/^word\/document\d*\.xml$/, "word"],
  [/^ppt\/presentation\.xml$/, "slides"],
  [/^xl\/workbook\.(xml|bin)$/, "sheet"],
  [/^META-INF\/container\.xml$/, "book"],
  [/^META-INF\/MANIFEST\.MF$/, "program"],
  [/^AndroidManifest\.xml$/, "program"],
];

/** What a zip is whose files, pictures in it among them, are the parts of one document; null of any other. */
export function documentInZip(paths: readonly string[]): ZippedDocument | null {
  const isOpenDocument = ["mimetype", "content.xml", "META-INF/manifest.xml"].every((path) =>
    paths.includes(path),
  );
  if (isOpenDocument) return "openDocument";
  return marks.find(([mark]) => paths.some((path) => mark.test(path)))?.[1] ?? null;
}
