/**
 * Runs the engine on a case made with another framework, and prints what it computed as JSON:
 *
 *     npm run conformance -- CASE.json [--backend cpu|webgpu|reference] [--out FILE]
 *
 * The format is in ARCHITECTURE.md. A case that cannot be run gives one line on stderr and exit code 2.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Backend } from "../src/engine/backends/backend";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { createReferenceBackend } from "../src/engine/backends/reference/reference";
import { requestWebgpuBackend } from "../src/engine/backends/webgpu/webgpu";
import { ConformanceCaseError } from "../src/engine/conformance/case";
import { runConformance } from "../src/engine/conformance/conformance";
import { nodeGpu } from "./nodeGpu";

const backends: Readonly<Record<string, () => Promise<Backend>>> = {
  reference: async () => createReferenceBackend(),
  cpu: async () => createCpuBackend(),
  webgpu: () => requestWebgpuBackend(nodeGpu()),
};

function readJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConformanceCaseError(`${path} is not JSON: ${messageOf(error)}`);
  }
}

function readArguments(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { backend: { type: "string", default: "cpu" }, out: { type: "string" } },
    });
  } catch (error) {
    throw new ConformanceCaseError(messageOf(error));
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** JSON has no infinities: a result that holds one would say null, and nobody would know why. */
function toJson(result: unknown): string {
  return JSON.stringify(result, (key, value) => {
    if (typeof value !== "number" || Number.isFinite(value)) return value;
    throw new ConformanceCaseError(`the result is not finite in float32: ${key} is ${value}`);
  });
}

async function run(argv: string[]): Promise<void> {
  const { values, positionals } = readArguments(argv);
  const [path] = positionals;
  if (!path) throw new ConformanceCaseError("Name a case: npm run conformance -- CASE.json");
  const open = backends[values.backend];
  if (!open) throw new ConformanceCaseError(`--backend: "${values.backend}" is not cpu, webgpu or reference`);
  const text = await readFile(path, "utf8").catch(() => {
    throw new ConformanceCaseError(`${path} cannot be read`);
  });
  const json = readJson(path, text);
  const backend = await open();
  const result = `${toJson(await runConformance(json, backend))}\n`;
  backend.destroy();
  if (values.out) await save(values.out, result);
  else process.stdout.write(result);
}

async function save(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: unknown) => {
    throw new ConformanceCaseError(`--out: ${messageOf(error)}`);
  });
}

export async function main(argv: string[]): Promise<number> {
  try {
    await run(argv);
    return 0;
  } catch (error) {
    if (!(error instanceof ConformanceCaseError)) throw error;
    console.error(error.message);
    return 2;
  }
}
