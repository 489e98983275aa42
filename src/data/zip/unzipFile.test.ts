import { crc32 as nodeCrc32 } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Random } from "../../random";
import { identityOf, message } from "../../words/message";
import { startBreathing } from "../breathing";
import { crc32 } from "./crc32";
import { archiveOf, CountedFile, changedZip, setSize } from "./testing";
import { unzipFile } from "./unzipFile";
import { zipContents } from "./zipContents";

function noise(length: number): Uint8Array {
  const random = Random.fromSeed(1);
  return Uint8Array.from({ length }, () => random.integer(0, 255));
}

async function only(archive: Blob) {
  const contents = await zipContents(archive, "x.zip", startBreathing());
  if (!contents.ok) throw new Error(identityOf(contents.problem));
  return contents.value.files[0];
}

const unzipped = async (archive: Blob, onShare: (share: number) => void = () => undefined) =>
  unzipFile(archive, await only(archive), { breathing: startBreathing(), onShare });

const noisy = noise(3 * 2 ** 20);

describe("unzipFile", () => {
  it("gives what was packed, deflated or not, of any size, and says how far it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(0, 9), async (bytes, level) => {
        const archive = archiveOf(zipSync({ x: [bytes, { level: level === 0 ? 0 : 9 }] }));
        const file = await unzipped(archive);
        expect(file.ok && new Uint8Array(await file.value.arrayBuffer())).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
    for (const [bytes, level] of [
      [noisy, 0],
      [noisy, 6],
      [new Uint8Array(5 * 2 ** 20), 6],
    ] as const) {
      const archive = archiveOf(zipSync({ x: [bytes, { level }] }));
      const shares: number[] = [];
      const file = await unzipped(archive, (share) => shares.push(share));
      expect(file.ok && crc32(new Uint8Array(await file.value.arrayBuffer()))).toBe(nodeCrc32(bytes));
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    }
  });

  it("stops at the size that is stated, and reads no further", async () => {
    const bomb = changedZip({ x: [noisy, { level: 6 }] }, (headers) => setSize(headers, 1000));
    const archive = new CountedFile([bomb]);
    const entry = await only(archive);
    archive.readBytes = 0;
    expect(await unzipFile(archive, entry, { breathing: startBreathing() })).toEqual({
      ok: false,
      problem: message("reading.zipFileTooLarge", { path: "x", stated: 1000 }),
    });
    expect(archive.readBytes).toBeLessThan(1.1 * 2 ** 20);
  });

  it("says that a file is damaged: its bytes, its checksum, its header, a stream that ends too early", async () => {
    const text = "one two three ".repeat(1000);
    const damaged = { ok: false, problem: message("reading.zipFileDamaged", { path: "x" }) };
    const of = unzipped;
    const files = { x: strToU8(text) };
    const longer = changedZip(files, (headers) => setSize(headers, text.length + 1));
    expect(await of(longer)).toEqual(damaged);
    expect(await of(changedZip(files, ({ own }) => own.setUint8(0, 1)))).toEqual(damaged);
    expect(await of(changedZip(files, ({ directory }) => directory.setUint32(16, 1, true)))).toEqual(damaged);
    expect(await of(changedZip(files, ({ own }) => own.setUint8(31, 0b110)))).toEqual(damaged);
    const stored = { x: [strToU8(text), { level: 0 }] } as const;
    expect(
      await of(changedZip({ ...stored, x: [strToU8(text), { level: 0 }] }, ({ own }) => own.setUint8(50, 1))),
    ).toEqual(damaged);
    // Of three megabytes, all but the first few bytes stand behind the end of the stream.
    const trailing = zipSync({ x: strToU8("short"), y: [noisy, { level: 0 }] });
    const entry = await only(archiveOf(trailing));
    const behind = { ...entry, sizeBytes: 100, packedBytes: 3 * 2 ** 20 };
    const archive = new CountedFile([trailing.slice()]);
    expect(await unzipFile(archive, behind, { breathing: startBreathing() })).toEqual(damaged);
    expect(archive.readBytes).toBeLessThan(1.1 * 2 ** 20);
  });

  it("ends when it is told to, between two pieces", async () => {
    const archive = archiveOf(zipSync({ x: [noisy, { level: 6 }] }));
    const stop = new AbortController();
    const shares: number[] = [];
    const onShare = (share: number) => {
      shares.push(share);
      stop.abort();
    };
    await expect(
      unzipFile(archive, await only(archive), { breathing: startBreathing(stop.signal), onShare }),
    ).rejects.toThrow("aborted");
    expect(shares).toHaveLength(1);
  });

  it("lets others have their turn", async () => {
    const archive = archiveOf(zipSync({ x: new Uint8Array(48 * 2 ** 20) }));
    const entry = await only(archive);
    const stop = new AbortController();
    setTimeout(() => stop.abort());
    await expect(unzipFile(archive, entry, { breathing: startBreathing(stop.signal) })).rejects.toThrow(
      "aborted",
    );
  });
});
