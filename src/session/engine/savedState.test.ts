import { afterEach, expect, it, vi } from "vitest";
import { buildVocabulary } from "../../data/vocabulary";
import { initialCheckpoint } from "../../engine/train/trainer";
import { yieldToEventLoop } from "../../yieldToEventLoop";
import { defaultSettings } from "../settings";
import { networkOf, nextSymbol, trainingOf } from "./networkOf";
import { savedState } from "./savedState";
import { sampleText } from "./testing";

afterEach(() => vi.unstubAllGlobals());

/** Bytes that are copied into blobs in each turn of the event loop, while other work takes every other turn. */
async function copiedBy(act: () => Promise<unknown>): Promise<readonly number[]> {
  const turns = [0];
  vi.stubGlobal(
    "Blob",
    class extends Blob {
      constructor(parts: BlobPart[]) {
        super(parts);
        // A blob of blobs copies nothing.
        for (const part of parts) if (ArrayBuffer.isView(part)) turns[turns.length - 1] += part.byteLength;
      }
    },
  );
  let isOver = false;
  const others = (async () => {
    for (; !isOver; turns.push(0)) await yieldToEventLoop();
  })();
  await act();
  isOver = true;
  await others;
  return turns.filter((bytes) => bytes > 0);
}

/**
 * A mebibyte takes 0.3 to 1.2 ms of a CPU here, so pieces of no more hold a training step for far less than 8 ms. What is counted is
 * the pieces, since a loaded machine measures itself.
 */
it.each([
  [[64], 1],
  [[512], 10],
  [[512, 512], 28],
])(
  "a save of %j units copies no more than 1 MiB at once, between which the next step can be taken",
  async (hiddenSizes, pieces) => {
    const settings = { ...defaultSettings, hiddenSizes };
    const { symbols } = buildVocabulary(sampleText);
    const network = { config: networkOf(settings, nextSymbol(symbols)), vocabulary: symbols };
    const checkpoint = initialCheckpoint(network, trainingOf(settings));
    const bytes = 3 * checkpoint.parameters.byteLength;
    const turns = await copiedBy(() => savedState(checkpoint));
    expect(Math.max(...turns)).toBeLessThanOrEqual(2 ** 20);
    expect(turns.reduce((a, b) => a + b)).toBeGreaterThan(bytes);
    expect(turns.length).toBeGreaterThanOrEqual(pieces);
    expect(turns.length).toBeLessThanOrEqual(pieces + 3);
  },
);
