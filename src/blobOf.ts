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
  let open: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  // The browser is told of each blob, and the page waits for it: small pieces are one.
  for (const piece of pieces) {
    if (bytes + piece.length > mostAtOnce) {
      copied.push(new Blob(open));
      await yieldToEventLoop();
      [open, bytes] = [[], 0];
    }
    open.push(piece);
    bytes += piece.length;
  }
  const last = new Blob(open);
  // A blob of blobs copies nothing.
  return copied.length === 0 ? last : new Blob([...copied, last]);
}
