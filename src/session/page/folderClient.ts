/** The page's side of the reading of folders, which also decodes sounds: workers have no decoder of them. */

import { message } from "../../words/message";
import type { DecodeSound, FolderCommand, FolderEvent, SoundDecoded } from "../folderProtocol";
import type { ReaderCommand, ReaderLost } from "../readerProtocol";
import { ReaderClient, type StartReader } from "./readerClient";
import { listenTo, type Reply } from "./workerLink";

type Asked = Exclude<FolderCommand, ReaderCommand>;

interface FolderClientOptions {
  /** Gets every event, and what the client itself has to tell. */
  readonly receive: (event: FolderEvent | ReaderLost) => void;
  /** The channels of a sound, at the rate that sounds are read at. Rejects where it is none. */
  readonly decode: (file: Blob) => Promise<readonly Float32Array<ArrayBuffer>[]>;
  readonly start?: StartReader<Asked, SoundDecoded>;
}

const startWorker: StartReader<Asked, SoundDecoded> = (listener) =>
  listenTo(
    new Worker(new URL("../readers/folderWorker.ts", import.meta.url), {
      type: "module",
      name: "gru-folders",
    }),
    listener,
  );

export function folderClient({ receive, decode, start = startWorker }: FolderClientOptions) {
  const answer = async ({ soundId, file }: DecodeSound, reply: Reply<SoundDecoded>) => {
    const channels = await decode(file).catch(() => null);
    reply(
      { type: "decoded", soundId, channels },
      channels?.map(({ buffer }) => buffer),
    );
  };
  return new ReaderClient<Asked, FolderEvent | DecodeSound, SoundDecoded>({
    start,
    receive: (event, reply) => {
      if (event.type === "decode") void answer(event, reply);
      else receive(event);
    },
    eventTypes: {
      opened: true,
      asked: true,
      tabled: true,
      decode: true,
      progress: true,
      prepared: true,
      second: true,
      refused: true,
      cancelled: true,
    },
    problemOf: (reason) => message("reading.readersLost", { what: "folders", reason }),
  });
}
