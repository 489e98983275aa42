import type { LabelledFile } from "../../data/labelledFiles";
import { type Result, success } from "../../data/result";

interface EachItem<Read> {
  readonly signal: AbortSignal;
  /** Read at the same time; browsers decode on other threads. */
  readonly atOnce: number;
  readonly read: (content: Blob, item: LabelledFile<Blob>) => Promise<Read>;
  /** In the order of the items. What fails here ends it all. */
  readonly take: (read: Read, item: LabelledFile<Blob>) => Result<unknown>;
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads files, some at a time. Rejects with the signal's reason when it is aborted, even if what is being read never ends. */
export async function eachItem<Read>(
  items: readonly LabelledFile<Blob>[],
  { signal, atOnce, read, take, onProgress }: EachItem<Read>,
): Promise<Result<unknown>> {
  for (let first = 0; first < items.length; first += atOnce) {
    const some = items.slice(first, first + atOnce);
    const results = await untilAborted(Promise.all(some.map((item) => read(item.content, item))), signal);
    for (const [i, result] of results.entries()) {
      const taken = take(result, some[i]);
      if (!taken.ok) return taken;
    }
    onProgress(first + some.length, items.length);
  }
  return success(null);
}

/** What is awaited, or a rejection with the signal's reason, whichever comes first. */
export function untilAborted<T>(awaited: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    awaited.then(resolve, reject);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });
}
