/** The worker that reads folders of sounds and texts: a reader between the messages of the page, which decodes sounds. */
import type { FolderCommand, FolderEvent } from "../folderProtocol";
import { FolderReader } from "./folderReader";

type Channels = readonly Float32Array[] | null;

const waiting = new Map<number, (channels: Channels) => void>();
let lastSoundId = 0;

function post(event: FolderEvent): void {
  const transfer =
    event.type === "prepared"
      ? (["inputs", "answers", "lengths", "train", "heldOut"] as const).map((name) => event.data[name].buffer)
      : [];
  self.postMessage(event, { transfer });
}

const reader = new FolderReader({
  emit: post,
  decode: (file, readId) =>
    new Promise((resolve) => {
      const soundId = ++lastSoundId;
      waiting.set(soundId, resolve);
      post({ type: "decode", readId, soundId, file });
    }),
});

self.addEventListener("message", ({ data: command }: MessageEvent<FolderCommand>) => {
  switch (command.type) {
    case "read":
      return void reader.read(command);
    case "decoded":
      waiting.get(command.soundId)?.(command.channels);
      return void waiting.delete(command.soundId);
    case "cancel":
      return reader.cancel();
  }
});
