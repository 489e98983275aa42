/** The table that is being opened, and the one in use, which can be opened again. */
import type { StoreApi } from "zustand/vanilla";
import type { ReaderCommand } from "../../session/tableProtocol";
import type { PlaygroundState, TableActions, TableSlice } from "../state";
import { afterReader, isStopped, newImport, type TableImport, withCorrection } from "./tableImport";

export const initialTable: TableSlice = { table: null, usedTable: null };

/** @param read hands a command to the reader; what it says comes in through `receiveFromReader` */
export function tableActions(
  read: (command: ReaderCommand) => void,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): TableActions {
  let lastReadId = 0;
  const nextReadId = () => ++lastReadId;
  const change = (changes: Partial<TableImport>) =>
    set(({ table }) => (table ? { table: { ...table, ...changes } } : {}));
  const open = (table: TableImport) => {
    if (get().table?.work) read({ type: "cancel" });
    set({ table });
    const { readId, file, corrections } = table;
    read({ type: "openTable", readId, file, corrections });
  };
  const check = () => {
    const { table } = get();
    if (!table?.question || !table.whole || table.work) return;
    const readId = nextReadId();
    change({ checkId: readId });
    read({ type: "checkQuestion", readId, question: table.question, options: table.options });
  };
  return {
    openTable: (file) => open(newImport(file, nextReadId())),
    reopenTable: () => {
      const { usedTable } = get();
      if (usedTable) open(newImport(usedTable.file, nextReadId(), usedTable));
    },
    changeTable: (next) => {
      const { table } = get();
      if (!table || table.work === "preparing" || table.work === "loading") return;
      if (next.kind === "question") {
        change({ question: next.question, chosen: "question", refusal: null });
        check();
      } else if (next.kind === "options") {
        change({ options: { ...table.options, ...next.options }, refusal: null });
        check();
      } else {
        const readId = nextReadId();
        const corrections = withCorrection(table.corrections, next);
        change({ readId, corrections, work: "reading", progress: null, refusal: null });
        // Before all of it was read once, the reader has nothing to correct.
        if (table.whole) read({ type: "correctTable", readId, corrections });
        else read({ type: "openTable", readId, file: table.file, corrections });
      }
    },
    chooseQuestionKind: (question) => {
      if (get().table?.question?.kind === question.kind) return;
      change({ question, chosen: "kind", refusal: null });
      check();
    },
    useTable: () => {
      const { table } = get();
      if (!table?.question || table.work || isStopped(table)) return;
      const readId = nextReadId();
      change({ readId, work: "preparing", progress: null, refusal: null });
      read({ type: "prepareTable", readId, question: table.question, options: table.options });
    },
    stopReading: () => {
      if (get().table?.work) read({ type: "cancel" });
    },
    closeTable: () => set({ table: null }),
    receiveFromReader: (event) => {
      const before = get().table;
      if (!before) return;
      const after = afterReader(before, event);
      set({ table: after });
      if (!after) return;
      if (event.type === "preview") check();
      if (event.type === "prepared" && event.readId === after.readId && after.work === "preparing") {
        change({ work: "loading", loadId: get().loadData({ kind: "prepared", data: event.data }) });
      }
    },
  };
}

/** To be called after every change: a table that nobody looks at any more is let go of by the reader. */
export function releaseTable(
  read: (command: ReaderCommand) => void,
  { table }: TableSlice,
  before: TableSlice,
): void {
  if (table || !before.table) return;
  if (before.table.work === "reading" || before.table.work === "preparing") read({ type: "cancel" });
  read({ type: "closeTable" });
}
