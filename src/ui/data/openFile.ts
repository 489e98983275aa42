/** A file that was opened, dropped or pasted goes to the reader of its kind. */

import { kindOfFile } from "../../data/fileKind";
import type { PlaygroundStore } from "../../store/store";
import { hearsSounds, probeWithSound } from "../sound/probeWithSound";
import { openFolder } from "./folders/openFolder";

const notData =
  "One sound alone cannot be learned from. Choose a folder or a zip with a folder of sounds for each label; or load the sample of sounds first, and let its network hear this one.";
const onePicture =
  "One picture alone cannot be learned from. Choose a folder or a zip with a folder of pictures for each label.";
const notASheet = "It is a spreadsheet program's own file. Save the sheet as CSV there, and open that.";

export async function openFile(store: PlaygroundStore, file: File): Promise<void> {
  const { loadData, openTable, rejectFile } = store.getState();
  // What cannot be read at all, the reader of texts explains.
  const kind = await kindOfFile(file).catch(() => "text" as const);
  switch (kind) {
    case "table":
      return openTable(file);
    case "zip":
      return openFolder(store, { kind: "zip", file });
    case "sound":
      return openSound(store, file);
    case "image":
      return rejectFile(file.name, onePicture);
    case "workbook":
      return rejectFile(file.name, notASheet);
    default:
      loadData({ kind: "file", file });
  }
}

/** One sound is no data, but something to hear. */
async function openSound(store: PlaygroundStore, file: File): Promise<void> {
  const problem = hearsSounds(store) ? await probeWithSound(store, file, file.name) : notData;
  if (problem) store.getState().rejectFile(file.name, problem);
}

/** A file that was opened as a text is read as one, unless it is a table. */
export async function openTextFile(store: PlaygroundStore, file: File): Promise<void> {
  const { loadData, openTable } = store.getState();
  const kind = await kindOfFile(file).catch(() => "text" as const);
  if (kind === "table") openTable(file);
  else loadData({ kind: "file", file });
}
