/** Another file for the network on the stage: what stands in it, and what the network is asked about it. */
import type { StoreApi } from "zustand/vanilla";
import { filesTrainedOn } from "../data/filesTrainedOn";
import { trainedOn } from "../data/table/second/trainedOn";
import type { FolderCommand } from "../session/folderProtocol";
import type { PictureCommand } from "../session/pictureProtocol";
import type { TableCommand } from "../session/tableProtocol";
import type { Said } from "../words/message";
import { nameOfSource } from "./imports/folderImport";
import type { PlaygroundState, SecondActions, SecondFile, SecondSlice } from "./state";

export const initialSecond: SecondSlice = { second: null };

/** What the network on the stage was trained on, where another file can be read alike. */
export const trainedTable = ({ source }: Pick<PlaygroundState, "source">) =>
  source.kind === "prepared" ? trainedOn(source.data) : null;

/** The same of a folder of sounds or pictures. */
export const trainedFolder = ({ source }: Pick<PlaygroundState, "source">) =>
  source.kind === "prepared" ? filesTrainedOn(source.data) : null;

/** Hand a command to readers of their own; what they say comes in through `receiveSecond`. */
export interface SecondReaders {
  readonly second: (command: TableCommand) => void;
  readonly secondSounds: (command: FolderCommand) => void;
  readonly secondPictures: (command: PictureCommand) => void;
}

export function secondActions(
  { second: read, secondSounds, secondPictures }: SecondReaders,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): SecondActions {
  let lastReadId = 0;
  const put = (second: SecondFile | null) => set({ second });
  const match = (second: SecondFile) => {
    const trained = trainedTable(get());
    if (!trained) return put(null);
    const readId = ++lastReadId;
    put({ ...second, readId, isBusy: true, refusal: null });
    read({ type: "second", readId, trained, chosen: second.chosen });
  };
  const begin = (name: Said): number => {
    const readId = ++lastReadId;
    const { looks } = get();
    set({ looks: { ...looks, second: { running: false, value: null } } });
    put({ name, readId, isBusy: true, share: null, read: null, chosen: {}, refusal: null, asked: false });
    return readId;
  };
  return {
    openSecond: (file) => {
      const { timesJoined } = trainedTable(get())?.way ?? {};
      const alike = timesJoined === undefined ? {} : { corrections: { format: { timesJoined } } };
      read({ type: "open", readId: begin(file.name), file, ...alike });
    },
    openSecondFolder: (source) => {
      const trained = trainedFolder(get());
      if (!trained) return;
      const send = trained.way.kind === "sounds" ? secondSounds : secondPictures;
      send({ type: "second", readId: begin(nameOfSource(source)), source, trained });
    },
    matchSecond: (column, stands) => {
      const { second } = get();
      if (second?.read) match({ ...second, chosen: { ...second.chosen, [column]: stands } });
    },
    answerSecond: (request) => {
      const { second, looks } = get();
      if (!second?.read?.data || looks.second.running) return;
      put({ ...second, asked: true });
      get().lookAtSecond(request, second.read.data);
    },
    closeSecond: () => {
      if (get().looks.second.running) get().stopLooking("second");
      put(null);
    },
    receiveSecond: (event) => {
      const { second } = get();
      if (!second || event.readId !== second.readId) return;
      switch (event.type) {
        case "opened":
          return match(second);
        case "second":
          return put({ ...second, isBusy: false, read: "table" in event ? event.table : event.read });
        case "progress": {
          const { stage, done, total } = event.progress;
          if (stage === "preparing") put({ ...second, share: total > 0 ? done / total : null });
          return;
        }
        case "refused":
        case "lost":
          return put({ ...second, isBusy: false, refusal: event.problem });
        default:
          return;
      }
    },
  };
}
