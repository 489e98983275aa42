import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fileBytes, fileMs } from "./fileBytes";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("gives the bytes, and why there are none", async () => {
  expect(await fileBytes(new File(["abc"], "a.txt").slice(1))).toEqual(new Uint8Array([98, 99]));
  const gone = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error("moved")) });
  await expect(fileBytes(gone)).rejects.toThrow("moved");
});

it("does not wait for ever for a drive that never answers", async () => {
  const far = Object.assign(new Blob(), { arrayBuffer: () => new Promise<never>(() => {}) });
  const read = expect(fileBytes(far)).rejects.toThrow("There was no answer within 60 s.");
  await vi.advanceTimersByTimeAsync(fileMs);
  await read;
});
