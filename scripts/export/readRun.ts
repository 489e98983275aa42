import { readFile } from "node:fs/promises";
import type { Checkpoint } from "../../src/engine/train/checkpoint";
import { CheckpointError } from "../../src/engine/train/checkpointError";
import { decodeCheckpoint } from "../../src/engine/train/decodeCheckpoint";
import { readKept } from "../../src/kept/keptData";
import { readRunFile } from "../../src/kept/runFile";
import { runFileExtension } from "../../src/kept/runFileExtension";
import type { DataSource } from "../../src/session/protocol";
import { inEnglish } from "../../src/words/english";
import { UsageError } from "../usage";

interface ReadRun {
  readonly checkpoint: Checkpoint;
  /** What it was trained on, where the file has it. */
  readonly source: DataSource | null;
}

/** A checkpoint, or a run that the page has saved. @throws `UsageError` where it is neither, or cannot be read */
export async function readRun(file: string): Promise<ReadRun> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new UsageError(`“${file}” cannot be read (${error.message}).`);
  });
  if (!file.toLowerCase().endsWith(runFileExtension))
    return { checkpoint: decoded(file, bytes), source: null };
  const run = await readRunFile(new Blob([new Uint8Array(bytes)]));
  if (!run.ok) throw new UsageError(`“${file}”: ${inEnglish(run.problem)}`);
  const { checkpoint, data } = run.value;
  if (!checkpoint) throw new UsageError(`“${file}”: no step was taken in this run, so it has no weights.`);
  const source = await readKept(data);
  return {
    checkpoint: decoded(file, new Uint8Array(await checkpoint.bytes.arrayBuffer())),
    source: source.ok ? source.value : null,
  };
}

function decoded(file: string, bytes: Uint8Array): Checkpoint {
  try {
    return decodeCheckpoint(bytes);
  } catch (error) {
    if (error instanceof CheckpointError) throw new UsageError(`“${file}”: ${error.message}`);
    throw error;
  }
}
