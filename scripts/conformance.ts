/**
 * Runs the engine on cases made with other frameworks:
 *
 *     npm run conformance -- CASE.json [--backend cpu|webgpu|reference] [--out FILE]
 *     npm run conformance -- CASE.json --backend all
 *     npm run conformance
 *
 * The first prints what the engine computes as JSON, the second how far the backends lie apart, tensor by tensor, the third
 * how far each backend lies from the numbers of PyTorch and Keras in scripts/golden/. The format of a case is in
 * scripts/golden/make_golden.py. A case that cannot be run gives one line on stderr and exit code 2.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Backend } from "../src/engine/backends/backend";
import { createCpuBackend } from "../src/engine/backends/cpu/cpu";
import { createReferenceBackend } from "../src/engine/backends/reference/reference";
import { requestWebgpuBackend } from "../src/engine/backends/webgpu/webgpu";
import { ConformanceCaseError } from "../src/engine/conformance/case";
import { type ComparedResult, errorsBetween, worse } from "../src/engine/conformance/compare";
import { runConformance } from "../src/engine/conformance/conformance";
import { nodeGpu } from "./nodeGpu";

const backends: Readonly<Record<string, () => Promise<Backend>>> = {
  reference: async () => createReferenceBackend(),
  cpu: async () => createCpuBackend(),
  webgpu: () => requestWebgpuBackend(nodeGpu()),
};

const goldenFolder = "scripts/golden/";

function readArguments(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { backend: { type: "string" }, out: { type: "string" } },
    });
  } catch (error) {
    throw new ConformanceCaseError(messageOf(error));
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function readCase(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new ConformanceCaseError(`${path} cannot be read`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConformanceCaseError(`${path} is not JSON: ${messageOf(error)}`);
  }
}

async function runOn(name: string, json: unknown) {
  const open = backends[name];
  if (!open) throw new ConformanceCaseError(`--backend: "${name}" is not cpu, webgpu, reference or all`);
  const backend = await open();
  try {
    return await runConformance(json, backend);
  } finally {
    backend.destroy();
  }
}

/** JSON has no infinities: a result that holds one would say null, and nobody would know why. */
function toJson(result: unknown): string {
  return JSON.stringify(result, (key, value) => {
    if (typeof value !== "number" || Number.isFinite(value)) return value;
    throw new ConformanceCaseError(`the result is not finite in float32: ${key} is ${value}`);
  });
}

const shown = (error: number) => error.toExponential(1).padStart(9);

/** Every tensor of a case, and how far the float32 backends are from the float64 reference. */
async function compareBackends(json: unknown): Promise<string> {
  const reference = await runOn("reference", json);
  const others = ["cpu", "webgpu"] as const;
  const errors = await Promise.all(
    others.map(async (name) => errorsBetween(await runOn(name, json), reference)),
  );
  const width = Math.max(...errors[0].map(({ tensor }) => tensor.length));
  const lines = errors[0].map(({ tensor }, i) => {
    const columns = errors.map((of) => `${shown(of[i].absolute)} ${shown(of[i].relative)}`);
    return `${tensor.padEnd(width)}  ${columns.join("  ")}`;
  });
  const head = `${"worst error".padEnd(width)}  ${others.map((name) => name.padStart(9).padEnd(19)).join("  ")}`;
  const below = `${"against the reference".padEnd(width)}  ${others.map(() => " absolute  relative").join("  ")}`;
  return [head, below, ...lines].join("\n");
}

interface GoldenCase {
  readonly case: unknown;
  readonly expected: ComparedResult;
}

/** The worst relative error of every golden file on every backend. */
async function compareWithGolden(): Promise<string> {
  const files = (await readdir(goldenFolder)).filter((file) => file.endsWith(".json")).sort();
  const lines = [
    "worst error, relative to the largest value of a tensor, against PyTorch and Keras (float64)",
    `${"".padEnd(18)}cases${Object.keys(backends)
      .map((name) => name.padStart(30))
      .join("")}`,
    `${"".padEnd(23)}${Object.keys(backends)
      .map(() => "   outputs gradients    losses")
      .join("")}`,
  ];
  for (const file of files) {
    const golden: readonly GoldenCase[] = JSON.parse(await readFile(`${goldenFolder}${file}`, "utf8"));
    const columns = await Promise.all(Object.values(backends).map((open) => worstOf(golden, open)));
    lines.push(`${file.padEnd(18)}${String(golden.length).padStart(5)}${columns.join("")}`);
  }
  return lines.join("\n");
}

async function worstOf(golden: readonly GoldenCase[], open: () => Promise<Backend>): Promise<string> {
  const backend = await open();
  const worst = { outputs: 0, gradients: 0, losses: 0 };
  for (const { case: json, expected } of golden) {
    for (const { tensor, relative } of errorsBetween(await runConformance(json, backend), expected)) {
      const kind = tensor.startsWith("gradient")
        ? "gradients"
        : tensor.startsWith("loss")
          ? "losses"
          : "outputs";
      worst[kind] = worse(worst[kind], relative);
    }
  }
  backend.destroy();
  return [worst.outputs, worst.gradients, worst.losses].map((error) => ` ${shown(error)}`).join("");
}

async function save(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error: unknown) => {
    throw new ConformanceCaseError(`--out: ${messageOf(error)}`);
  });
}

async function run(argv: string[]): Promise<string> {
  const { values, positionals } = readArguments(argv);
  const [path] = positionals;
  const { backend = "cpu" } = values;
  if (path === undefined) {
    if (values.backend !== undefined)
      throw new ConformanceCaseError("Name a case: npm run conformance -- CASE.json");
    return compareWithGolden();
  }
  const json = await readCase(path);
  return backend === "all" ? compareBackends(json) : toJson(await runOn(backend, json));
}

export async function main(argv: string[]): Promise<number> {
  try {
    const text = `${await run(argv)}\n`;
    const { out } = readArguments(argv).values;
    if (out) await save(out, text);
    else process.stdout.write(text);
    return 0;
  } catch (error) {
    if (!(error instanceof ConformanceCaseError)) throw error;
    console.error(error.message);
    return 2;
  }
}
