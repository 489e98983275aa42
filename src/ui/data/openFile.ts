/** A file that was opened, dropped or pasted goes to the reader of its kind. */

import { kindOfFile } from "../../data/fileKind";
import { openNetwork } from "../../store/imports/network";
import type { PlaygroundStore } from "../../store/store";
import { message } from "../../words/message";
import { hearsSounds, probeWithSound } from "../sound/probeWithSound";
import { openFolder } from "./folders/openFolder";

export async function openFile(store: PlaygroundStore, file: File): Promise<void> {
  const { dismissRejection, loadData, openTable, rejectFile } = store.getState();
  // What was wrong with the last one is over with the next, whatever becomes of it.
  dismissRejection();
  // What cannot be read at all, the reader of texts explains.
  const kind = await kindOfFile(file).catch(() => "text" as const);
  switch (kind) {
    case "table":
      return openTable(file, true);
    case "run":
      return store.getState().keeper({ type: "openFile", file });
    case "network":
      return openNetwork(store, file);
    case "zip":
      return openFolder(store, { kind: "zip", file });
    case "sound":
      return openSound(store, file);
    case "image":
      return rejectFile(file.name, message("data.onePicture"));
    case "workbook":
      return rejectFile(file.name, message("data.workbook"));
    case "webPage":
      return rejectFile(file.name, message("data.webPage"));
    default:
      loadData({ kind: "file", file });
  }
}

/** One sound is no data, but something to hear. */
async function openSound(store: PlaygroundStore, file: File): Promise<void> {
  const problem = hearsSounds(store)
    ? await probeWithSound(store, file, file.name)
    : message("data.oneSound");
  if (problem) store.getState().rejectFile(file.name, problem);
}

/** A file that was opened as a text is read as one, unless it is a table, or a run that was kept. */
export async function openTextFile(store: PlaygroundStore, file: File): Promise<void> {
  const { dismissRejection, keeper, loadData, openTable } = store.getState();
  dismissRejection();
  const kind = await kindOfFile(file).catch(() => "text" as const);
  if (kind === "table") openTable(file, true);
  else if (kind === "run") keeper({ type: "openFile", file });
  else loadData({ kind: "file", file });
}

/** The other reading of a file that was no text. */
export function readFileAsTable(store: PlaygroundStore, file: File): void {
  const { dismissRejection, openTable } = store.getState();
  dismissRejection();
  openTable(file);
}

/** The other reading of a file that was taken for a table. */
export function readFileAsText(store: PlaygroundStore, file: File): void {
  const { closeTable, loadData } = store.getState();
  closeTable();
  loadData({ kind: "file", file });
}
