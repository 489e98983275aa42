/** The pictures that are being opened. */
import type { StoreApi } from "zustand/vanilla";
import type { LabelSource } from "../../data/labels/labelSource";
import type { FolderSource } from "../../session/folderProtocol";
import type { PictureCommand } from "../../session/pictureProtocol";
import type { PictureActions, PictureSlice, PlaygroundState } from "../state";
import { nameOfSource, tellLeftOut } from "./folderImport";
import { importing } from "./importing";
import { afterPictureEvent, noPictures } from "./pictureImport";

export const initialPictures: PictureSlice = { pictures: null };

/** @param read hands a command to the reader of pictures; what it says comes in through `receivePictures` */
export function pictureActions(
  read: (command: PictureCommand) => void,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): PictureActions {
  const { begin, look, stop, close, receive } = importing({
    get: () => get().pictures,
    put: (pictures) => set({ pictures }),
    send: read,
    load: (data) => get().loadData({ kind: "prepared", data }),
    unload: (loadId) => get().stopLoading(loadId),
    after: afterPictureEvent,
    onOpened: () => look(),
    lookOf: ({ options }, readId) => ({ type: "preview" as const, readId, options }),
  });
  const open = (source: FolderSource, labels: LabelSource | null) => {
    const { options } = get().pictures ?? noPictures;
    const pictures = { ...noPictures, name: nameOfSource(source), options, source, labels };
    begin("reading", pictures, (readId) => ({ type: "open", readId, source, labels }));
  };
  return {
    choosePictures: () => set(({ pictures }) => ({ pictures: pictures ?? noPictures })),
    openPictures: (source) => open(source, null),
    choosePictureLabels: (labels) => {
      const { pictures } = get();
      if (pictures?.source && !pictures.work) open(pictures.source, labels);
    },
    changePictures: (change) => {
      const { pictures } = get();
      if (!pictures?.opened || pictures.work) return;
      set({ pictures: { ...pictures, options: { ...pictures.options, ...change }, refusal: null } });
      look();
    },
    usePictures: () => {
      const { pictures } = get();
      if (!pictures?.opened || pictures.work) return;
      const { options } = pictures;
      begin("preparing", pictures, (readId) => ({ type: "prepare", readId, options }));
    },
    stopPictures: stop,
    closePictures: close,
    receivePictures: (event) => {
      const { pictures, notify } = get();
      tellLeftOut(pictures, event, notify);
      receive(event);
    },
  };
}
