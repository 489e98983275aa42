import { startBreathing } from "../../data/breathing";
import { fileBytes } from "../../data/fileBytes";
import type { LabelledFile } from "../../data/labelledFiles";
import { noAnswerOf } from "../../data/noAnswerOf";
import { failure, type Result, success } from "../../data/result";
import { message, type Said } from "../../words/message";
import { type FileContent, type Opening, reasonOf } from "./fileContent";
import { nameOf } from "./openFiles";

type Item = LabelledFile<FileContent>;

interface EachItem<Read> {
  readonly signal: AbortSignal;
  /** Read at the same time; browsers decode on other threads. */
  readonly atOnce: number;
  /** Asked before a file is opened: what is too large is not even unpacked. */
  readonly checkSize?: (sizeBytes: number, name: string) => Result<unknown>;
  readonly read: (content: Blob, item: Item) => Promise<Result<Read>>;
  /** In the order of the items: what was read, or why not. What fails here ends it all. */
  readonly take: (read: Result<Read>, item: Item) => Result<unknown>;
  /** Parts of a file that is being unpacked count as well. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Between two reports on a file that is being unpacked. */
const reportMs = 100;

/** Reads files, some at a time. Rejects with the signal's reason when it is aborted, even if what is being read never ends. */
export async function eachItem<Read>(
  items: readonly Item[],
  { signal, atOnce, checkSize, read, take, onProgress }: EachItem<Read>,
): Promise<Result<unknown>> {
  const breathing = startBreathing(signal);
  let reportedMs = performance.now();
  for (let first = 0; first < items.length; first += atOnce) {
    const some = items.slice(first, first + atOnce);
    const shares = some.map(() => 0);
    const onShare = (i: number) => (share: number) => {
      shares[i] = share;
      if (performance.now() - reportedMs < reportMs) return;
      reportedMs = performance.now();
      onProgress(first + shares.reduce((sum, one) => sum + one, 0), items.length);
    };
    const reads = some.map((item, i) => {
      const size = checkSize?.(item.content.sizeBytes, nameOf(item));
      return size?.ok === false ? size : readItem(item, read, { signal, breathing, onShare: onShare(i) });
    });
    const results = await untilAborted(Promise.all(reads), signal);
    const silent = first + atOnce < items.length ? allSilent(results) : null;
    if (silent) return silent;
    for (const [i, result] of results.entries()) {
      const taken = take(result, some[i]);
      if (!taken.ok) return taken;
    }
    onProgress(first + some.length, items.length);
  }
  return success(null);
}

/** Where none of them answered, each of those that follow would wait as long for nothing: what is said of the first of them. */
function allSilent<Read>(results: readonly Result<Read>[]): Result<never> | null {
  const problems = results.flatMap((result) => (result.ok ? [] : [result.problem]));
  const isSilent = (said: Said) => typeof said !== "string" && said.key === "files.noAnswer";
  return problems.length === results.length && problems.every(isSilent) ? failure(problems[0]) : null;
}

/** What one file of many throws, as one does that was moved away or that may not be read, says no more than that of this file. */
export async function readItem<Read>(
  item: Item,
  read: EachItem<Read>["read"],
  opening: Opening,
): Promise<Result<Read>> {
  try {
    const content = await item.content.open(opening);
    if (!content.ok) return content;
    // A drive that does not answer is no decoder that does not.
    await fileBytes(content.value.slice(0, 1));
    return await read(content.value, item);
  } catch (error) {
    opening.signal.throwIfAborted();
    const silent = noAnswerOf(error, nameOf(item));
    if (silent) return failure(silent);
    return failure(message("reading.notRead", { name: nameOf(item), reason: reasonOf(error) }));
  }
}

/** What is awaited, or a rejection with the signal's reason, whichever comes first. */
export function untilAborted<T>(awaited: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    awaited.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
