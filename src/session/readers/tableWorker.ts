/** The worker that reads tables: a reader between the messages of the page. */
import type { Heard } from "../readerProtocol";
import type { TableCommand, TableEvent } from "../tableProtocol";
import { buffersOf } from "./buffersOf";
import { TableReader } from "./tableReader";

const reader = new TableReader((event) => self.postMessage(event, { transfer: transferOf(event) }));

function transferOf(event: TableEvent): ArrayBuffer[] {
  const data = event.type === "prepared" ? event.data : event.type === "second" ? event.table.data : null;
  return data ? buffersOf(data) : [];
}

self.addEventListener("message", ({ data }: MessageEvent<Heard<TableCommand>>) => reader.handle(data));
