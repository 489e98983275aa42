import type { FolderSource } from "../../../session/folderProtocol";
import { message } from "../../../words/message";

/** A chosen folder as the browser gives its files: all their paths begin with its name. */
export function folderOf(files: readonly File[]): FolderSource {
  const placed = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const name = files[0]?.webkitRelativePath.split("/")[0] || message("folders.chosen");
  return { kind: "files", name, files: placed };
}
