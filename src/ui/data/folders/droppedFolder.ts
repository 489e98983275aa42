/** What is dropped when there are folders in it: all their files, with their places. */
import type { FolderFile, FolderSource } from "../../../session/folderProtocol";
import { message } from "../../../words/message";

/**
 * Null without a folder. To be called while the event is handled: afterwards the browser has forgotten what was dropped, though what
 * was found of it can still be read.
 */
export function droppedFolder(items: Iterable<DataTransferItem>): Promise<FolderSource> | null {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.some((entry) => entry.isDirectory)) return null;
  const [first] = entries;
  const name = entries.length === 1 ? first.name : message("folders.dropped");
  return filesIn(entries).then((files) => ({ kind: "files", name, files }));
}

async function filesIn(entries: readonly FileSystemEntry[]): Promise<FolderFile[]> {
  const found: FolderFile[] = [];
  // One after the other: folders are few, and there may be many thousands of files.
  for (const entry of entries) {
    if (isDirectory(entry)) found.push(...(await filesIn(await entriesOf(entry))));
    else if (isFile(entry))
      found.push({ path: entry.fullPath.replace(/^\//, ""), file: await fileOf(entry) });
  }
  return found;
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A reader gives some at a time, and nothing at the end. */
async function entriesOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
