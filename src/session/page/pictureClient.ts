/** The page's side of the reading of pictures. */

import { message } from "../../words/message";
import type { PictureCommand, PictureEvent } from "../pictureProtocol";
import type { ReaderCommand, ReaderLost } from "../readerProtocol";
import { ReaderClient, type StartReader } from "./readerClient";
import { listenTo } from "./workerLink";

type Asked = Exclude<PictureCommand, ReaderCommand>;

interface PictureClientOptions {
  /** Gets every event, and what the client itself has to tell. */
  readonly receive: (event: PictureEvent | ReaderLost) => void;
  readonly start?: StartReader<Asked>;
}

const startWorker: StartReader<Asked> = (listener) =>
  listenTo(
    new Worker(new URL("../readers/pictureWorker.ts", import.meta.url), {
      type: "module",
      name: "gru-pictures",
    }),
    listener,
  );

export const pictureClient = ({ receive, start = startWorker }: PictureClientOptions) =>
  new ReaderClient<Asked, PictureEvent>({
    start,
    receive,
    eventTypes: {
      opened: true,
      asked: true,
      previewed: true,
      progress: true,
      prepared: true,
      second: true,
      refused: true,
      cancelled: true,
    },
    problemOf: (reason) => message("reading.readersLost", { what: "pictures", reason }),
  });
