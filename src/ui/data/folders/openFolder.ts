/** A folder or a zip goes to the reader of what is in it. */
import { startBreathing } from "../../../data/breathing";
import { folderContent } from "../../../data/folderContent";
import { zipContents } from "../../../data/zip/zipContents";
import type { FolderSource } from "../../../session/folderProtocol";
import { nameOfSource } from "../../../store/imports/folderImport";
import type { PlaygroundStore } from "../../../store/store";
import { message } from "../../../words/message";

export async function openFolder(store: PlaygroundStore, source: FolderSource): Promise<void> {
  const { openFolder: open, refuseFolder, openPictures, closeFolder } = store.getState();
  const name = nameOfSource(source);
  const paths = await pathsOf(source);
  // What is wrong with an archive, its reader explains.
  const content = paths ? folderContent(paths) : "texts";
  if (content === null) refuseFolder(name, message("folders.nothing", { name }));
  else if (content === "pictures") {
    closeFolder();
    openPictures(source);
  } else open(source, content);
}

/** Of a zip, its table of contents alone is read; null where it has none. */
async function pathsOf(source: FolderSource): Promise<readonly string[] | null> {
  if (source.kind === "files") return source.files.map(({ path }) => path);
  const contents = await zipContents(source.file, source.file.name, startBreathing()).catch(() => null);
  return contents?.ok ? contents.value.files.map(({ path }) => path) : null;
}
