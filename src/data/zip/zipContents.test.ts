import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { identityOf, type Message, message, sentences } from "../../words/message";
import { startBreathing } from "../breathing";
import { archiveOf, CountedFile, changedZip, lock, setMethod, streamedZip, wideZip } from "./testing";
import { unzipFile } from "./unzipFile";
import { zipContents } from "./zipContents";

const files: Zippable = { "a/1.txt": strToU8("one"), "a/2.txt": strToU8("two"), "b/3.txt": strToU8("three") };

async function read(archive: Blob) {
  const contents = await zipContents(archive, "x.zip", startBreathing());
  if (!contents.ok) return { problem: contents.problem };
  const { files: found, leftOut } = contents.value;
  const texts = found.map(async (entry) => {
    const file = await unzipFile(archive, entry, { breathing: startBreathing() });
    return `${entry.path}: ${file.ok ? await file.value.text() : identityOf(file.problem)}`;
  });
  return { texts: await Promise.all(texts), leftOut };
}

const changed = (path: string, change: Parameters<typeof changedZip>[1]) =>
  changedZip(files, (headers) => headers.path === path && change(headers));

describe("zipContents", () => {
  it("lists files with plain paths, of Windows as well, and no folders", async () => {
    const odd = { "a/": new Uint8Array(), "b\\2.txt": strToU8("two"), "./c//3.txt": strToU8("three") };
    expect(await read(archiveOf(zipSync({ ...odd, "é/ü.txt": strToU8("four") })))).toEqual({
      texts: ["b/2.txt: two", "c/3.txt: three", "é/ü.txt: four"],
      leftOut: [],
    });
  });

  it.each([
    ["of 32 bits", zipSync(files)],
    ["of 64 bits", wideZip(files)],
  ])("reads what stands behind a program, with numbers %s", async (_, zip) => {
    const texts = ["a/1.txt: one", "a/2.txt: two", "b/3.txt: three"];
    expect(await read(archiveOf(zip))).toEqual({ texts, leftOut: [] });
    const whole = new Uint8Array(500 + zip.length).fill(7);
    whole.set(zip, 500);
    expect(await read(new Blob([whole]))).toEqual({ texts, leftOut: [] });
  });

  it("reads what stands behind a program, and before a comment", async () => {
    const zip = zipSync(files);
    const whole = new Uint8Array(500 + zip.length + 300).fill(7);
    whole.set(zip, 500);
    expect(await read(new Blob([whole]))).toEqual({
      texts: ["a/1.txt: one", "a/2.txt: two", "b/3.txt: three"],
      leftOut: [],
    });
  });

  it.each<[string, Blob, Message, number]>([
    [
      "a file for another place",
      archiveOf(zipSync({ ...files, "../../x.txt": strToU8("x") })),
      message("reading.outside", { files: 1, first: "../../x.txt" }),
      3,
    ],
    [
      "absolute paths",
      archiveOf(
        zipSync({ ...files, "/etc/x.txt": strToU8("x"), "C:\\x.txt": strToU8("x"), "a/../y": strToU8("x") }),
      ),
      message("reading.outside", { files: 3, first: "/etc/x.txt" }),
      3,
    ],
    [
      "archives in it",
      archiveOf(zipSync({ ...files, "a/in.zip": zipSync(files), "a/in.tar.gz": strToU8("x") })),
      message("reading.nested", { files: 2, first: "a/in.zip" }),
      3,
    ],
    ["a locked file", changed("a/2.txt", lock), message("reading.locked", { files: 1, first: "a/2.txt" }), 2],
    [
      "AES",
      changed("a/2.txt", (headers) => setMethod(headers, 99)),
      message("reading.locked", { files: 1, first: "a/2.txt" }),
      2,
    ],
    [
      "other methods",
      changedZip(files, (headers) => headers.path.startsWith("a") && setMethod(headers, 93)),
      message("reading.method", { files: 2, first: "a/1.txt", methods: ["Zstandard"] }),
      1,
    ],
    [
      "a method nobody knows",
      changed("b/3.txt", (headers) => setMethod(headers, 1234)),
      message("reading.method", {
        files: 1,
        first: "b/3.txt",
        methods: [message("reading.methodNumber", { method: 1234 })],
      }),
      2,
    ],
    [
      "one name twice",
      changed("a/2.txt", ({ directory }) => directory.setUint8(46 + 2, "1".charCodeAt(0))),
      message("reading.repeated", { files: 1, first: "a/1.txt" }),
      2,
    ],
    [
      "a file beyond the end",
      changed("b/3.txt", ({ directory }) => directory.setUint32(20, 5000, true)),
      message("reading.beyond", { files: 1, first: "b/3.txt" }),
      2,
    ],
  ])("leaves out %s, says so, and reads the rest", async (_, archive, said, count) => {
    const { leftOut, texts } = await read(archive);
    expect(leftOut).toEqual([said]);
    expect(texts).toHaveLength(count);
    expect(texts?.every((text) => /: (one|two|three)$/.test(text))).toBe(true);
  });

  it("says why nothing is left", async () => {
    expect(await read(changedZip(files, lock))).toEqual({
      problem: sentences([
        message("reading.zipNothingReadable", { name: "x.zip" }),
        message("reading.locked", { files: 3, first: "a/1.txt" }),
      ]),
    });
    expect(await read(archiveOf(zipSync({})))).toEqual({
      problem: message("reading.zipWithoutFiles", { name: "x.zip" }),
    });
  });

  it("reads whole files of an archive whose end is missing, and names the one that is cut off", async () => {
    const zip = zipSync(files);
    const third = new TextDecoder("latin1").decode(zip).indexOf("b/3.txt");
    expect(await read(archiveOf(zip.subarray(0, third + 9)))).toEqual({
      texts: ["a/1.txt: one", "a/2.txt: two"],
      leftOut: [
        message("reading.zipWithoutEnd", { found: 2 }),
        message("reading.zipEndsWithin", { path: "b/3.txt" }),
      ],
    });
    // The table of contents is broken, and all files are whole.
    expect(await read(archiveOf(zip.subarray(0, zip.length - 30)))).toEqual({
      texts: ["a/1.txt: one", "a/2.txt: two", "b/3.txt: three"],
      leftOut: [message("reading.zipWithoutEnd", { found: 3 })],
    });
  });

  it("finds files whose numbers stand behind them, across the pieces that it reads", async () => {
    const long = Array.from({ length: 400_000 }, (_, i) => (i * i * 7919) % 10_007).join("");
    const streamed = streamedZip({ "a/long.txt": long, "a/b.txt": "two", "a/cut.txt": "three" });
    const { texts, leftOut } = await read(archiveOf(streamed.subarray(0, streamed.length - 3)));
    expect(texts).toEqual([`a/long.txt: ${long}`, "a/b.txt: two"]);
    expect(leftOut).toEqual([
      message("reading.zipWithoutEnd", { found: 2 }),
      message("reading.zipEndsWithin", { path: "a/cut.txt" }),
    ]);
  });

  it.each([
    { isSigned: false, isWide: false },
    { isSigned: true, isWide: true },
    { isSigned: false, isWide: true },
  ])("finds files by the numbers behind them: %o", async (kind) => {
    const streamed = streamedZip({ "a/1.txt": "one".repeat(3000), "a/2.txt": "two", "a/3.txt": "" }, kind);
    // The table of contents begins, and is cut off.
    expect(await read(new Blob([streamed.slice(), Uint8Array.of(0x50, 0x4b, 1, 2)]))).toEqual({
      texts: [`a/1.txt: ${"one".repeat(3000)}`, "a/2.txt: two", "a/3.txt: "],
      leftOut: [message("reading.zipWithoutEnd", { found: 3 })],
    });
  });

  it("finds files with numbers of 64 bits before them", async () => {
    const zip = wideZip(files);
    expect(await read(archiveOf(zip.subarray(0, zip.length - 30)))).toEqual({
      texts: ["a/1.txt: one", "a/2.txt: two", "b/3.txt: three"],
      leftOut: [message("reading.zipWithoutEnd", { found: 3 })],
    });
  });

  it("goes on behind a file that is damaged", async () => {
    const [one, two, three] = ["one", "two", "three"].map((text) => streamedZip({ [`a/${text}`]: text }));
    two.fill(0, two.length - 12);
    expect(await read(new Blob([one, two, three].map((part) => part.slice())))).toEqual({
      texts: ["a/one: one", "a/three: three"],
      leftOut: [
        message("reading.zipWithoutEnd", { found: 2 }),
        message("reading.zipFileDamaged", { path: "a/two" }),
      ],
    });
  });

  it("reads little of many small files whose numbers stand behind them", async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`a/${i}.txt`, "x".repeat(i)]));
    const archive = new CountedFile([streamedZip(many).slice(), new Uint8Array(2 ** 21)]);
    const contents = await zipContents(archive, "x.zip", startBreathing());
    expect(contents.ok && contents.value.files.length).toBe(300);
    expect(archive.readBytes).toBeLessThan(300 * 10_000);
  });

  it("reads no table of contents that is as long as no archive needs it", async () => {
    const zip = zipSync(files);
    const part = new Uint8Array(2 ** 22);
    const end = zip.slice(zip.length - 22);
    const view = new DataView(end.buffer);
    view.setUint32(12, 17 * part.length, true);
    const archive = new CountedFile([zip.slice(0, zip.length - 22), ...Array(17).fill(part), end]);
    const contents = await zipContents(archive, "x.zip", startBreathing());
    expect(contents.ok && contents.value.files.length).toBe(3);
    expect(archive.readBytes).toBeLessThan(2 ** 20);
  });

  it("refuses what is too large before it looks into it", async () => {
    const part = new Blob([new Uint8Array(1e7)]);
    const archive = new CountedFile([...Array(100).fill(part), "x"]);
    expect(await zipContents(archive, "x.zip", startBreathing())).toEqual({
      ok: false,
      problem: message("reading.zipTooLarge", { name: "x.zip", sizeBytes: 1e9 + 1, limitBytes: 1e9 }),
    });
    expect(archive.readBytes).toBe(0);
  });

  it("says of what is no zip that it is none", async () => {
    const problem = message("reading.zipUnreadable", { name: "x.zip" });
    for (const text of ["PK", "no zip at all", "PK\x05\x06".padEnd(22, "\xff")])
      expect(await read(archiveOf(strToU8(text, true)))).toEqual({ problem });
    expect(await read(new Blob([]))).toEqual({ problem: message("reading.zipEmpty", { name: "x.zip" }) });
  });
});
