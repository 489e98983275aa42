/** The table that is being opened, and the one in use, which can be opened again. */
import type { StoreApi } from "zustand/vanilla";
import type { TableCommand } from "../../session/tableProtocol";
import { message } from "../../words/message";
import type { PlaygroundState, TableActions, TableSlice, UsedTable } from "../state";
import { importing } from "./importing";
import {
  afterTableEvent,
  evenFor,
  isRatherText,
  isStopped,
  newTable,
  type TableImport,
  withCorrection,
  withEven,
  withQuestion,
} from "./tableImport";

export const initialTable: TableSlice = { table: null, usedTable: null };

/** @param read hands a command to the reader; what it says comes in through `receiveTable` */
export function tableActions(
  read: (command: TableCommand) => void,
  set: StoreApi<PlaygroundState>["setState"],
  get: StoreApi<PlaygroundState>["getState"],
): TableActions {
  const { begin, look, stop, close, receive } = importing({
    get: () => get().table,
    put: (table) => set({ table }),
    send: read,
    load: (data) => get().loadData({ kind: "prepared", data }),
    unload: (loadId) => get().stopLoading(loadId),
    after: afterTableEvent,
    onOpened: () => look(),
    lookOf: ({ question, options, before }, readId) =>
      question && { type: "check" as const, readId, question, options, ...(before && { before }) },
  });
  const open = (table: TableImport) => {
    const { file, corrections } = table;
    begin("reading", table, (readId) => ({ type: "open", readId, file, corrections }));
  };
  const choose = (table: TableImport) => {
    set({ table: { ...table, refusal: null } });
    look();
  };
  return {
    openTable: (file, orText) => open(newTable(file, null, orText)),
    reopenTable: () => {
      const { usedTable } = get();
      if (usedTable) open(newTable(usedTable.file, usedTable));
    },
    changeTable: (next) => {
      const { table } = get();
      if (!table || table.work === "preparing" || table.work === "loading") return;
      const correct = (corrected: TableImport) => {
        const { corrections } = corrected;
        // Before all of it was read once, the reader has nothing to correct.
        if (!table.opened) open(corrected);
        else begin("reading", corrected, (readId) => ({ type: "correct", readId, corrections }));
      };
      if (next.kind === "question") {
        const asked = withQuestion(table, next.question);
        const { even } = table.corrections;
        const followed = even && evenFor(even, next.question);
        if (followed === even) choose(asked);
        else correct(withEven(asked, followed ?? null));
      } else if (next.kind === "options")
        choose({ ...table, options: { ...table.options, ...next.options } });
      else if (next.kind === "even") correct(withEven(table, next.even));
      else correct({ ...table, corrections: withCorrection(table.corrections, next) });
    },
    chooseQuestionKind: (question) => {
      const { table } = get();
      if (table && table.question?.kind !== question.kind)
        choose({ ...table, question, chosen: "kind", before: null });
    },
    useTable: () => {
      const { table } = get();
      if (!table?.opened || !table.question || table.work || isStopped(table)) return;
      const { question, options } = table;
      begin("preparing", table, (readId) => ({ type: "prepare", readId, question, options }));
    },
    stopTable: stop,
    closeTable: close,
    receiveTable: (event) => {
      const { table, loadData } = get();
      if (!table || !isRatherText(table, event)) return receive(event);
      const { file, name } = table;
      close();
      loadData(
        { kind: "file", file },
        { taken: message("table.readAsText", { name }), refused: message("table.nothingToAsk", { name }) },
      );
    },
  };
}

/** What it takes to open one again that the engine has taken. */
export function usedTable({ file, opened, inForce, question, options }: TableImport): UsedTable | null {
  if (!opened || !question) return null;
  return { file, preview: opened, corrections: inForce, question, options };
}
