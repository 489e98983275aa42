/** The worker that reads files: a reader between the messages of the page. */
import type { PreparedData } from "../../data/prepared";
import type { ReaderCommand, ReaderEvent } from "../tableProtocol";
import { Reader } from "./tableReader";

/** What was made ready is never used again on this side: its arrays move instead of being copied. */
function transfersOf(event: ReaderEvent): ArrayBuffer[] {
  return event.type === "prepared" ? [...new Set(arraysOf(event.data).map(({ buffer }) => buffer))] : [];
}

function arraysOf(data: PreparedData) {
  switch (data.kind) {
    case "series":
      return [data.rows, data.targets];
    case "sequences":
      return [data.lengths, data.inputs, data.answers, data.train, data.heldOut];
    case "task":
      return [];
  }
}

const reader = new Reader((event) => self.postMessage(event, { transfer: transfersOf(event) }));

self.addEventListener("message", ({ data }: MessageEvent<ReaderCommand>) => reader.handle(data));
