/** The sounds or texts that are being opened, and those in use, which can be read in another way. */
import type { StoreApi } from "zustand/vanilla";
import type { LabelSource } from "../../data/labels/labelSource";
import type { TextUnit } from "../../data/textUnit";
import type { FolderCommand, FolderContent, FolderOptions, FolderSource } from "../../session/folderProtocol";
import { sentences } from "../../words/message";
import type { FolderActions, FolderSlice, PlaygroundState, UsedFolder } from "../state";
import { afterFolderEvent, type FolderImport, nameOfSource, noFolder, tellLeftOut } from "./folderImport";
import { importing } from "./importing";
import { answersWork } from "./importState";

export const initialFolder: FolderSlice = { folder: null, usedFolder: null };

/** What a text in use is made of, null where that cannot be chosen. */
export function unitInUse({
  source,
  usedFolder,
}: Pick<PlaygroundState, "source" | "usedFolder">): TextUnit | null {
  if (usedFolder) return usedFolder.content === "texts" ? usedFolder.options.unit : null;
  if (source.kind === "prepared" || source.kind === "generated") return null;
  return source.unit ?? "characters";
}

/** @param read hands a command to the reader of folders; what it says comes in through `receiveFolder` */
export function folderActions(
  read: (command: FolderCommand) => void,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): FolderActions {
  const { begin, stop, close, receive } = importing({
    get: () => get().folder,
    put: (folder) => set({ folder }),
    send: read,
    load: (data) => get().loadData({ kind: "prepared", data }),
    unload: (loadId) => get().stopLoading(loadId),
    after: afterFolderEvent,
    // There is nothing to choose once it is open.
    onOpened: () => prepare(),
    lookOf: () => null,
  });
  const prepare = () => {
    const { folder } = get();
    if (!folder?.opened || folder.work) return;
    const { options } = folder;
    begin("preparing", folder, (readId) => ({ type: "prepare", readId, options }));
  };
  const open = (
    source: FolderSource,
    content: FolderContent,
    options: FolderOptions,
    labels: LabelSource | null = null,
  ) => {
    const name = nameOfSource(source);
    const folder = { ...noFolder, name, source, content, options, labels };
    begin("reading", folder, (readId) => ({ type: "open", readId, source, content, labels }));
  };
  return {
    chooseFolder: () => set(({ folder }) => ({ folder: folder ?? noFolder })),
    openFolder: (source, content) => open(source, content, (get().folder ?? noFolder).options),
    refuseFolder: (name, refusal) => {
      stop();
      const { options } = get().folder ?? noFolder;
      set({ folder: { ...noFolder, name, options, refusal } });
    },
    setFolderUnit: (unit) =>
      set(({ folder }) => ({ folder: folder && { ...folder, options: { ...folder.options, unit } } })),
    chooseFolderLabels: (labels) => {
      const { folder } = get();
      if (folder?.source && folder.content && !folder.work)
        open(folder.source, folder.content, folder.options, labels);
    },
    stopFolder: stop,
    closeFolder: close,
    readTextsAs: (unit) => {
      const state = get();
      const { source, usedFolder } = state;
      if (unitInUse(state) === unit) return;
      if (usedFolder?.content === "texts")
        open(usedFolder.source, "texts", { ...usedFolder.options, unit }, usedFolder.labels);
      else if (source.kind !== "prepared" && source.kind !== "generated") {
        // A limit is one of characters or of words.
        const { limit: _, ...rest } = source;
        state.loadData({ ...rest, unit });
      }
    },
    readTextsFrom: (encoding) => {
      const { usedFolder } = get();
      if (usedFolder?.content !== "texts") return;
      const { unit } = usedFolder.options;
      open(usedFolder.source, "texts", { unit, ...(encoding && { encoding }) }, usedFolder.labels);
    },
    readTextWith: ({ limit, encoding }) => {
      const { source, loadData } = get();
      if (source.kind === "prepared" || source.kind === "generated") return;
      const changed = limit === undefined ? source : { ...source, limit };
      loadData(changed.kind === "file" && encoding ? { ...changed, encoding } : changed);
    },
    orderLines: (order) => {
      const { source, loadData } = get();
      if (source.kind === "prepared" || source.kind === "generated") return;
      const { lines: _, ...asItStands } = source;
      loadData(order === "shuffled" ? { ...source, lines: order } : asItStands);
    },
    receiveFolder: (event) => {
      const { folder, openTable, notify } = get();
      tellLeftOut(folder, event, notify);
      if (event.type !== "tabled") return receive(event);
      if (!folder || !answersWork(folder, event)) return;
      close();
      if (event.decisions.length > 0) notify("info", sentences(event.decisions));
      openTable(event.file);
    },
  };
}

/** What it takes to read one again that the engine has taken. */
export function usedFolder({ source, content, options, labels }: FolderImport): UsedFolder | null {
  return source && content && { source, content, options, labels };
}
