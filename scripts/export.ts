/**
 * Takes a network along, as files that other programs read:
 *
 *     npm run export -- FILE --to keras|onnx|safetensors|pytorch --out DIR
 *
 * FILE is a checkpoint, as `npm run accuracy -- --save FILE` writes it. DIR is made where it is missing.
 *
 * Exit code 2, with one line on stderr, for what cannot be read or taken along.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Checkpoint } from "../src/engine/train/checkpoint";
import { CheckpointError } from "../src/engine/train/checkpointError";
import { decodeCheckpoint } from "../src/engine/train/decodeCheckpoint";
import { checkOf } from "../src/exchange/check";
import type { ExportedFile } from "../src/exchange/exported";
import { exportTo, type Format, formats } from "../src/exchange/exportTo";
import { networkOf } from "../src/exchange/network";
import { inEnglish } from "../src/words/english";
import { UsageError } from "./usage";

const usage = `npm run export -- FILE --to ${formats.join("|")} --out DIR`;

export async function main(argv: string[]): Promise<number> {
  const { file, format, folder } = readArguments(argv);
  const checkpoint = await readCheckpoint(file);
  const subject = { network: networkOf(checkpoint), check: await checkOf(checkpoint) };
  const exported = await exportTo(format, subject);
  if (!exported.ok) throw new UsageError(inEnglish(exported.problem));
  await writeAll(exported.value, folder);
  for (const { name, bytes } of exported.value)
    console.log(`${path.join(folder, name)}  ${bytes.length} bytes`);
  return 0;
}

function readArguments(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { to: { type: "string" }, out: { type: "string" } },
    allowPositionals: true,
  });
  if (positionals.length !== 1) throw new UsageError(`Name one file: ${usage}`);
  const format = formats.find((name) => name === values.to);
  if (!format) throw new UsageError(`--to: it is ${formats.join(", ")}. ${usage}`);
  if (!values.out) throw new UsageError(`--out: name the folder to write to. ${usage}`);
  return { file: positionals[0], format, folder: values.out } satisfies {
    format: Format;
    [name: string]: string;
  };
}

async function readCheckpoint(file: string): Promise<Checkpoint> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new UsageError(`“${file}” cannot be read (${error.message}).`);
  });
  try {
    return decodeCheckpoint(bytes);
  } catch (error) {
    if (error instanceof CheckpointError) throw new UsageError(`“${file}”: ${error.message}`);
    throw error;
  }
}

async function writeAll(files: readonly ExportedFile[], folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) await writeFile(path.join(folder, name), bytes);
  } catch (error) {
    throw new UsageError(
      `“${folder}” cannot be written to (${error instanceof Error ? error.message : error}).`,
    );
  }
}
