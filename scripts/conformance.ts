/**
 * Runs the engine on cases made with other frameworks:
 *
 *     npm run conformance -- CASE.json [--backend cpu|webgpu|reference] [--out FILE]
 *     npm run conformance -- CASE.json --backend all
 *     npm run conformance [-- --backend cpu|webgpu|reference|all]
 *
 * The first prints what the engine computes as JSON, the second how far the backends lie apart, tensor by tensor, the third
 * how far each backend lies from the numbers of PyTorch and Keras in scripts/golden/, cell by cell. The format of a case is
 * in scripts/golden/make_golden.py. Exit code 1 where a difference is more than float32 explains, with one line for each on
 * stderr; exit code 2, with one line, for what cannot be run.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { BackendName } from "../src/engine/backends/backend";
import { WebgpuUnavailableError } from "../src/engine/backends/webgpu/webgpu";
import { ConformanceCaseError, parseCase } from "../src/engine/conformance/case";
import { errorsBetween, type Kind, type TensorError, worse } from "../src/engine/conformance/compare";
import { runConformance } from "../src/engine/conformance/conformance";
import { type GoldenCase, parseGolden } from "../src/engine/conformance/golden";
import { cellNames } from "../src/engine/model/cells/registry";
import { PlanTooLargeError } from "../src/engine/plan/plan";
import { backendNames, openBackend } from "./nodeBackends";

const goldenFolder = path.join(import.meta.dirname, "golden");
const usage = `npm run conformance -- CASE.json [--backend cpu|webgpu|reference|all] [--out FILE]
npm run conformance [-- --backend cpu|webgpu|reference|all]
The form of a case is described in scripts/golden/make_golden.py.`;
const kinds: readonly Kind[] = ["outputs", "gradients", "losses"];

interface Report {
  readonly text: string;
  /** Where a difference is too large: one line each. */
  readonly problems: readonly string[];
}

interface Arguments {
  readonly help: boolean;
  readonly file: string | null;
  /** All of them, unless one was named. */
  readonly chosen: readonly BackendName[] | null;
  readonly out: string | null;
}

function readArguments(argv: string[]): Arguments {
  const { values, positionals } = parseOrRefuse(argv);
  const { backend, out, help = false } = values;
  const [file, second] = positionals;
  if (second !== undefined) throw new ConformanceCaseError(`${second}: only one case at a time can be run`);
  return {
    help,
    file: file ?? null,
    chosen: backend === undefined ? null : namesOf(backend),
    out: out ?? null,
  };
}

function parseOrRefuse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { backend: { type: "string" }, out: { type: "string" }, help: { type: "boolean" } },
    });
  } catch (error) {
    throw new ConformanceCaseError(messageOf(error));
  }
}

function namesOf(backend: string): readonly BackendName[] {
  const names = backendNames.filter((name) => backend === "all" || backend === name);
  if (names.length > 0) return names;
  throw new ConformanceCaseError(`--backend: "${backend}" is not cpu, webgpu, reference or all`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function readCase(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new ConformanceCaseError(`${file} cannot be read`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ConformanceCaseError(`${file} is not JSON: ${messageOf(error)}`);
  }
}

async function runOn(name: BackendName, json: unknown) {
  const backend = await openBackend(name);
  try {
    const result = await runConformance(json, backend);
    expectFinite(result);
    return result;
  } finally {
    backend.destroy();
  }
}

/** JSON has no infinities: a result that holds one would say null, and nobody would know why. */
function expectFinite(value: unknown, place = ""): void {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new ConformanceCaseError(
      `${place} is ${value}: the case overflows; try smaller weights, inputs or rates`,
    );
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value))
    expectFinite(inner, Array.isArray(value) ? `${place}[${key}]` : place ? `${place}.${key}` : key);
}

const shown = (error: number) => error.toExponential(1).padStart(10);

/** Every tensor of a case, and how far the float32 backends are from the float64 reference. */
async function compareBackends(json: unknown): Promise<Report> {
  parseCase(json);
  const reference = await runOn("reference", json);
  const others = backendNames.filter((name) => name !== "reference");
  const errors: TensorError[][] = [];
  for (const name of others) errors.push(errorsBetween(await runOn(name, json), reference));
  const width = Math.max(...errors[0].map(({ tensor }) => tensor.length), 22);
  const lines = errors[0].map(({ tensor }, i) => {
    const columns = errors.map((of) => `${shown(of[i].absolute)}${shown(of[i].relative)}`);
    return `${tensor.padEnd(width)}${columns.join(" ")}`;
  });
  const head = `${"worst error".padEnd(width)}${others.map((name) => name.padStart(20)).join(" ")}`;
  const below = `${"against the reference".padEnd(width)}${others.map(() => "  absolute  relative").join(" ")}`;
  const problems = others.flatMap((name, i) => problemsOf(errors[i], name));
  return { text: [head, below, ...lines].join("\n"), problems };
}

const problemsOf = (errors: readonly TensorError[], where: string): string[] =>
  errors.flatMap(({ problem }) => (problem ? [`${where}: ${problem}`] : []));

/** Worst relative errors of one cell on one backend. */
type Worst = Record<Kind, number>;

interface CellErrors {
  cases: number;
  readonly worst: Map<BackendName, Worst>;
}

/** The worst relative error of every cell on every backend, over all golden cases. */
async function compareWithGolden(names: readonly BackendName[]): Promise<Report> {
  const golden = await readGolden();
  const byCell = new Map<string, CellErrors>(cellNames.map((cell) => [cell, { cases: 0, worst: new Map() }]));
  const problems: string[] = [];
  for (const name of names) {
    const backend = await openBackend(name);
    for (const { file, name: title, case: json, expected } of golden) {
      const errors = errorsBetween(await runConformance(json, backend), expected);
      problems.push(...problemsOf(errors, `${name}, ${file}, "${title}"`));
      const ofCell = byCell.get(parseCase(json).config.cell);
      if (ofCell) include(ofCell, name, errors, name === names[0]);
    }
    backend.destroy();
  }
  return { text: cellTable(byCell, names), problems };
}

async function readGolden(): Promise<readonly (GoldenCase & { readonly file: string })[]> {
  const files = (await readdir(goldenFolder)).filter((file) => file.endsWith(".json")).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(goldenFolder, file), "utf8")));
  return files.flatMap((file, i) => parseGolden(texts[i]).map((one) => ({ ...one, file })));
}

function include(of: CellErrors, name: BackendName, errors: readonly TensorError[], isFirst: boolean): void {
  if (isFirst) of.cases++;
  const worst = of.worst.get(name) ?? { outputs: 0, gradients: 0, losses: 0 };
  for (const { kind, relative } of errors) worst[kind] = worse(worst[kind], relative);
  of.worst.set(name, worst);
}

function cellTable(byCell: ReadonlyMap<string, CellErrors>, names: readonly BackendName[]): string {
  const first = 16;
  const heads = names.map((name) => name.padStart(30)).join(" ");
  const below = names.map(() => kinds.map((kind) => kind.padStart(10)).join("")).join(" ");
  const lines = [...byCell].map(([cell, { cases, worst }]) => {
    const columns = names.map((name) => kinds.map((kind) => shown(worst.get(name)?.[kind] ?? 0)).join(""));
    return `${cell.padEnd(first)}${String(cases).padStart(5)}${columns.join(" ")}`;
  });
  return [
    "worst error, relative to the largest value of a tensor, against PyTorch and Keras (float64)",
    `${"cell".padEnd(first)}cases${heads}`,
    `${"".padEnd(first + 5)}${below}`,
    ...lines,
  ].join("\n");
}

async function save(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new ConformanceCaseError(`--out: ${messageOf(error)}`);
  });
}

async function run({ help, file, chosen }: Arguments): Promise<Report> {
  if (help) return { text: usage, problems: [] };
  if (file === null) return compareWithGolden(chosen ?? backendNames);
  const json = await readCase(file);
  if (chosen && chosen.length > 1) return compareBackends(json);
  const [name] = chosen ?? ["cpu" as const];
  return { text: JSON.stringify(await runOn(name, json)), problems: [] };
}

const isRefusal = (error: unknown): error is Error =>
  error instanceof ConformanceCaseError ||
  error instanceof PlanTooLargeError ||
  error instanceof WebgpuUnavailableError;

export async function main(argv: string[]): Promise<number> {
  try {
    const given = readArguments(argv);
    const { text, problems } = await run(given);
    if (given.out === null) process.stdout.write(`${text}\n`);
    else await save(given.out, `${text}\n`);
    for (const problem of problems) console.error(problem);
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    console.error(error.message);
    return 2;
  }
}
