/** The worker that reads tables: a reader between the messages of the page. */
import type { Heard } from "../readerProtocol";
import type { TableCommand } from "../tableProtocol";
import { buffersOf } from "./buffersOf";
import { TableReader } from "./tableReader";

const reader = new TableReader((event) =>
  self.postMessage(event, { transfer: event.type === "prepared" ? buffersOf(event.data) : [] }),
);

self.addEventListener("message", ({ data }: MessageEvent<Heard<TableCommand>>) => reader.handle(data));
