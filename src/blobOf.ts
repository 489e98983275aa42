/** Bytes that the browser keeps, outside of the memory of whoever has made them. */

import { yieldToEventLoop } from "./yieldToEventLoop";

/** To copy more at once would hold a frame or a training step for long. */
const mostAtOnce = 2 ** 20;

/** What stands one after the other as one blob. Large parts are copied piece by piece, and between two pieces other work is done. */
export async function blobOf(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Blob> {
  const pieces = parts.flatMap((part) => {
    const count = Math.max(1, Math.ceil(part.length / mostAtOnce));
    return Array.from({ length: count }, (_, i) => part.subarray(i * mostAtOnce, (i + 1) * mostAtOnce));
  });
  const copied: Blob[] = [];
  let sinceLast = 0;
  for (const piece of pieces) {
    if (sinceLast + piece.length > mostAtOnce) {
      await yieldToEventLoop();
      sinceLast = 0;
    }
    copied.push(new Blob([piece]));
    sinceLast += piece.length;
  }
  // A blob of blobs copies nothing.
  return new Blob(copied);
}
