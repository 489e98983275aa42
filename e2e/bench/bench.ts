/**
 * The engines of this project beside those that people would use otherwise, in one headless Chromium, on the same data, in
 * turns:
 *
 *     npm run bench [-- --only H=128,T=64] [--work train] [--engines ours/cpu,tfjs/wasm] [--budget 1500] [--out FILE] [--own]
 *
 * Prints a table, and writes to bench.json, or where `--out` says (e2e/bench/results.json, to keep it),
 * `{ machine, rows: [{ work, engine, B, T, I, H, O, at, medianMs, minMs, maxMs, runs }] }`. A run of
 * `generate` is T characters. TensorFlow.js and ONNX Runtime Web are installed into e2e/bench/peers/ the first time;
 * with `--own` they are left out.
 */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import { createServer } from "vite";
import { launchBrowser } from "../../scripts/launchBrowser";
import { piecesAsked } from "../../scripts/piecesAsked";
import { countOption } from "../../scripts/usage";
import type { Piece } from "../../src/engine/benchmark/pieces";
import type { RoundOptions } from "../../src/engine/benchmark/rounds";

const root = path.resolve(import.meta.dirname, "../..");
const peers = path.join(import.meta.dirname, "peers");

const options = {
  only: { type: "string", default: "" },
  work: { type: "string" },
  engines: { type: "string" },
  budget: { type: "string", default: "1500" },
  out: { type: "string", default: "bench.json" },
  own: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parse>;

const parse = (argv: string[]) => parseArgs({ args: argv, options }).values;

function ensurePeers(): void {
  if (existsSync(path.join(peers, "node_modules/.package-lock.json"))) return;
  console.error("Installing what to compare with (TensorFlow.js, ONNX Runtime Web) …");
  const { status } = spawnSync("npm install --no-save --no-audit --no-fund", {
    cwd: peers,
    shell: true,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("npm install in e2e/bench/peers failed. Its messages are above.");
}

/**
 * Vite's server of the page in peers/. Packages that are not installed are not looked for; those that are, before the page is
 * opened: one that is found later reloads it.
 */
async function serve(isOwn: boolean) {
  const server = await createServer({
    root,
    server: { host: "127.0.0.1", port: 4322, watch: null },
    optimizeDeps: isOwn ? { noDiscovery: true } : { entries: ["e2e/bench/peers/*.ts"] },
    cacheDir: path.join(root, "node_modules/.cache/bench"),
  });
  await server.listen();
  return server;
}

/** Whoever computes something else cannot be compared. */
async function verify(page: Page): Promise<void> {
  const shape = { B: 3, T: 7, I: 5, H: 9, O: 5 };
  for (const [work, at] of [
    ["infer", "every"],
    ["infer", "last"],
    ["generate", "every"],
  ] as const) {
    const errors = await page.evaluate(([a, b]) => window.bench.verify(a, b), [
      work,
      { ...shape, at },
    ] as const);
    for (const { name, error } of errors) {
      console.log(`${work}, outputs ${at}: ${name} at most ${error.toExponential(1)} from ours/cpu1`);
      if (!(error < 1e-4)) throw new Error("The engines do not compute the same.");
    }
  }
}

async function measure(
  page: Page,
  values: Values,
  asked: readonly Piece[],
  rounds: Omit<RoundOptions, "pause">,
): Promise<void> {
  const machine = {
    cpu: cpus()[0].model,
    ...(await page.evaluate((withPeers) => window.bench.open(withPeers), !values.own)),
  };
  await verify(page);
  const rows: object[] = [];
  const engines = values.engines?.split(",") ?? null;
  for (const piece of asked) {
    const { lines, timings } = await page.evaluate(
      ([one, names, turns]) => window.bench.measure(one, names, turns),
      [piece, engines, rounds] as const,
    );
    console.log(lines);
    for (const { name, ...times } of timings)
      if ("medianMs" in times) rows.push({ work: piece.work, engine: name, ...piece.shape, ...times });
    // After each piece: whoever stops it keeps what there is.
    writeFileSync(values.out, `${JSON.stringify({ machine, rows }, null, 1)}\n`);
  }
  console.log(`\n${rows.length} rows in ${path.relative(process.cwd(), values.out)}`);
}

export async function main(argv: string[]): Promise<number> {
  const values = parse(argv);
  const asked = piecesAsked({ only: values.only, work: values.work ?? null });
  const rounds = { budgetMs: countOption("budget", values.budget), mostRuns: 25 };
  if (!values.own) ensurePeers();
  const server = await serve(values.own);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error));
    page.on("console", (message) => message.type() === "error" && console.error(message.text()));
    await page.goto(new URL("e2e/bench/peers/", server.resolvedUrls?.local[0]).href);
    await page.waitForFunction(() => window.bench, null, { timeout: 120_000 });
    await measure(page, values, asked, rounds);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}
