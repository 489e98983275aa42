import { expect, it } from "vitest";
import { CountedFile, streamedZip } from "../../data/zip/testing";
import { openFiles } from "./openFiles";

const texts = { noun: "text", extensions: ["txt"] } as const;
const megabyte = 2 ** 20;

it.each([
  [
    "between the files",
    [streamedZip(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`a/${i}`, "x"])))],
  ],
  // Its end is looked for up to the end of the archive.
  [
    "within a file",
    [streamedZip({ "a/1.txt": "x" }).subarray(0, 40), ...Array(16).fill(new Uint8Array(megabyte))],
  ],
])("searches a damaged zip no further once it is told to stop: %s", async (_, parts) => {
  const stop = new AbortController();
  let stoppedAt = 0;
  const file = new CountedFile(
    parts.map((part) => part.slice()),
    (readBytes) => {
      // What looks for a table of contents has read 64 KB.
      if (readBytes < 100_000 || stop.signal.aborted) return;
      stoppedAt = readBytes;
      stop.abort(new Error("Stopped."));
    },
  );
  await expect(openFiles({ kind: "zip", file }, texts, stop.signal)).rejects.toThrow("Stopped.");
  expect(file.readBytes - stoppedAt).toBeLessThan(megabyte / 4);
});
