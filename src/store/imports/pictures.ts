/** The pictures that are being opened. */
import type { StoreApi } from "zustand/vanilla";
import type { PictureCommand } from "../../session/pictureProtocol";
import type { PictureActions, PictureSlice, PlaygroundState } from "../state";
import { afterPictureEvent, noPictures, type PictureImport } from "./pictureImport";

export const initialPictures: PictureSlice = { pictures: null };

/** @param read hands a command to the reader of pictures; what it says comes in through `receivePictures` */
export function pictureActions(
  read: (command: PictureCommand) => void,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): PictureActions {
  let lastReadId = 0;
  /** Notes what is under way before it begins. */
  const begin = (work: NonNullable<PictureImport["work"]>, changes: Partial<PictureImport> = {}) => {
    const readId = ++lastReadId;
    const pictures = { ...(get().pictures ?? noPictures), ...changes, readId, work, share: 0, refusal: null };
    set({ pictures });
    return pictures;
  };
  return {
    choosePictures: () => set(({ pictures }) => ({ pictures: pictures ?? noPictures })),
    openPictures: (source) => {
      const name = source.kind === "zip" ? source.file.name : source.name;
      const { readId, options } = begin("opening", { name, opened: null, shown: null });
      read({ type: "open", readId, source, options });
    },
    changePictures: (change) => {
      const { pictures } = get();
      if (!pictures?.opened || pictures.work === "preparing") return;
      const { readId, options } = begin("showing", { options: { ...pictures.options, ...change } });
      read({ type: "preview", readId, options });
    },
    usePictures: () => {
      const { pictures } = get();
      if (!pictures?.opened || pictures.work === "preparing") return;
      const { readId, options } = begin("preparing");
      read({ type: "prepare", readId, options });
    },
    stopPictures: () => {
      if (get().pictures?.work === "preparing") read({ type: "cancel" });
    },
    closePictures: () => {
      if (get().pictures?.work) read({ type: "cancel" });
      set({ pictures: null });
    },
    receivePictures: (event) => {
      const before = get().pictures;
      if (!before) return;
      const after = afterPictureEvent(before, event);
      if (event.type === "prepared" && after !== before) {
        // What the engine says of it stands in the panel, beneath the dialog.
        set({ pictures: null });
        get().loadData({ kind: "prepared", data: event.data });
      } else set({ pictures: after });
    },
  };
}
