/**
 * The page's state: what the worker last said, what the user has selected, and the actions that join the two.
 * A vanilla zustand store, so that animation can subscribe to it without React rendering.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { FolderCommand } from "../session/folderProtocol";
import type { PictureCommand } from "../session/pictureProtocol";
import type { Command } from "../session/protocol";
import type { ReaderCommand } from "../session/tableProtocol";
import { generationActions, initialGeneration } from "./generation";
import { folderActions, initialFolder } from "./imports/folder";
import { initialPictures, pictureActions } from "./imports/pictures";
import { initialTable, releaseTable, tableActions } from "./imports/table";
import { initialSelection, selectionActions } from "./selection";
import { initialSession, sessionActions } from "./session";
import type { PlaygroundState } from "./state";

export type Playground = PlaygroundState;
export type PlaygroundStore = StoreApi<Playground>;

/**
 * @param send hands a command to the engine's worker; what it says comes in through `receive`
 * @param read hands a command to the reader of files; what it says comes in through `receiveFromReader`
 * @param readFolder hands a command to the reader of folders; what it says comes in through `receiveFolder`
 * @param readPictures hands a command to the reader of pictures; what it says comes in through `receivePictures`
 */
export function createPlayground(
  send: (command: Command) => void,
  read: (command: ReaderCommand) => void = () => undefined,
  readFolder: (command: FolderCommand) => void = () => undefined,
  readPictures: (command: PictureCommand) => void = () => undefined,
): PlaygroundStore {
  const ask = (command: Command) => {
    store.setState({ resting: false });
    send(command);
  };
  const store = createStore<Playground>((set, get) => ({
    ...initialSession,
    ...initialSelection,
    ...initialGeneration,
    ...initialTable,
    ...initialFolder,
    ...initialPictures,
    ...sessionActions(ask, set, get),
    ...selectionActions(set),
    ...generationActions(ask, set, get),
    ...tableActions(read, set, get),
    ...folderActions(readFolder, set, get),
    ...pictureActions(readPictures, set, get),
  }));
  store.subscribe((state, before) => releaseTable(read, state, before));
  return store;
}
