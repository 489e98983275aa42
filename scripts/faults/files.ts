/**
 * Damaged files of each kind through the code that reads them:
 *
 *     node scripts/run.mjs scripts/faults/files.ts [--count 10000] [--seed 1] [--kind CSV|JSON|ARFF|ts|xlsx|text|zip|WAV|PNG]
 *
 * Prints, for each kind, how many were read and how many refused, and the seeds of those that broke the reader. Exit code 1 where
 * there are any.
 */
import { parseArgs } from "node:util";
import { mix } from "../../src/mix";
import { Random } from "../../src/random";
import { NoAnswer, within } from "../../src/within";
import { countOption, UsageError } from "../usage";
import { mutated } from "./mutate";
import { type FileKindName, fileKinds, originals } from "./originals";
import { type Outcome, readers } from "./readDamaged";

export interface FileFaults {
  readonly kind: FileKindName;
  readonly files: number;
  readonly read: number;
  readonly refused: number;
  /** Of errors that nobody foresaw: the seed of the file, and the error. */
  readonly crashes: readonly string[];
  /** More than 2 s of computing, or no end. */
  readonly hangs: readonly string[];
  /** Refused without a sentence that says why. */
  readonly withoutReason: readonly string[];
  readonly longestMs: number;
}

interface Options {
  /** Of each kind. */
  readonly count: number;
  readonly seed: number;
  readonly kinds?: readonly FileKindName[];
  readonly onKind?: (faults: FileFaults) => void;
}

const hangMs = 2000;
/** Of this process: what others do on this machine is no fault of a reader. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What has no end is not waited for. */
const patienceMs = 30_000;

export async function damagedFiles({
  count,
  seed,
  kinds = fileKinds,
  onKind,
}: Options): Promise<readonly FileFaults[]> {
  const all: FileFaults[] = [];
  for (const kind of kinds) {
    const faults = await damagedFilesOf(kind, count, seed);
    onKind?.(faults);
    all.push(faults);
  }
  return all;
}

async function damagedFilesOf(kind: FileKindName, count: number, seed: number): Promise<FileFaults> {
  const [crashes, hangs, withoutReason]: [string[], string[], string[]] = [[], [], []];
  let [read, refused, longestMs] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const fileSeed = mix(seed, i);
    const sources = originals[kind];
    const bytes = mutated(sources[i % sources.length], Random.fromSeed(fileSeed));
    const beganMs = cpuMs();
    const outcome = await outcomeOf(kind, bytes, fileSeed);
    const elapsedMs = cpuMs() - beganMs;
    longestMs = Math.max(longestMs, elapsedMs);
    const which = `file ${i}`;
    if (elapsedMs > hangMs || outcome.kind === "endless") hangs.push(`${which}: ${Math.round(elapsedMs)} ms`);
    if (outcome.kind === "crashed") crashes.push(`${which}: ${outcome.error}`);
    else if (outcome.kind === "read") read++;
    else if (outcome.kind === "refused") {
      refused++;
      if (!isReason(outcome.problem)) withoutReason.push(`${which}: ${outcome.problem}`);
    }
  }
  return { kind, files: count, read, refused, crashes, hangs, withoutReason, longestMs };
}

async function outcomeOf(kind: FileKindName, bytes: Uint8Array<ArrayBuffer>, seed: number): Promise<Outcome> {
  try {
    return await within(patienceMs, readers[kind](bytes, Random.fromSeed(seed)));
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: "endless" };
    return {
      kind: "crashed",
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** A sentence, and none with a hole in it. */
const isReason = (problem: string): boolean =>
  problem.length > 20 &&
  /[.!?]$/.test(problem) &&
  !/\b(undefined|NaN|null)\b|\[object/.test(problem.replace(/“[^”]*”/g, ""));

const isWhole = ({ crashes, hangs, withoutReason }: FileFaults): boolean =>
  crashes.length + hangs.length + withoutReason.length === 0;

const columns = ["files", "read", "refused", "crashes", "hangs", "without reason", "longest"];

function row({ kind, files, read, refused, crashes, hangs, withoutReason, longestMs }: FileFaults): string {
  const numbers = [files, read, refused, crashes.length, hangs.length, withoutReason.length];
  return [
    kind.padEnd(5),
    ...numbers.map((n, i) => String(n).padStart(columns[i].length)),
    `${longestMs.toFixed(0)} ms`.padStart(8),
  ].join("  ");
}

interface Asked {
  readonly count: number;
  readonly seed: number;
  readonly kinds?: readonly FileKindName[];
}

/** Prints a table of them, and what went wrong; whether nothing did. */
export async function reportDamagedFiles({ count, seed, kinds = fileKinds }: Asked): Promise<boolean> {
  console.log(["kind ", ...columns].join("  "));
  const all = await damagedFiles({
    count,
    seed,
    kinds,
    onKind: (faults) => console.log(row(faults)),
  });
  for (const { kind, crashes, hangs, withoutReason } of all)
    for (const [what, some] of Object.entries({ crashes, hangs, "without reason": withoutReason }))
      for (const one of some.slice(0, 5)) console.log(`${kind}, ${what}: ${one}`);
  return all.every(isWhole);
}

export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      count: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      kind: { type: "string" },
    },
  });
  const kinds = fileKinds.filter((kind) => values.kind === undefined || kind === values.kind);
  if (kinds.length === 0)
    throw new UsageError(`--kind: "${values.kind}" is none of ${fileKinds.join(", ")}.`);
  const asked = { count: countOption("count", values.count), seed: countOption("seed", values.seed), kinds };
  return (await reportDamagedFiles(asked)) ? 0 : 1;
}
