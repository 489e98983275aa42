/**
 * The page's state: what the worker last said, what the user has selected, and the actions that join the two.
 * A vanilla zustand store, so that animation can subscribe to it without React rendering.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { AskExchange } from "../session/exchangeProtocol";
import type { FolderCommand } from "../session/folderProtocol";
import type { PictureCommand } from "../session/pictureProtocol";
import type { Command } from "../session/protocol";
import type { TableCommand } from "../session/tableProtocol";
import { generationActions, initialGeneration } from "./generation";
import { folderActions, initialFolder } from "./imports/folder";
import { initialPictures, pictureActions } from "./imports/pictures";
import { initialTable, tableActions } from "./imports/table";
import { initialKeeping } from "./keeping/initialKeeping";
import { initialPastFrames, pastFramesActions } from "./pastFrames";
import { initialRace } from "./racing/initialRace";
import { initialSecond, type SecondReaders, secondActions } from "./second";
import { initialSelection, selectionActions } from "./selection";
import { type EngineLink, initialSession, sessionActions } from "./session";
import type { KeeperCommand, PlaygroundState } from "./state";

export type Playground = PlaygroundState;
export type PlaygroundStore = StoreApi<Playground>;

/** What the store speaks to beside the engine's `send`. */
interface Others extends Readers {
  readonly withdraw: EngineLink["withdraw"];
  /** Keeps runs beyond the page. */
  readonly keeper: (command: KeeperCommand) => void;
  /** Takes networks along. */
  readonly exchange: AskExchange;
}

/** Hand a command to the reader of a kind; what it says comes in through `receiveTable`, `receiveFolder`, `receivePictures`. */
export interface Readers extends SecondReaders {
  readonly table: (command: TableCommand) => void;
  readonly folder: (command: FolderCommand) => void;
  readonly pictures: (command: PictureCommand) => void;
}

const noReader = () => undefined;
/** Never answers. */
const noExchange: AskExchange = () => new Promise(() => undefined);

/** @param send hands a command to the engine's worker; what it says comes in through `receive` */
export function createPlayground(
  send: (command: Command) => void,
  {
    table = noReader,
    folder = noReader,
    pictures = noReader,
    second = noReader,
    secondSounds = noReader,
    secondPictures = noReader,
    withdraw = noReader,
    keeper = noReader,
    exchange = noExchange,
  }: Partial<Others> = {},
): PlaygroundStore {
  const ask = (command: Command) => {
    store.setState({ resting: false });
    send(command);
  };
  const store = createStore<Playground>((set, get) => ({
    ...initialSession,
    ...initialSelection,
    ...initialPastFrames,
    ...initialGeneration,
    ...initialTable,
    ...initialFolder,
    ...initialPictures,
    ...initialSecond,
    network: null,
    ...initialKeeping,
    ...initialRace,
    keeper,
    exchange,
    ...sessionActions({ send: ask, withdraw }, set, get),
    ...selectionActions(set),
    ...pastFramesActions(set, get),
    ...generationActions(ask, set, get),
    ...tableActions(table, set, get),
    ...folderActions(folder, set, get),
    ...pictureActions(pictures, set, get),
    ...secondActions({ second, secondSounds, secondPictures }, set, get),
  }));
  // What nobody looks at any more is let go of by its reader, whatever has closed the dialog.
  store.subscribe((state, before) => {
    if (before.table && !state.table) table({ type: "close" });
    if (before.folder && !state.folder) folder({ type: "close" });
    if (before.pictures && !state.pictures) pictures({ type: "close" });
    if (before.second && !state.second)
      for (const reader of [second, secondSounds, secondPictures]) reader({ type: "close" });
  });
  return store;
}
