/** A folder or a zip goes to the reader of what is in it. */
import { startBreathing } from "../../../data/breathing";
import { contentBesidePictures, type FolderContentName, folderContent } from "../../../data/folderContent";
import { isNetworkArchive, networkAmong } from "../../../data/networkAmong";
import { documentInZip } from "../../../data/zip/documentInZip";
import { zipContents } from "../../../data/zip/zipContents";
import type { FolderSource } from "../../../session/folderProtocol";
import { nameOfSource } from "../../../store/imports/folderImport";
import { openNetwork } from "../../../store/imports/network";
import type { PlaygroundStore } from "../../../store/store";
import { type Message, message, type Said } from "../../../words/message";

export async function openFolder(store: PlaygroundStore, source: FolderSource): Promise<void> {
  const { openFolder: open, openPictures, closeFolder, dismissRejection } = store.getState();
  dismissRejection();
  const name = nameOfSource(source);
  const paths = await pathsOf(source);
  // What is wrong with an archive, its reader explains.
  const content = paths ? folderContent(paths) : "texts";
  const kind = paths && source.kind === "zip" ? documentInZip(paths) : null;
  const network = paths && !hasExamples(content) ? networkIn(source, paths) : null;
  if (network) {
    closeFolder();
    openNetwork(store, network);
  } else if (kind) refuse(store, name, message("data.document", { kind }));
  else if (content === null) refuse(store, name, message("folders.nothing", { name }));
  else if (content === "pictures") {
    closeFolder();
    openPictures(source);
  } else open(source, content);
}

/** Pictures and sounds, beside which a network is somebody else's. */
const hasExamples = (content: FolderContentName | null) => content === "pictures" || content === "sounds";

/** The file that a network is read from: of a zip all of it, which its reader unpacks. */
function networkIn(source: FolderSource, paths: readonly string[]): File | null {
  const found = networkAmong(paths);
  if (source.kind === "zip") return found !== null || isNetworkArchive(paths) ? source.file : null;
  return source.files.find(({ path }) => path === found)?.file ?? null;
}

/** As where pictures were asked for: a folder of others, that has none, goes to its own reader. */
export async function openPictureFolder(store: PlaygroundStore, source: FolderSource): Promise<void> {
  const { closePictures, openFolder: open, openPictures } = store.getState();
  const paths = await pathsOf(source);
  const content = paths && contentBesidePictures(paths);
  // Where there is nothing that could be read, the reader of pictures says what it would read.
  if (content === null || content === "pictures") return openPictures(source);
  closePictures();
  open(source, content);
}

/** Where folders are chosen, or beside the data where the file was dropped: no dialog opens only to say no. */
function refuse(store: PlaygroundStore, name: Said, why: Message): void {
  const { folder, refuseFolder, rejectFile } = store.getState();
  if (folder) refuseFolder(name, why);
  else rejectFile(name, why);
}

/** Of a zip, its table of contents alone is read; null where it has none. */
async function pathsOf(source: FolderSource): Promise<readonly string[] | null> {
  if (source.kind === "files") return source.files.map(({ path }) => path);
  const contents = await zipContents(source.file, source.file.name, startBreathing()).catch(() => null);
  return contents?.ok ? contents.value.files.map(({ path }) => path) : null;
}
