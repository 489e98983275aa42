import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fileMs } from "../../data/fileBytes";
import { soundExtensions } from "../../data/folderContent";
import { soundFrames } from "../../data/sound/logMel";
import { changedZip, setSize } from "../../data/zip/testing";
import { message, sentences } from "../../words/message";
import type { FolderContent, FolderEvent, FolderOptions, FolderSource } from "../folderProtocol";
import { FolderReader } from "./folderReader";

/** A file's text is the frequency of its tone in each channel; what is no number is no sound. */
async function decode(file: Blob): Promise<readonly Float32Array[]> {
  const frequencies = (await file.text()).split(" ").map(Number);
  if (frequencies.some(Number.isNaN)) throw new Error("This is no sound.");
  const angle = (2 * Math.PI) / soundFrames.sampleRate;
  return frequencies.map((hz) => Float32Array.from({ length: 4000 }, (_, i) => Math.sin(angle * hz * i)));
}

function reader(decodeWith = decode) {
  const events: FolderEvent[] = [];
  const folders = new FolderReader({ emit: (event) => events.push(event), decode: decodeWith });
  /** Opens it with this id and makes it ready with the next, unless it is refused; what it said last. */
  const read = async (
    readId: number,
    source: FolderSource,
    content: FolderContent,
    options: FolderOptions = { unit: "words" },
  ) => {
    folders.handle({ type: "open", readId, source, content });
    await folders.idle();
    if (events.at(-1)?.type !== "opened") return events.at(-1);
    folders.handle({ type: "prepare", readId: readId + 1, options });
    await folders.idle();
    return events.at(-1);
  };
  return { events, folders, read };
}

const file = (path: string, content: string) => ({ path, file: new File([content], path) });
const folder = (name: string, files: ReturnType<typeof file>[]): FolderSource => ({
  kind: "files",
  name,
  files,
});
const tones = [...Array(10).keys()].flatMap((i) => [
  file(`birds/owl/${i}.wav`, `${300 + 10 * i}`),
  file(`birds/wren/${i}.mp3`, `${3000 + 100 * i} ${3000 + 100 * i}`),
]);
const letters = [...Array(10).keys()].flatMap((i) => [
  file(`letters/kind/${i}.txt`, `Thank you for number ${i}`),
  file(`letters/harsh/${i}.txt`, `Go away with number ${i}`),
]);

test("a folder of sounds becomes frames, with progress, and what cannot be read is left out and named", async () => {
  const { events, read } = reader();
  const files = [
    ...tones,
    file("birds/owl/broken.ogg", "?"),
    file("birds/owl/silent.wav", "0"),
    file("birds/list.csv", ""),
  ];
  const last = await read(7, folder("birds", files), "sounds");
  if (last?.type !== "prepared") throw new Error(JSON.stringify(last));
  expect(last.data).toMatchObject({ name: "birds", answer: { kind: "class", labels: ["owl", "wren"] } });
  expect(last.data.names).toHaveLength(20);
  expect(last.data.names).toContain("wren/3.mp3");
  expect(last.data.decisions.slice(0, 3)).toEqual([
    message("reading.found", { noun: "sound", files: 22, folders: 2 }),
    message("reading.otherKinds", { files: 1, extensions: soundExtensions }),
    message("files.soundUnused", {
      unused: 2,
      first: message("reading.damagedSound", { name: "owl/broken.ogg" }),
    }),
  ]);
  expect(last.data.decisions).toContainEqual(message("files.soundsMixed", { mixed: 10 }));
  expect(events[0]).toEqual({
    type: "opened",
    readId: 7,
    labels: [
      { label: "owl", count: 12 },
      { label: "wren", count: 10 },
    ],
    decisions: last.data.decisions.slice(0, 2),
    leftOut: [],
  });
  const progress = events.flatMap((event) => (event.type === "progress" ? [event.progress] : []));
  expect(progress.map(({ done }) => done)).toEqual([4, 8, 12, 16, 20, 22]);
  expect(progress[0]).toEqual({ stage: "preparing", done: 4, total: 22 });
});

test("a zip of texts is read by characters or by words", async () => {
  const { read } = reader();
  const entries = Object.fromEntries(
    await Promise.all(letters.map(async ({ path, file: one }) => [path, strToU8(await one.text())] as const)),
  );
  const zip = new File([zipSync(entries).slice()], "letters.zip");
  const words = await read(1, { kind: "zip", file: zip }, "texts");
  const characters = await read(3, { kind: "zip", file: zip }, "texts", { unit: "characters" });
  if (words?.type !== "prepared" || characters?.type !== "prepared") throw new Error(JSON.stringify(words));
  expect([words.data.name, words.data.sizeBytes]).toEqual(["letters.zip", zip.size]);
  expect(words.data.lengths.every((length) => length === 5)).toBe(true);
  expect(characters.data.lengths.every((length) => length > 19)).toBe(true);
  expect(words.data.answer).toMatchObject({ labels: ["harsh", "kind"] });
});

test("texts that cannot be read are left out and named, and all of them are a reason", async () => {
  const { read } = reader();
  const noise = {
    path: "letters/kind/noise.txt",
    file: new File([Uint8Array.of(0x61, 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06)], "noise.txt"),
  };
  const some = await read(1, folder("letters", [...letters, noise]), "texts");
  if (some?.type !== "prepared") throw new Error(JSON.stringify(some));
  expect(some.data.decisions[1]).toEqual(
    message("reading.unreadFiles", {
      noun: "text",
      unread: 1,
      first: message("files.nul", { name: "kind/noise.txt", byte: 1 }),
    }),
  );
  const bad = ["a/1", "a/2", "b/1", "b/2"].map((path) => ({ ...noise, path: `x/${path}.txt` }));
  const none = await read(3, folder("x", bad), "texts");
  expect(none).toMatchObject({
    type: "refused",
    readId: 4,
    problem: sentences([
      message("files.noneAtAll", { noun: "text" }),
      message("reading.unreadFiles", {
        noun: "text",
        unread: 4,
        first: message("files.nul", { name: "a/1.txt", byte: 1 }),
      }),
    ]),
  });
});

test("says what a folder lacks", async () => {
  const { read } = reader();
  expect(await read(1, folder("letters", letters), "sounds")).toMatchObject({
    type: "refused",
    problem: sentences([
      message("reading.noneOfKind", {
        name: "letters",
        noun: "sound",
        others: 20,
        first: "letters/kind/0.txt",
      }),
      message("reading.wayOut", { noun: "sound", extensions: soundExtensions }),
    ]),
  });
  const zip = new File(["no zip"], "broken.zip");
  expect(await read(2, { kind: "zip", file: zip }, "sounds")).toMatchObject({
    type: "refused",
    readId: 2,
  });
});

test("opens once, and makes it ready as often as it is asked", async () => {
  const { folders, events, read } = reader();
  await read(1, folder("letters", letters), "texts");
  folders.handle({ type: "prepare", readId: 3, options: { unit: "characters" } });
  await folders.idle();
  const data = events.flatMap((event) => (event.type === "prepared" ? [event.data] : []));
  expect(data.map(({ lengths }) => lengths[0] > 19)).toEqual([false, true]);
});

test("has nothing to make ready before it is opened", async () => {
  const { folders, events } = reader();
  folders.handle({ type: "prepare", readId: 1, options: { unit: "words" } });
  await folders.idle();
  expect(events).toEqual([{ type: "refused", readId: 1, problem: message("reading.noFolderOpen") }]);
});

test("ends when it is told to, even while a sound is decoded that never ends, and goes on with what comes next", async () => {
  let isStuck = true;
  let begun = () => {};
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const { events, folders, read } = reader((one) => {
    begun();
    return isStuck ? new Promise(() => {}) : decode(one);
  });
  folders.handle({ type: "open", readId: 1, source: folder("birds", tones), content: "sounds" });
  await folders.idle();
  folders.handle({ type: "prepare", readId: 2, options: { unit: "words" } });
  await beginning;
  folders.handle({ type: "cancel" });
  await folders.idle();
  folders.handle({ type: "prepare", readId: 3, options: { unit: "words" } });
  isStuck = false;
  await read(4, folder("birds", tones), "sounds");
  const heard = events.flatMap(({ type, readId }) => (type === "progress" ? [] : [`${type} ${readId}`]));
  expect(heard).toEqual(["opened 1", "cancelled 2", "cancelled 3", "opened 4", "prepared 5"]);
  expect(events.every(({ type, readId }) => type !== "progress" || readId === 5)).toBe(true);
});

test("texts are read from the encoding of each, which is said, or from the one that was chosen", async () => {
  const { read } = reader();
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const files = [...Array(12).keys()].flatMap((i) => [
    { path: `menu/sweet/${i}.txt`, file: new File([latin(`Un café crème n° ${i} à côté`)], `${i}.txt`) },
    file(`menu/salt/${i}.txt`, `Une salade ${i}`),
  ]);
  const textsOf = (event: FolderEvent | undefined) => {
    if (event?.type !== "prepared" || event.data.input.kind !== "symbols") throw new Error("No texts.");
    return event.data;
  };
  const found = textsOf(await read(1, folder("menu", files), "texts", { unit: "characters" }));
  expect(found.input).toMatchObject({ symbols: expect.arrayContaining(["é", "à"]) });
  expect(found.decisions).toEqual(
    expect.arrayContaining([
      message("files.textsReadFrom", { encoding: "utf-8", files: 12 }),
      message("files.textsReadFrom", { encoding: "windows-1252", files: 12 }),
    ]),
  );
  const chosen = textsOf(
    await read(3, folder("menu", files), "texts", { unit: "characters", encoding: "windows-1251" }),
  );
  expect(chosen.input).toMatchObject({ symbols: expect.arrayContaining(["й", "а"]) });
  expect(chosen.decisions).toContainEqual(
    message("files.textsReadFrom", { encoding: "windows-1251", files: 24 }),
  );
  const plain = await read(5, folder("letters", letters), "texts");
  expect(JSON.stringify(textsOf(plain).decisions)).not.toContain("textsReadFrom");
});

describe("a drive that answers no more", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => vi.useRealTimers());

  const never = () => new Promise<never>(() => {});
  /** A file of the folder whose bytes never come. */
  const far = (path: string) => {
    const silent: File = Object.assign(new File(["?"], path), {
      arrayBuffer: never,
      slice: (): Blob => silent,
      stream: () => new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: never }),
    });
    return { path, file: silent };
  };
  const said = (path: string) =>
    message("files.noAnswer", { name: path.split("/").slice(-2).join("/"), seconds: 60 });

  test.each(["sounds", "texts"] as const)(
    "ends the reading of %s a minute after the first that are silent",
    async (content) => {
      const { read } = reader();
      const names = [...Array(40).keys()].map(
        (i) => `far/${"ab"[i % 2]}/${i}.${content === "sounds" ? "wav" : "txt"}`,
      );
      const reading = read(1, folder("far", names.map(far)), content);
      await vi.advanceTimersByTimeAsync(fileMs + 1000);
      expect(await reading).toEqual({ type: "refused", readId: 2, problem: said(names[0]) });
    },
  );

  test("leaves out a file that is silent alone, and says why", async () => {
    const { read } = reader();
    const reading = read(1, folder("letters", [far("letters/harsh/0a.txt"), ...letters]), "texts");
    await vi.advanceTimersByTimeAsync(fileMs + 1000);
    const last = await reading;
    if (last?.type !== "prepared") throw new Error(JSON.stringify(last));
    expect(last.data.decisions).toContainEqual(
      message("reading.unreadFiles", { noun: "text", unread: 1, first: said("letters/harsh/0a.txt") }),
    );
  });

  test("is said of tables that are a sequence each, and of a zip", async () => {
    const { read } = reader();
    const tables = [...Array(6).keys()].map((i) => far(`far/${"ab"[i % 2]}/${i}.csv`));
    const reading = read(1, folder("far", tables), "tables");
    await vi.advanceTimersByTimeAsync(fileMs + 1000);
    expect(await reading).toMatchObject({ type: "refused", problem: { key: "files.noAnswer" } });
    const zipped = read(3, { kind: "zip", file: far("far.zip").file }, "texts");
    await vi.advanceTimersByTimeAsync(fileMs + 1000);
    expect(await zipped).toEqual({
      type: "refused",
      readId: 3,
      problem: message("files.oneNoAnswer", { seconds: 60 }),
    });
  });
});

test("a zip is unpacked file by file as it is read, with progress, and ends when it is told to", async () => {
  const { events, folders } = reader();
  const long = new Uint8Array(20 * 2 ** 20).fill(97);
  const zip = new File(
    [zipSync({ "a/1.txt": long, "a/2.txt": long, "b/1.txt": long, "b/2.txt": long })],
    "z.zip",
  );
  folders.handle({ type: "open", readId: 1, source: { kind: "zip", file: zip }, content: "texts" });
  await folders.idle();
  folders.handle({ type: "prepare", readId: 2, options: { unit: "characters" } });
  await vi.waitUntil(() => events.some(({ type }) => type === "progress"), { interval: 0, timeout: 60_000 });
  folders.handle({ type: "cancel" });
  await folders.idle();
  const heard = events.filter(({ type }) => type !== "progress").map(({ type }) => type);
  expect(heard).toEqual(["opened", "cancelled"]);
  // Of four files some, and none of them whole.
  const done = events.flatMap((event) => (event.type === "progress" ? [event.progress.done] : []));
  expect(done.every((files) => files > 0 && files < 4)).toBe(true);
});

test("files of a zip that are damaged, or larger than they state, are left out and named, and the rest is read", async () => {
  const { read } = reader();
  const texts = letters.map(async ({ path, file: one }) => [path, strToU8(await one.text())] as const);
  const zip = changedZip(Object.fromEntries(await Promise.all(texts)), (headers) => {
    if (headers.path === "letters/harsh/3.txt") setSize(headers, 5);
    if (headers.path === "letters/kind/4.txt") headers.directory.setUint32(16, 1, true);
  });
  const last = await read(1, { kind: "zip", file: zip }, "texts");
  if (last?.type !== "prepared") throw new Error(JSON.stringify(last));
  expect(last.data.names).toHaveLength(18);
  expect(last.data.decisions).toContainEqual(
    message("reading.unreadFiles", {
      noun: "text",
      unread: 2,
      first: message("reading.zipFileTooLarge", { path: "letters/harsh/3.txt", stated: 5 }),
    }),
  );
});

test("a file that cannot be opened, and a sound that is never decoded, are left out and named", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const gone = { path: "birds/owl/gone.wav", file: new File([""], "gone.wav") };
    const notReadable = () => Promise.reject(new DOMException("The file was moved.", "NotReadableError"));
    gone.file.slice = () => Object.assign(new Blob(), { text: notReadable, arrayBuffer: notReadable });
    const { events, folders, read } = reader((one) => {
      if (one === gone.file) return notReadable();
      return one === stuck.file ? new Promise(() => {}) : decode(one);
    });
    const stuck = file("birds/owl/stuck.mp3", "300");
    const reading = read(1, folder("birds", [...tones, gone, stuck]), "sounds");
    while (events.at(-1)?.type !== "prepared" && events.at(-1)?.type !== "refused")
      await vi.advanceTimersByTimeAsync(60_000);
    const last = await reading;
    if (last?.type !== "prepared") throw new Error(JSON.stringify(last));
    expect(last.data.names).toHaveLength(20);
    expect(last.data.decisions[1]).toEqual(
      message("files.soundUnused", {
        unused: 2,
        first: message("reading.notRead", { name: "owl/gone.wav", reason: "The file was moved." }),
      }),
    );
    await folders.idle();
  } finally {
    vi.useRealTimers();
  }
});

test("all is given up where the decoder has stopped answering", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    let asked = 0;
    const { events, read } = reader(() => {
      asked++;
      return new Promise(() => {});
    });
    const reading = read(1, folder("birds", tones), "sounds");
    while (events.at(-1)?.type !== "refused") await vi.advanceTimersByTimeAsync(60_000);
    expect(await reading).toMatchObject({
      type: "refused",
      problem: message("reading.decoderSilent", { files: 4 }),
    });
    expect(asked).toBe(4);
  } finally {
    vi.useRealTimers();
  }
});

describe("examples that are not a file in a folder each", () => {
  const fileOf = (path: string, text: string) => ({ path, file: new File([text], path) });

  test("are the lines of texts whose names are their labels", async () => {
    const { events, folders } = reader();
    const names = { Arabic: ["Amin", "Nader", "", "Haddad"], Czech: ["Novak", "Dvorak"] };
    const files = Object.entries(names).map(([label, lines]) =>
      fileOf(`names/${label}.txt`, lines.join("\r\n")),
    );
    const source: FolderSource = { kind: "files", name: "names", files };
    folders.handle({ type: "open", readId: 1, source, content: "texts" });
    await folders.idle();
    const labels = { kind: "fileName" } as const;
    const examples = [
      { file: "Arabic.txt", label: "Arabic" },
      { file: "Czech.txt", label: "Czech" },
    ];
    expect(events).toEqual([
      { type: "asked", readId: 1, options: [{ source: labels, labels: 2, examples }], leftOut: [] },
    ]);
    folders.handle({ type: "open", readId: 2, source, content: "texts", labels });
    await folders.idle();
    folders.handle({ type: "prepare", readId: 3, options: { unit: "characters" } });
    await folders.idle();
    const prepared = events.find((event) => event.type === "prepared");
    expect(prepared?.data).toMatchObject({
      answer: { labels: ["Arabic", "Czech"] },
      names: ["Arabic.txt:1", "Arabic.txt:2", "Arabic.txt:4", "Czech.txt:1", "Czech.txt:2"],
    });
    expect(Array.from(prepared?.data.lengths ?? [])).toEqual([4, 5, 6, 5, 6]);
  });

  /** The table that files become, whose first row has the names. */
  async function tableOf(files: ReturnType<typeof fileOf>[]) {
    const { read } = reader();
    const last = await read(1, { kind: "files", name: "x", files }, "tables");
    if (last?.type !== "tabled") throw new Error(JSON.stringify(last));
    return { name: last.file.name, text: await last.file.text(), decisions: last.decisions };
  }

  test("are tables, which become one with a row a step", async () => {
    const files = [
      fileOf("x/walk/1.csv", "a,b\n1,2\n3,4\n"),
      fileOf("x/walk/2.csv", 'a,b\n5,"6, 7"\n'),
      fileOf("x/run/3.csv", "a,b\n8,9\n"),
      fileOf("x/run/4.csv", "a,b,c\n0,0,0\n"),
    ];
    const { name, text } = await tableOf(files);
    expect(name).toBe("x.csv");
    expect(text).toBe(
      'sequence_id,step,a,b,class\n3,1,8,9,run\n1,1,1,2,walk\n1,2,3,4,walk\n2,1,5,"6, 7",walk\n',
    );
  });

  test("are tables of one name in different folders, which stay sequences of their own", async () => {
    const { text } = await tableOf([
      fileOf("x/walk/1.csv", "a,b\n1,2\n"),
      fileOf("x/walk/2.csv", "a,b\n3,4\n"),
      fileOf("x/run/1.csv", "a,b\n5,6\n"),
      fileOf("x/run/3.csv", "a,b\n7,8\n"),
    ]);
    expect(text).toBe(
      "sequence_id,step,a,b,class\nx/run/1,1,5,6,run\nx/run/3,1,7,8,run\nx/walk/1,1,1,2,walk\nx/walk/2,1,3,4,walk\n",
    );
  });

  test("are tables whose columns are found by their names; one that has others is left out and named", async () => {
    const { text, decisions } = await tableOf([
      fileOf("x/run/1.csv", "time,a,b\n1,2,3\n"),
      fileOf("x/run/2.csv", "b,time,a\n6,4,5\n"),
      fileOf("x/walk/3.csv", "time,a,c\n7,8,9\n"),
      fileOf("x/walk/4.csv", "time,a\n7,8\n"),
      fileOf("x/walk/5.csv", "a,b,time\n8,9,7\n"),
    ]);
    expect(text).toBe("sequence_id,step,time,a,b,class\n1,1,1,2,3,run\n2,1,4,5,6,run\n5,1,7,8,9,walk\n");
    expect(decisions).toContainEqual(
      message("reading.unreadFiles", {
        noun: "table",
        unread: 2,
        first: message("reading.otherNames", { name: "x/walk/3.csv", column: "c" }),
      }),
    );
  });
});
