/** Another file for the network on the stage: what stands in it, and what the network is asked about it. */
import type { StoreApi } from "zustand/vanilla";
import { trainedOn } from "../data/table/second/trainedOn";
import type { TableCommand } from "../session/tableProtocol";
import type { PlaygroundState, SecondActions, SecondFile, SecondSlice } from "./state";

export const initialSecond: SecondSlice = { second: null };

/** What the network on the stage was trained on, where another file can be read alike. */
export const trainedTable = ({ source }: Pick<PlaygroundState, "source">) =>
  source.kind === "prepared" ? trainedOn(source.data) : null;

/** @param read hands a command to a reader of its own; what it says comes in through `receiveSecond` */
export function secondActions(
  read: (command: TableCommand) => void,
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
  return {
    openSecond: (file) => {
      const readId = ++lastReadId;
      const { looks } = get();
      set({ looks: { ...looks, second: { running: false, value: null } } });
      put({ file, readId, isBusy: true, table: null, chosen: {}, refusal: null, asked: false });
      read({ type: "open", readId, file });
    },
    matchSecond: (column, stands) => {
      const { second } = get();
      if (second?.table) match({ ...second, chosen: { ...second.chosen, [column]: stands } });
    },
    answerSecond: (request) => {
      const { second, looks } = get();
      if (!second?.table?.data || looks.second.running) return;
      put({ ...second, asked: true });
      get().lookAtSecond(request, second.table.data);
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
          return put({ ...second, isBusy: false, table: event.table });
        case "refused":
        case "lost":
          return put({ ...second, isBusy: false, refusal: event.problem });
        default:
          return;
      }
    },
  };
}
