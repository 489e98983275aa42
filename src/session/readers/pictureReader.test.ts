import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { pictureExtensions } from "../../data/folderContent";
import type { ImageOptions, Pixels } from "../../data/images/imageSequence";
import { message, sentences } from "../../words/message";
import type { FolderSource } from "../folderProtocol";
import type { PictureCommand, PictureEvent } from "../pictureProtocol";
import type { Heard } from "../readerProtocol";
import { PictureReader } from "./pictureReader";

const options: ImageOptions = { width: 2, height: 1, colour: "grey", steps: "rows", fit: "pad" };

/** Files say the grey of their left and of their right half; what says nothing of the kind is no picture. */
async function decode(file: Blob): Promise<Pixels> {
  const [left, right] = (await file.text()).split(" ").map(Number);
  if (Number.isNaN(left) || Number.isNaN(right)) throw new Error("This is no picture.");
  return { width: 2, height: 1, data: [left, left, left, 255, right, right, right, 255] };
}

const file = (path: string, content: string) => ({ path, file: new File([content], path) });
const animals: FolderSource = {
  kind: "files",
  name: "animals",
  files: ["cat", "dog"].flatMap((label, k) =>
    Array.from({ length: 10 }, (_, i) => file(`animals/${label}/${i}.png`, `${10 * i} ${255 * k}`)),
  ),
};

function reader(decodeWith = decode) {
  const events: PictureEvent[] = [];
  const pictures = new PictureReader({ emit: (event) => events.push(event), decode: decodeWith });
  const send = (command: Heard<PictureCommand>) => {
    pictures.handle(command);
    return pictures.idle();
  };
  return { events, send };
}

const find = <K extends PictureEvent["type"]>(events: readonly PictureEvent[], type: K) =>
  events.filter((event): event is Extract<PictureEvent, { type: K }> => event.type === type);

describe("PictureReader", () => {
  it("opens a folder, shows some of each label, and shows them again with other options", async () => {
    const { events, send } = reader();
    await send({ type: "open", readId: 1, source: animals });
    expect(events[0]).toEqual({
      type: "opened",
      readId: 1,
      labels: [
        { label: "cat", count: 10 },
        { label: "dog", count: 10 },
      ],
      decisions: [message("reading.found", { noun: "picture", files: 20, folders: 2 })],
      leftOut: [],
    });
    await send({ type: "preview", readId: 2, options });
    const [{ pictures }] = find(events, "previewed");
    expect(pictures).toHaveLength(20);
    expect(pictures[11]).toEqual({
      name: "dog/1.png",
      label: "dog",
      values: Float32Array.of(10 / 255, 1),
    });
    await send({ type: "preview", readId: 3, options: { ...options, width: 1, fit: "stretch" } });
    expect(find(events, "previewed")[1].pictures[0].values).toEqual(Float32Array.of(0));
  });

  it("prepares what it opened, with progress, and names what it could not read", async () => {
    const { events, send } = reader();
    const files = [...animals.files, file("animals/dog/broken.png", "?")];
    await send({ type: "open", readId: 1, source: { ...animals, files } });
    await send({ type: "prepare", readId: 2, options });
    expect(find(events, "progress").map(({ progress }) => progress.done)).toEqual([8, 16, 21]);
    expect(find(events, "progress")[0].progress).toEqual({ stage: "preparing", done: 8, total: 21 });
    const [{ data }] = find(events, "prepared");
    expect(data.names).toHaveLength(20);
    expect(data.decisions.slice(0, 2)).toEqual([
      message("reading.found", { noun: "picture", files: 21, folders: 2 }),
      message("reading.unreadFiles", {
        noun: "picture",
        unread: 1,
        first: message("reading.damagedPicture", { name: "dog/broken.png" }),
      }),
    ]);
    expect([data.train.length, data.heldOut.length]).toEqual([16, 4]);
  });

  it("reads a zip", async () => {
    const { events, send } = reader();
    const zip = zipSync({
      cat: { "1.png": strToU8("1 2"), "2.png": strToU8("3 4") },
      dog: { "1.png": strToU8("5 6"), "2.png": strToU8("7 8") },
    });
    await send({
      type: "open",
      readId: 1,
      source: { kind: "zip", file: new File([zip.slice()], "animals.zip") },
    });
    await send({ type: "prepare", readId: 2, options });
    const [{ data }] = find(events, "prepared");
    expect([data.name, data.sizeBytes, data.names.length]).toEqual(["animals.zip", zip.length, 4]);
  });

  it("says what it cannot use, and keeps what it has", async () => {
    const { events, send } = reader();
    await send({ type: "prepare", readId: 1, options });
    await send({ type: "open", readId: 2, source: animals });
    await send({ type: "open", readId: 3, source: { ...animals, files: [file("a.png", "1 2")] } });
    await send({ type: "prepare", readId: 4, options: { ...options, width: 100_000, height: 100 } });
    await send({ type: "prepare", readId: 5, options });
    expect(find(events, "refused").map(({ readId, problem }) => [readId, problem])).toEqual([
      [1, message("reading.noPicturesOpen")],
      [
        3,
        sentences([
          message("reading.inNoFolder", { name: "animals", noun: "picture" }),
          message("reading.wayOut", { noun: "picture", extensions: pictureExtensions }),
        ]),
      ],
      [
        4,
        message("files.picturesTooLarge", {
          pictures: 20,
          width: 100_000,
          height: 100,
          colour: "grey",
          numbers: 200_000_000,
          limit: 64 * 2 ** 20,
        }),
      ],
    ]);
    expect(find(events, "prepared").map(({ readId }) => readId)).toEqual([5]);
  });

  it("says why when nothing of it can be read", async () => {
    const { events, send } = reader();
    const files = animals.files.map(({ path }) => file(path, "?"));
    await send({ type: "open", readId: 1, source: { ...animals, files } });
    await send({ type: "preview", readId: 2, options });
    expect(find(events, "previewed")[0].pictures[0].values).toBeNull();
    await send({ type: "prepare", readId: 3, options });
    expect(find(events, "refused")[0].problem).toEqual(
      sentences([
        message("reading.unreadFiles", {
          noun: "picture",
          unread: 20,
          first: message("reading.damagedPicture", { name: "cat/0.png" }),
        }),
        message("files.noneAtAll", { noun: "picture" }),
      ]),
    );
  });

  it("stops when it is told to, and for what comes next", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let slow = false;
    const { events, send } = reader(async (one) => {
      if (slow) await gate;
      return decode(one);
    });
    await send({ type: "open", readId: 1, source: animals });
    slow = true;
    const first = send({ type: "prepare", readId: 2, options });
    const stop = send({ type: "cancel" });
    const second = send({ type: "prepare", readId: 3, options });
    release();
    await Promise.all([first, stop, second]);
    expect(find(events, "cancelled").map(({ readId }) => readId)).toEqual([2]);
    expect(find(events, "prepared").map(({ readId }) => readId)).toEqual([3]);
    expect(find(events, "progress").every(({ readId }) => readId === 3)).toBe(true);
  });
});
