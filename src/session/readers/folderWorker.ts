/** The worker that reads folders of sounds and texts: a reader between the messages of the page, which decodes sounds. */
import type { DecodeSound, FolderCommand, FolderEvent, SoundDecoded } from "../folderProtocol";
import type { Heard } from "../readerProtocol";
import { buffersOf } from "./buffersOf";
import { FolderReader } from "./folderReader";

type Channels = readonly Float32Array[] | null;

const waiting = new Map<number, (channels: Channels) => void>();
let lastSoundId = 0;

const post = (event: FolderEvent | DecodeSound) =>
  self.postMessage(event, { transfer: event.type === "prepared" ? buffersOf(event.data) : [] });

const reader = new FolderReader({
  emit: post,
  decode: (file, readId) =>
    new Promise((resolve) => {
      const soundId = ++lastSoundId;
      waiting.set(soundId, resolve);
      post({ type: "decode", readId, soundId, file });
    }),
});

self.addEventListener("message", ({ data: command }: MessageEvent<Heard<FolderCommand> | SoundDecoded>) => {
  if (command.type === "decoded") {
    waiting.get(command.soundId)?.(command.channels);
    waiting.delete(command.soundId);
  } else reader.handle(command);
});
