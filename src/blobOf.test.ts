import { expect, it, vi } from "vitest";
import { blobOf } from "./blobOf";
import { yieldToEventLoop } from "./yieldToEventLoop";

it("joins parts of any size, and lets other work in between large pieces", async () => {
  const sizes = [0, 3, 2 ** 20 + 1, 5, 3 * 2 ** 20];
  const parts = sizes.map((size, n) => new Uint8Array(size).map((_, i) => i + n));
  let turns = 0;
  let isOver = false;
  const count = async () => {
    for (; !isOver; turns++) await yieldToEventLoop();
  };
  const counted = count();
  const blob = await blobOf(parts);
  isOver = true;
  await counted;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect(bytes.length).toBe(sizes.reduce((a, b) => a + b));
  let at = 0;
  for (const part of parts) {
    // Compared number by number by the test runner, they would take minutes.
    expect(Buffer.compare(bytes.subarray(at, at + part.length), part)).toBe(0);
    at += part.length;
  }
  expect(turns).toBeGreaterThanOrEqual(4);
});

it("makes one blob of small parts, since the page waits for the browser at each", async () => {
  let made = 0;
  const Counted = class extends Blob {
    constructor(parts: BlobPart[]) {
      super(parts);
      made++;
    }
  };
  vi.stubGlobal("Blob", Counted);
  try {
    const blob = await blobOf(Array.from({ length: 40 }, (_, i) => new Uint8Array(i)));
    expect(blob.size).toBe(780);
    expect(made).toBe(1);
  } finally {
    vi.unstubAllGlobals();
  }
});
