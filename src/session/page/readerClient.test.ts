import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { message, type Said } from "../../words/message";
import type { FolderSource, SoundDecoded } from "../folderProtocol";
import { folderClient } from "./folderClient";
import { pictureClient } from "./pictureClient";
import { stopMs } from "./readerClient";
import { tableClient } from "./tableClient";
import { fakeWorkers } from "./testWorkers";

const file = new File(["a,b\n1,2"], "a.csv");
const zip: FolderSource = { kind: "zip", file: new File(["…"], "birds.zip") };
const channels = [Float32Array.of(1, 2), Float32Array.of(3, 4)];

/** Each reader with what opens something in it, and what it said when its worker crashed. */
const readers = {
  tables: () => {
    const { workers, start } = fakeWorkers<unknown>();
    const heard: unknown[] = [];
    const client = tableClient({ receive: (event) => heard.push(event), start });
    const open = (readId: number) => client.send({ type: "open", readId, file });
    return { workers, heard, open, client };
  },
  folders: () => {
    const { workers, start } = fakeWorkers<unknown>();
    const heard: unknown[] = [];
    const client = folderClient({
      receive: (event) => heard.push(event),
      decode: async () => channels,
      start,
    });
    const open = (readId: number) => client.send({ type: "open", readId, source: zip, content: "sounds" });
    return { workers, heard, open, client };
  },
  pictures: () => {
    const { workers, start } = fakeWorkers<unknown>();
    const heard: unknown[] = [];
    const client = pictureClient({ receive: (event) => heard.push(event), start });
    const open = (readId: number) => client.send({ type: "open", readId, source: zip });
    return { workers, heard, open, client };
  },
};
const problemsFor = {
  tables: (reason: Said) => message("reading.tableReaderLost", { reason }),
  folders: (reason: Said) => message("reading.readersLost", { what: "folders", reason }),
  pictures: (reason: Said) => message("reading.readersLost", { what: "pictures", reason }),
};

describe.each(["tables", "folders", "pictures"] as const)("the client of %s", (name) => {
  const cancelled = (readId: number) => ({ type: "cancelled", readId });

  it("starts its worker when there is something to read, and passes on what is said", () => {
    const { workers, heard, open, client } = readers[name]();
    client.send({ type: "cancel" });
    client.send({ type: "close" });
    expect(workers).toHaveLength(0);
    open(1);
    client.send({ type: "cancel" });
    expect(workers).toHaveLength(1);
    expect(workers[0].commands).toMatchObject([{ type: "open", readId: 1 }, { type: "cancel" }]);
    workers[0].onMessage(cancelled(1));
    expect(heard).toEqual([cancelled(1)]);
  });

  it("hands two openings in a row to the same worker", () => {
    const { workers, open } = readers[name]();
    open(1);
    open(2);
    expect(workers.map(({ commands }) => commands)).toMatchObject([[{ readId: 1 }, { readId: 2 }]]);
  });

  it("gives the memory of what is closed back, and does not hear it any more", () => {
    const { workers, heard, open, client } = readers[name]();
    open(1);
    client.send({ type: "close" });
    expect(workers[0].terminated).toBe(true);
    expect(workers[0].commands).toHaveLength(1);
    workers[0].onMessage(cancelled(1));
    workers[0].onCrash("too late");
    expect(heard).toEqual([]);
    open(2);
    expect(workers).toHaveLength(2);
    expect(workers[1].commands).toMatchObject([{ type: "open", readId: 2 }]);
  });

  it("says what to do where its worker cannot come without a connection", () => {
    const { workers, heard, open } = readers[name]();
    open(3);
    workers[0].onCrash(message("engine.offline"));
    expect(heard).toEqual([{ type: "lost", readId: 3, problem: message("reading.offline") }]);
  });

  it("says that all is lost when the worker crashes while it opens, and goes on with a new one", () => {
    const { workers, heard, open } = readers[name]();
    open(6);
    open(7);
    workers[0].onCrash("out of memory");
    expect(workers[0].terminated).toBe(true);
    expect(heard).toEqual([{ type: "lost", readId: 7, problem: problemsFor[name]("out of memory") }]);
    open(8);
    expect(workers).toHaveLength(2);
    expect(workers[1].commands).toMatchObject([{ readId: 8 }]);
  });

  it("says so when it crashes while nothing is asked, and has nothing to stop then", () => {
    const { workers, heard, open, client } = readers[name]();
    open(1);
    workers[0].onMessage({ type: "refused", readId: 1, problem: "No." });
    workers[0].onCrash("out of memory");
    expect(heard[1]).toEqual({ type: "lost", readId: 1, problem: problemsFor[name]("out of memory") });
    client.send({ type: "cancel" });
    expect(workers).toHaveLength(1);
  });

  it("takes a message that is none of the reader's for a crash", () => {
    const { workers, heard, open } = readers[name]();
    open(1);
    workers[0].onMessage({ type: "hello", readId: 1 });
    expect(heard).toMatchObject([{ type: "lost", readId: 1 }]);
  });
});

describe.each(["tables", "folders", "pictures"] as const)("a worker of %s that does not stop", (name) => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const cancelled = (readId: number) => ({ type: "cancelled", readId });

  it("is ended, and another one opens what was asked for next", () => {
    const { workers, heard, open } = readers[name]();
    open(1);
    open(2);
    vi.advanceTimersByTime(stopMs - 1);
    expect(workers.map(({ terminated }) => terminated)).toEqual([false]);
    vi.advanceTimersByTime(1);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(workers[1].commands).toMatchObject([{ type: "open", readId: 2 }]);
    workers[0].onMessage(cancelled(1));
    workers[1].onMessage(cancelled(2));
    expect(heard).toEqual([cancelled(2)]);
  });

  it("is ended, and what it was told to stop is said to be stopped", () => {
    const { workers, heard, open, client } = readers[name]();
    open(1);
    workers[0].onMessage({ type: "progress", readId: 1, progress: { stage: "reading", done: 0, total: 1 } });
    client.send({ type: "cancel" });
    workers[0].onMessage({ type: "progress", readId: 1, progress: { stage: "reading", done: 1, total: 1 } });
    vi.advanceTimersByTime(stopMs);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    expect(heard.at(-1)).toEqual(cancelled(1));
    open(2);
    expect(workers).toHaveLength(2);
  });

  it("takes with it what was open, which is said", () => {
    const { workers, heard, open, client } = readers[name]();
    open(1);
    workers[0].onMessage({ type: "opened", readId: 1 });
    open(2);
    client.send({ type: "cancel" });
    vi.advanceTimersByTime(stopMs);
    expect(heard.at(-1)).toMatchObject({ type: "lost", readId: 2 });
    expect(heard.at(-1)).toHaveProperty(
      "problem",
      problemsFor[name](message("reading.didNotStop", { seconds: 5 })),
    );
  });

  it("is left alone where it stops in time, has nothing to stop, or is still at what it was asked last", () => {
    const { workers, open, client } = readers[name]();
    open(1);
    open(2);
    workers[0].onMessage(cancelled(1));
    vi.advanceTimersByTime(10 * stopMs);
    workers[0].onMessage({ type: "opened", readId: 2 });
    client.send({ type: "cancel" });
    vi.advanceTimersByTime(10 * stopMs);
    open(3);
    client.send({ type: "cancel" });
    workers[0].onMessage(cancelled(3));
    vi.advanceTimersByTime(10 * stopMs);
    expect(workers.map(({ terminated }) => terminated)).toEqual([false]);
    open(4);
    client.send({ type: "cancel" });
    client.send({ type: "close" });
    open(5);
    vi.advanceTimersByTime(10 * stopMs);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });
});

describe("the client of folders", () => {
  /** One that has a sound to decode, of which this is what the browser makes. */
  function decoding(decoded: Promise<typeof channels>) {
    const { workers, start } = fakeWorkers<unknown>();
    const heard: unknown[] = [];
    const asked: Blob[] = [];
    const client = folderClient({
      receive: (event) => heard.push(event),
      decode: (sound) => {
        asked.push(sound);
        return decoded;
      },
      start,
    });
    client.send({ type: "open", readId: 1, source: zip, content: "sounds" });
    const sound = new Blob(["…"]);
    workers[0].onMessage({ type: "decode", readId: 1, soundId: 5, file: sound });
    expect(asked).toEqual([sound]);
    return { workers, heard, client };
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it("decodes sounds for the worker, and moves them there", async () => {
    const { workers, heard } = decoding(Promise.resolve(channels));
    await settled();
    const answer: SoundDecoded = { type: "decoded", soundId: 5, channels };
    expect(workers[0].commands[1]).toEqual(answer);
    expect(workers[0].moved).toEqual(channels.map(({ buffer }) => buffer));
    expect(heard).toEqual([]);
  });

  it("says of what is no sound that it is none", async () => {
    const { workers } = decoding(Promise.reject(new Error("No sound.")));
    await settled();
    expect(workers[0].commands[1]).toEqual({ type: "decoded", soundId: 5, channels: null });
  });

  it("starts no worker for a sound whose folder was closed meanwhile", async () => {
    const { workers, client } = decoding(Promise.resolve(channels));
    client.send({ type: "close" });
    await settled();
    expect(workers.map(({ commands }) => commands.length)).toEqual([1]);
  });
});
