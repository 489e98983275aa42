/** A file that was opened, dropped or pasted goes to the reader of its kind. */
import type { PlaygroundStore } from "../../store/store";
import { kindOfFile } from "./fileKind";

const notASheet = "It is a spreadsheet program's own file. Save the sheet as CSV there, and open that.";

export async function openFile(store: PlaygroundStore, file: File): Promise<void> {
  const { loadData, openTable, rejectFile } = store.getState();
  // What cannot be read at all, the reader of texts explains.
  const kind = await kindOfFile(file).catch(() => "text" as const);
  switch (kind) {
    case "table":
      return openTable(file);
    case "workbook":
      return rejectFile(file.name, notASheet);
    default:
      loadData({ kind: "file", file });
  }
}

/** A file that was opened as a text is read as one, unless it is a table. */
export async function openTextFile(store: PlaygroundStore, file: File): Promise<void> {
  const { loadData, openTable } = store.getState();
  const kind = await kindOfFile(file).catch(() => "text" as const);
  if (kind === "table") openTable(file);
  else loadData({ kind: "file", file });
}
