/** The worker that reads tables: a reader between the messages of the page. */
import type { Heard } from "../readerProtocol";
import type { TableCommand, TableEvent } from "../tableProtocol";
import { buffersOf, withSpares } from "./buffersOf";
import { TableReader } from "./tableReader";

const reader = new TableReader((event) => {
  const { message, transfer } = event.type === "prepared" ? withSpares(event) : plainly(event);
  self.postMessage(message, { transfer });
});

function plainly(message: TableEvent) {
  return { message, transfer: message.type === "second" ? buffersOf(message.table.data) : [] };
}

self.addEventListener("message", ({ data }: MessageEvent<Heard<TableCommand>>) => reader.handle(data));
