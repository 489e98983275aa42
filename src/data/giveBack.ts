/**
 * Gives the memory of arrays back at once that nobody reads any more, all of what shares a buffer with them too: what a worker has
 * left behind stays until it collects it, which one that rests does not.
 */
export function giveBack(arrays: Iterable<ArrayBufferView<ArrayBuffer>>): void {
  for (const { buffer } of arrays) {
    if (buffer.byteLength === 0) continue;
    // Browsers before 2024 have no way that is as quick; empty the arrays are with this one as well.
    if ("transfer" in buffer && typeof buffer.transfer === "function") buffer.transfer(0);
    else structuredClone(buffer, { transfer: [buffer] });
  }
}
