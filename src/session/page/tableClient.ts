/** The page's side of the reading of tables. */

import { message } from "../../words/message";
import type { ReaderCommand, ReaderLost } from "../readerProtocol";
import type { TableCommand, TableEvent } from "../tableProtocol";
import { ReaderClient, type StartReader } from "./readerClient";
import { listenTo } from "./workerLink";

type Asked = Exclude<TableCommand, ReaderCommand>;

interface TableClientOptions {
  /** Gets every event, and what the client itself has to tell. */
  readonly receive: (event: TableEvent | ReaderLost) => void;
  readonly start?: StartReader<Asked>;
}

const startWorker: StartReader<Asked> = (listener) =>
  listenTo(
    new Worker(new URL("../readers/tableWorker.ts", import.meta.url), { type: "module", name: "gru-tables" }),
    listener,
  );

export const tableClient = ({ receive, start = startWorker }: TableClientOptions) =>
  new ReaderClient<Asked, TableEvent>({
    start,
    receive,
    eventTypes: {
      beginning: true,
      opened: true,
      checked: true,
      second: true,
      progress: true,
      prepared: true,
      refused: true,
      cancelled: true,
    },
    problemOf: (reason) => message("reading.tableReaderLost", { reason }),
  });
