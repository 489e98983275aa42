/**
 * A run as a file (`.grup`): record, checkpoint and data, in the form of `plainBytes.ts`, and behind them a checksum, 8 bytes that no
 * reader of that form looks at: "GRPE", and the CRC-32 of all before. A file says that it has one (`sealed`); those that do not are older. What is read of one is held to its
 * checksum, its shapes and its own hash before anything is made of it; nothing in it is run.
 */
import * as v from "valibot";
import { blobOf } from "../blobOf";
import { failure, type Result, success } from "../data/result";
import { crc32 } from "../data/zip/crc32";
import type { SavedState } from "../session/protocol";
import { loadAll } from "../words/load";
import { type Message, message } from "../words/message";
import { say } from "../words/say";
import { yieldToEventLoop } from "../yieldToEventLoop";
import { hashOf, sha256 } from "./keptData";
import { plainParts, readPlainBefore } from "./plainBytes";
import { messages, octets } from "./plainSchemas";
import { readRecord } from "./readRecord";
import type { RunRecord } from "./runRecord";
import type { WholeRun } from "./runStore";

/** Larger ones than any browser could hold are not even begun with. */
const mostBytes = 2 ** 31 - 1;

const wholeSchema = v.object({
  kind: v.literal("run"),
  sealed: v.exactOptional(v.literal(true)),
  record: v.unknown(),
  checkpoint: v.nullable(octets),
  data: v.nullable(octets),
});

/** @param withData where they are left out, the file can be looked at where the same data are kept, and nowhere else */
export async function writeRunFile({ record, checkpoint, data }: WholeRun, withData: boolean): Promise<Blob> {
  const bytesOf = async (blob: Blob | null) => blob && new Uint8Array(await blob.arrayBuffer());
  const { history: _, ...written } = record;
  const parts = plainParts({
    kind: "run",
    sealed: true,
    record: written,
    checkpoint: await bytesOf(checkpoint?.bytes ?? null),
    data: withData ? await bytesOf(data.bytes) : null,
  });
  return blobOf([...parts, await sealOf(parts)]);
}

const sealMark = Uint8Array.of(0x47, 0x52, 0x50, 0x45);
const sealBytes = 8;

async function sealOf(parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const seal = new Uint8Array(sealBytes);
  seal.set(sealMark);
  new DataView(seal.buffer).setUint32(sealMark.length, await checksum(parts), true);
  return seal;
}

/** More at once would hold a frame for long. */
const checkedAtOnce = 2 ** 22;

async function checksum(parts: readonly Uint8Array[]): Promise<number> {
  let sum = 0;
  for (const part of parts)
    for (let at = 0; at < part.length; at += checkedAtOnce) {
      if (at > 0) await yieldToEventLoop();
      sum = crc32(part.subarray(at, at + checkedAtOnce), sum);
    }
  return sum;
}

/** What is wrong with the bytes, of which those before `end` are all that is read; null where they are as they were written. */
async function sealProblem(
  bytes: Uint8Array<ArrayBuffer>,
  end: number,
  isSealed: boolean,
): Promise<Message | null> {
  if (!isSealed && bytes.length === end) return null;
  if (bytes.length < end + (isSealed ? sealBytes : 0)) return message("kept.cutOff");
  const seal = await sealOf([bytes.subarray(0, end)]);
  const behind = bytes.subarray(end);
  const isWhole = behind.length === sealBytes && seal.every((byte, i) => behind[i] === byte);
  return isWhole ? null : message("kept.damaged");
}

/** The run that a file holds, or why it holds none, and what to do about it. */
export async function readRunFile(file: Blob): Promise<Result<WholeRun>> {
  if (file.size === 0) return failure(message("kept.emptyFile"));
  const read = await readWhole(file);
  const isDamaged = !read.ok && typeof read.problem === "object" && read.problem.key === "kept.damaged";
  return isDamaged ? failure(message("kept.altered")) : read;
}

async function readWhole(file: Blob): Promise<Result<WholeRun>> {
  if (file.size > mostBytes) return failure(message("kept.damaged"));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const plain = readPlainBefore(bytes);
  if (!plain.ok) return plain;
  const whole = v.safeParse(wholeSchema, plain.value.value);
  if (!whole.success) return failure(message("kept.damaged"));
  const { checkpoint, data, sealed } = whole.output;
  const problem = await sealProblem(bytes, plain.value.end, sealed === true);
  if (problem) return failure(problem);
  const read = readRecord(whole.output.record);
  if (!read.ok) return failure(read.problem);
  // It has no frames beside it, whatever it says.
  const { history: _, ...record } = read.record;
  if (!(await canBeSaid(record))) return failure(message("kept.damaged"));
  const dataBytes = data && new Blob([data]);
  const hash = hashOf(record.data);
  if (dataBytes && (hash === null || (await sha256(dataBytes)) !== hash))
    return failure(message("kept.damaged"));
  const source = record.data;
  return success({ record, checkpoint: saved(record, checkpoint), data: { source, bytes: dataBytes } });
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
