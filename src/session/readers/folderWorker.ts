/** The worker that reads folders of sounds and texts: a reader between the messages of the page, which decodes sounds. */
import type { DecodeSound, FolderCommand, FolderEvent, SoundDecoded } from "../folderProtocol";
import type { Heard } from "../readerProtocol";
import { buffersOf } from "./buffersOf";
import { FolderReader } from "./folderReader";

interface Waiting {
  readonly resolve: (channels: readonly Float32Array[]) => void;
  readonly reject: (reason: Error) => void;
}

const waiting = new Map<number, Waiting>();
let lastSoundId = 0;

const post = (event: FolderEvent | DecodeSound) => self.postMessage(event, { transfer: transfersOf(event) });

function transfersOf(event: FolderEvent | DecodeSound): ArrayBuffer[] {
  if (event.type === "prepared") return buffersOf(event.data);
  return event.type === "second" ? buffersOf(event.read.data) : [];
}

const reader = new FolderReader({
  emit: post,
  decode: (file, readId) =>
    new Promise((resolve, reject) => {
      const soundId = ++lastSoundId;
      waiting.set(soundId, { resolve, reject });
      post({ type: "decode", readId, soundId, file });
    }),
});

self.addEventListener("message", ({ data: command }: MessageEvent<Heard<FolderCommand> | SoundDecoded>) => {
  if (command.type === "decoded") {
    const { soundId, channels } = command;
    if (channels) waiting.get(soundId)?.resolve(channels);
    else waiting.get(soundId)?.reject(new Error("The browser cannot decode it."));
    waiting.delete(soundId);
  } else reader.handle(command);
});
