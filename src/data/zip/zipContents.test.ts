import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { startBreathing } from "../breathing";
import { archiveOf, changedZip, lock, setMethod, streamedZip } from "./testing";
import { unzipFile } from "./unzipFile";
import { zipContents } from "./zipContents";

const files: Zippable = { "a/1.txt": strToU8("one"), "a/2.txt": strToU8("two"), "b/3.txt": strToU8("three") };

async function read(archive: Blob) {
  const contents = await zipContents(archive, "x.zip");
  if (!contents.ok) return { problem: contents.problem };
  const { files: found, leftOut } = contents.value;
  const texts = found.map(async (entry) => {
    const file = await unzipFile(archive, entry, { breathing: startBreathing() });
    return `${entry.path}: ${file.ok ? await file.value.text() : file.problem}`;
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

  it("reads what stands behind a program, and before a comment", async () => {
    const zip = zipSync(files);
    const whole = new Uint8Array(500 + zip.length + 300).fill(7);
    whole.set(zip, 500);
    const { leftOut, texts } = await read(new Blob([new Uint8Array(0), whole]));
    expect([leftOut, texts?.length]).toEqual([[], 3]);
  });

  it.each<[string, Blob, string, number]>([
    [
      "a file for another place",
      archiveOf(zipSync({ ...files, "../../x.txt": strToU8("x") })),
      "“../../x.txt” belongs outside of the archive’s own folder: left out.",
      3,
    ],
    [
      "absolute paths",
      archiveOf(
        zipSync({ ...files, "/etc/x.txt": strToU8("x"), "C:\\x.txt": strToU8("x"), "a/../y": strToU8("x") }),
      ),
      "3 files, “/etc/x.txt” the first of them, belong outside of the archive’s own folder: left out.",
      3,
    ],
    [
      "archives in it",
      archiveOf(zipSync({ ...files, "a/in.zip": zipSync(files), "a/in.tar.gz": strToU8("x") })),
      "2 files, “a/in.zip” the first of them, are archives within the archive: left out. Unpack them first.",
      3,
    ],
    [
      "a locked file",
      changed("a/2.txt", lock),
      "“a/2.txt” is locked with a password: left out. Unpack the archive and open the folder, or pack it anew without a password.",
      2,
    ],
    [
      "AES",
      changed("a/2.txt", (headers) => setMethod(headers, 99)),
      "“a/2.txt” is locked with a password: left out. Unpack the archive and open the folder, or pack it anew without a password.",
      2,
    ],
    [
      "other methods",
      changedZip(files, (headers) => headers.path.startsWith("a") && setMethod(headers, 93)),
      "2 files, “a/1.txt” the first of them, are packed with Zstandard, which cannot be unpacked here: left out. Pack them anew with Deflate.",
      1,
    ],
    [
      "a method nobody knows",
      changed("b/3.txt", (headers) => setMethod(headers, 1234)),
      "“b/3.txt” is packed with method 1234, which cannot be unpacked here: left out. Pack it anew with Deflate.",
      2,
    ],
    [
      "one name twice",
      changed("a/2.txt", ({ directory }) => directory.setUint8(46 + 2, "1".charCodeAt(0))),
      "“a/1.txt” is in the archive twice: the first of the two is read.",
      2,
    ],
    [
      "a file beyond the end",
      changed("b/3.txt", ({ directory }) => directory.setUint32(20, 5000, true)),
      "“b/3.txt” is cut off by the end of the archive: left out.",
      2,
    ],
  ])("leaves out %s, says so, and reads the rest", async (_, archive, sentence, count) => {
    const { leftOut, texts } = await read(archive);
    expect(leftOut).toEqual([sentence]);
    expect(texts).toHaveLength(count);
    expect(texts?.every((text) => /: (one|two|three)$/.test(text))).toBe(true);
  });

  it("says why nothing is left", async () => {
    expect(await read(changedZip(files, lock))).toEqual({
      problem: `“x.zip” has no files in it that can be read. 3 files, “a/1.txt” the first of them, are locked with a password: left out. Unpack the archive and open the folder, or pack it anew without a password.`,
    });
    expect(await read(archiveOf(zipSync({})))).toEqual({
      problem: "“x.zip” has no files in it. Pack some, and try again.",
    });
  });

  it("reads whole files of an archive whose end is missing, and names the one that is cut off", async () => {
    const zip = zipSync(files);
    const third = new TextDecoder("latin1").decode(zip).indexOf("b/3.txt");
    const missing = "The end of the archive is missing or damaged, and its table of contents with it.";
    expect(await read(archiveOf(zip.subarray(0, third + 9)))).toEqual({
      texts: ["a/1.txt: one", "a/2.txt: two"],
      leftOut: [`${missing} Whole files found without it: 2. The archive ends in the middle of “b/3.txt”.`],
    });
    // The table of contents is broken, and all files are whole.
    expect(await read(archiveOf(zip.subarray(0, zip.length - 30)))).toEqual({
      texts: ["a/1.txt: one", "a/2.txt: two", "b/3.txt: three"],
      leftOut: [`${missing} Whole files found without it: 3.`],
    });
  });

  it("finds files whose numbers stand behind them, across the pieces that it reads", async () => {
    const long = Array.from({ length: 400_000 }, (_, i) => (i * i * 7919) % 10_007).join("");
    const streamed = streamedZip({ "a/long.txt": long, "a/b.txt": "two", "a/cut.txt": "three" });
    const { texts, leftOut } = await read(archiveOf(streamed.subarray(0, streamed.length - 3)));
    expect(texts).toEqual([`a/long.txt: ${long}`, "a/b.txt: two"]);
    expect(leftOut?.[0]).toMatch(/found without it: 2\. .* in the middle of “a\/cut\.txt”\.$/);
  });

  it("says of what is no zip that it is none", async () => {
    const problem =
      "“x.zip” is not a zip that can be read: its table of contents is missing or damaged. Get the whole file again, or pack it anew.";
    for (const text of ["PK", "no zip at all", "PK\x05\x06".padEnd(22, "\xff")])
      expect(await read(archiveOf(strToU8(text, true)))).toEqual({ problem });
    expect(await read(new Blob([]))).toEqual({ problem: "“x.zip” is empty. Choose a zip with files in it." });
  });
});
