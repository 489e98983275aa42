/** Where the label of a file stands. */

export type LabelSource = FolderLevel | NameSource;

/** In the name of a folder: so many out from the one around the file, or in from those that not all files share. */
export interface FolderLevel {
  readonly kind: "folder";
  readonly from: "file" | "top";
  readonly at: number;
}

/** In no folder's name. */
export type NameSource =
  /** All of the file's name: each line of the file is an example. */
  | { readonly kind: "fileName" }
  /** A part of it, counted from 0, between spaces, dots, dashes and underscores. */
  | { readonly kind: "namePart"; readonly part: number }
  /** The letters that it begins with, before a number. */
  | { readonly kind: "nameLetters" }
  /** A column of a list that lies beside the files, in whose rows they are found by another. */
  | { readonly kind: "list"; readonly path: string; readonly column: string };

/** The label of a file, or null where it has none. */
export type LabelOf = (path: string) => string | null;

/** Labels as they would be read, for somebody to choose. */
export interface LabelOption {
  readonly source: LabelSource;
  readonly labels: number;
  /** A few, of different labels where there are any. */
  readonly examples: readonly LabelExample[];
}

export interface LabelExample {
  /** Without its folders. */
  readonly file: string;
  readonly label: string;
}

/** What data keep of it: folders are known by their names. */
export const keptSource = (source: LabelSource | null | undefined): NameSource | null =>
  source && source.kind !== "folder" ? source : null;

export const fileOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

export const stemOf = (path: string): string => withoutEnding(fileOf(path));

/** A dot that a file's name begins with ends nothing. */
export function withoutEnding(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") + 1 ? path.slice(0, dot) : path;
}

const signs = /[\s._-]+/;
export const partsOf = (path: string): readonly string[] => stemOf(path).split(signs).filter(Boolean);

const lettersBefore = /^(\p{L}+)\d+$/u;

/** Of a name; those of a list are looked up where it is read. */
export function nameLabel(source: Exclude<NameSource, { kind: "list" }>): LabelOf {
  switch (source.kind) {
    case "fileName":
      return stemOf;
    case "namePart":
      return (path) => partsOf(path)[source.part] ?? null;
    case "nameLetters":
      return (path) => lettersBefore.exec(stemOf(path))?.[1] ?? null;
  }
}
