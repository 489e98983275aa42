/** Sounds or texts on their way from a folder to training, and what is trained on, to be read in another way. */
import type { StoreApi } from "zustand/vanilla";
import type { TextUnit } from "../../data/textUnit";
import type { FolderCommand, FolderContent, FolderSource } from "../../session/folderProtocol";
import type { PlaygroundState } from "../state";
import type { FolderActions, FolderImport, FolderSlice } from "./folderImport";

export const initialFolder: FolderSlice = { folder: null, readFolder: null };

const noFolder: FolderImport = {
  readId: 0,
  name: "",
  content: null,
  unit: "words",
  source: null,
  progress: null,
  refusal: null,
};

type Sources = Pick<PlaygroundState, "source" | "readFolder">;

/** The folder of texts in use, null for other data. */
function textsInUse({ source, readFolder }: Sources): FolderSource | null {
  if (readFolder?.content.kind !== "texts" || source.kind !== "prepared") return null;
  return source.data === readFolder.data ? readFolder.source : null;
}

/** How what is in use is read, null where that cannot be chosen. */
export function unitInUse(state: Sources): TextUnit | null {
  const { source, readFolder } = state;
  if (textsInUse(state) && readFolder?.content.kind === "texts") return readFolder.content.unit;
  if (source.kind === "prepared" || source.kind === "generated") return null;
  return source.unit ?? "characters";
}

/** @param read hands a command to the reader of folders; what it says comes in through `receiveFolder` */
export function folderActions(
  read: (command: FolderCommand) => void,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): FolderActions {
  let lastReadId = 0;
  const change = (changes: Partial<FolderImport>) =>
    set(({ folder }) => ({ folder: { ...(folder ?? noFolder), ...changes } }));
  const begin = (source: FolderSource, content: FolderContent) => {
    const readId = ++lastReadId;
    const name = source.kind === "zip" ? source.file.name : source.name;
    const progress = { done: 0, total: 0 };
    change({ readId, name, source, content: content.kind, progress, refusal: null });
    read({ type: "read", readId, source, content });
  };
  return {
    chooseFolder: () => set(({ folder }) => ({ folder: folder ?? noFolder })),
    openFolder: (source, kind) => {
      const { unit } = get().folder ?? noFolder;
      begin(source, kind === "texts" ? { kind, unit } : { kind });
    },
    refuseFolder: (name, refusal) => change({ name, refusal, progress: null }),
    setFolderUnit: (unit) => change({ unit }),
    stopFolder: () => {
      if (get().folder?.progress) read({ type: "cancel" });
    },
    closeFolder: () => {
      if (get().folder?.progress) read({ type: "cancel" });
      set({ folder: null });
    },
    readTextsAs: (unit) => {
      const state = get();
      const { source } = state;
      if (unitInUse(state) === unit) return;
      const folder = textsInUse(state);
      if (folder) {
        change({ unit });
        begin(folder, { kind: "texts", unit });
      } else if (source.kind !== "prepared" && source.kind !== "generated")
        state.loadData({ ...source, unit });
    },
    receiveFolder: (event) => {
      const { folder } = get();
      if (!folder?.progress || event.readId !== folder.readId) return;
      const { source, content, unit } = folder;
      switch (event.type) {
        case "progress":
          return change({ progress: { done: event.done, total: event.total } });
        case "refused":
          return change({ progress: null, refusal: event.problem });
        case "cancelled":
          return change({ progress: null });
        case "prepared": {
          if (!source || !content) return;
          const { data } = event;
          const what: FolderContent = content === "texts" ? { kind: content, unit } : { kind: content };
          set({ folder: null, readFolder: { source, content: what, data } });
          return get().loadData({ kind: "prepared", data });
        }
      }
    },
  };
}
