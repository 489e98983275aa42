/** What becomes of the imports when the engine has taken what they made ready, or not. */

import type { Said } from "../../words/message";
import type { FolderSlice, PictureSlice, TableSlice } from "../state";
import { usedFolder } from "./folder";
import { type AnyImport, notTaken } from "./importState";
import { usedTable } from "./table";

type Imports = TableSlice & FolderSlice & PictureSlice;

/**
 * The dialog closes, and what was chosen in it is kept, to be changed; of other data than a table there is none to open again.
 * @param loadId null or 0 where the data in use is what it was
 */
export function importsAfterLoading(imports: Imports, loadId: number | null): Partial<Imports> {
  if (loadId === null || loadId === 0) return {};
  const { table, folder, pictures } = imports;
  const isTaken = (one: AnyImport | null) => one?.loadId === loadId;
  return {
    usedTable: table && isTaken(table) ? usedTable(table) : null,
    usedFolder: folder && isTaken(folder) ? usedFolder(folder) : null,
    ...(isTaken(table) && { table: null }),
    ...(isTaken(folder) && { folder: null }),
    ...(isTaken(pictures) && { pictures: null }),
  };
}

/** What was made ready is there still, to be taken another time. */
export function importsAfterWithdrawal(
  { table, folder, pictures }: Imports,
  loadId: number,
): Partial<Imports> {
  const idle = <State extends AnyImport>(one: State | null): State | null =>
    one?.work === "loading" && one.loadId === loadId ? { ...one, work: null, loadId: null } : one;
  return { table: idle(table), folder: idle(folder), pictures: idle(pictures) };
}

/** @param loadId null for whatever is being taken. Null comes back where that is none of theirs */
export function importsAfterRefusal(
  { table, folder, pictures }: Imports,
  loadId: number | null,
  refusal: Said,
): Partial<Imports> | null {
  const isRefused = (one: AnyImport | null) =>
    one?.work === "loading" && (loadId === null || one.loadId === loadId);
  if (![table, folder, pictures].some(isRefused)) return null;
  return {
    ...(table && isRefused(table) && { table: notTaken(table, refusal) }),
    ...(folder && isRefused(folder) && { folder: notTaken(folder, refusal) }),
    ...(pictures && isRefused(pictures) && { pictures: notTaken(pictures, refusal) }),
  };
}
