/** What a file of a folder or an archive holds. It is read when it is asked for, in an archive unpacked then, and never kept. */
import { type Result, success } from "../../data/result";
import { type Unzipping, unzipFile } from "../../data/zip/unzipFile";
import type { ZipEntry } from "../../data/zip/zipEntry";

export interface Opening extends Unzipping {
  readonly signal: AbortSignal;
}

export interface FileContent {
  readonly sizeBytes: number;
  /** Rejects with the signal's reason once that is aborted. */
  open(opening: Opening): Promise<Result<Blob>>;
}

export const plainContent = (file: Blob): FileContent => ({
  sizeBytes: file.size,
  open: async () => success(file),
});

export const zippedContent = (archive: Blob, entry: ZipEntry): FileContent => ({
  sizeBytes: entry.sizeBytes,
  open: (opening) => unzipFile(archive, entry, opening),
});

/** For the end of a sentence, with its full stop. */
export function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
