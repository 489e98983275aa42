/** The worker that reads folders of sounds and texts: a reader between the messages of the page, which decodes sounds. */
import type { DecodeSound, FolderCommand, FolderEvent, SoundDecoded } from "../folderProtocol";
import type { Heard } from "../readerProtocol";
import { buffersOf, withSpares } from "./buffersOf";
import { FolderReader } from "./folderReader";

interface Waiting {
  readonly resolve: (channels: readonly Float32Array[]) => void;
  readonly reject: (reason: Error) => void;
}

const waiting = new Map<number, Waiting>();
let lastSoundId = 0;

function post(event: FolderEvent | DecodeSound): void {
  const { message, transfer } = event.type === "prepared" ? withSpares(event) : plainly(event);
  self.postMessage(message, { transfer });
}

function plainly(message: FolderEvent | DecodeSound) {
  return { message, transfer: message.type === "second" ? buffersOf(message.read.data) : [] };
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
