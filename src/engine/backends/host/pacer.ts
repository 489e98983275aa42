import { yieldToEventLoop } from "../../../yieldToEventLoop";

/** How long the thread may be kept from its other work, in milliseconds. */
const sliceMs = 12;

/**
 * Returns a function to be awaited often: it lends the thread to waiting messages and timers when a slice of time
 * is over, and costs next to nothing otherwise.
 */
export function createPacer(): () => Promise<void> | undefined {
  let sliceEnd = performance.now() + sliceMs;
  return () => {
    if (performance.now() < sliceEnd) return undefined;
    return yieldToEventLoop().then(() => {
      sliceEnd = performance.now() + sliceMs;
    });
  };
}
