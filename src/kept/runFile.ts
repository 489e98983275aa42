/**
 * A run as a file (`.grup`): record, checkpoint and data, in the form of `plainBytes.ts`. What is read of one is held to its shapes and
 * to its own hash before anything is made of it; nothing in it is run.
 */
import * as v from "valibot";
import { blobOf } from "../blobOf";
import { failure, type Result, success } from "../data/result";
import type { SavedState } from "../session/protocol";
import { loadAll } from "../words/load";
import { message } from "../words/message";
import { say } from "../words/say";
import { hashOf, sha256 } from "./keptData";
import { plainParts, readPlain } from "./plainBytes";
import { messages, octets } from "./plainSchemas";
import { readRecord } from "./readRecord";
import type { RunRecord } from "./runRecord";
import type { WholeRun } from "./runStore";

/** Larger ones than any browser could hold are not even begun with. */
const mostBytes = 2 ** 31 - 1;

const wholeSchema = v.object({
  kind: v.literal("run"),
  record: v.unknown(),
  checkpoint: v.nullable(octets),
  data: v.nullable(octets),
});

/** @param withData where they are left out, the file can be looked at where the same data are kept, and nowhere else */
export async function writeRunFile({ record, checkpoint, data }: WholeRun, withData: boolean): Promise<Blob> {
  const bytesOf = async (blob: Blob | null) => blob && new Uint8Array(await blob.arrayBuffer());
  const { history: _, ...written } = record;
  return blobOf(
    plainParts({
      kind: "run",
      record: written,
      checkpoint: await bytesOf(checkpoint?.bytes ?? null),
      data: withData ? await bytesOf(data.bytes) : null,
    }),
  );
}

/** The run that a file holds, or why it holds none. */
export async function readRunFile(file: Blob): Promise<Result<WholeRun>> {
  if (file.size > mostBytes) return failure(message("kept.damaged"));
  const plain = readPlain(new Uint8Array(await file.arrayBuffer()));
  if (!plain.ok) return plain;
  const whole = v.safeParse(wholeSchema, plain.value);
  if (!whole.success) return failure(message("kept.damaged"));
  const { checkpoint, data } = whole.output;
  const read = readRecord(whole.output.record);
  if (!read.ok) return failure(read.problem);
  // It has no frames beside it, whatever it says.
  const { history: _, ...record } = read.record;
  if (!(await canBeSaid(record))) return failure(message("kept.damaged"));
  const bytes = data && new Blob([data]);
  const hash = hashOf(record.data);
  if (bytes && (hash === null || (await sha256(bytes)) !== hash)) return failure(message("kept.damaged"));
  return success({ record, checkpoint: saved(record, checkpoint), data: { source: record.data, bytes } });
}

const saved = ({ step }: RunRecord, bytes: Uint8Array<ArrayBuffer> | null): SavedState | null =>
  bytes && { step, bytes: new Blob([bytes]) };

/** Whether the catalogue has every message in it, with the values that it takes. */
export async function canBeSaid(value: unknown): Promise<boolean> {
  const words = await loadAll("en");
  const isSayable = (one: unknown): boolean => {
    if (typeof one !== "object" || one === null || ArrayBuffer.isView(one)) return true;
    if ("key" in one && "values" in one && !isSaid(words, one)) return false;
    return Object.values(one).every(isSayable);
  };
  return isSayable(value);
}

function isSaid(words: Awaited<ReturnType<typeof loadAll>>, one: object): boolean {
  try {
    // Its shape was checked; whether there is such an entry, and what it makes of such values, only saying it tells.
    return typeof say(words, v.parse(messages, one)) === "string";
  } catch {
    return false;
  }
}
