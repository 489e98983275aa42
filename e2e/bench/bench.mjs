/**
 * The engines of this project beside those that people would use otherwise, in one headless Chromium, on the same data, in
 * turns:
 *
 *     npm run bench [-- --only H=128,T=64] [--work train] [--budget 1500] [--out FILE]
 *
 * Prints a table, and writes to bench.json, or where `--out` says (e2e/bench/results.json, to keep it),
 * `{ machine, rows: [{ work, engine, B, T, I, H, O, at, medianMs, minMs, maxMs, runs }] }`. A run of
 * `generate` is T characters. TensorFlow.js and ONNX Runtime Web are installed into e2e/bench/peers/ the first time.
 */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { createServer } from "vite";
import { requireChromium } from "../../scripts/environment.mjs";

const folder = path.dirname(fileURLToPath(import.meta.url));
const peers = path.join(folder, "peers");
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    work: { type: "string" },
    engines: { type: "string" },
    budget: { type: "string", default: "1500" },
    out: { type: "string", default: "bench.json" },
  },
});

const softwareGpu = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
];

function ensurePeers() {
  if (existsSync(path.join(peers, "node_modules/.package-lock.json"))) return;
  console.error("Installing what to compare with (TensorFlow.js, ONNX Runtime Web) …");
  const { status } = spawnSync("npm install --no-audit --no-fund", {
    cwd: peers,
    shell: true,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("npm install in e2e/bench/peers failed. Its messages are above.");
}

/** Whoever computes something else cannot be compared. */
async function verify(page) {
  const shape = { B: 3, T: 7, I: 5, H: 9, O: 5, at: "every" };
  for (const [work, at] of [
    ["infer", "every"],
    ["infer", "last"],
    ["generate", "every"],
  ]) {
    const error = await page.evaluate(([a, b]) => window.bench("verify", a, b), [work, { ...shape, at }]);
    console.log(`${work}, outputs ${at}: at most ${error.toExponential(1)} from ONNX Runtime's numbers`);
    if (!(error < 1e-4)) throw new Error("The engines do not compute the same.");
  }
}

ensurePeers();
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
const server = await createServer({
  server: { host: "127.0.0.1", port: 4322, strictPort: true, headers: isolation, watch: null },
  optimizeDeps: { entries: ["e2e/bench/peers/index.html"] },
  cacheDir: path.join(peers, "node_modules/.vite"),
});
await server.listen();
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: ["--no-sandbox", ...softwareGpu],
});
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  page.on("console", (message) => message.type() === "error" && console.error(message.text()));
  await page.goto("http://127.0.0.1:4322/e2e/bench/peers/");
  await page.waitForFunction(() => window.bench, null, { timeout: 120_000 });
  await verify(page);
  const machine = { cpu: cpus()[0].model, ...(await page.evaluate(() => window.bench("machine"))) };
  const rows = [];
  const request = {
    pieces: { only: values.only, work: values.work ?? null },
    engines: values.engines?.split(",") ?? null,
    rounds: { budgetMs: Number(values.budget), mostRuns: 25 },
  };
  for (const piece of await page.evaluate((wanted) => window.bench("pieces", wanted), request.pieces)) {
    const { lines, timings } = await page.evaluate(
      ([one, engines, rounds]) => window.bench("measure", one, engines, rounds),
      [piece, request.engines, request.rounds],
    );
    console.log(lines);
    for (const { name, problem, ...times } of timings)
      if (!problem) rows.push({ work: piece.work, engine: name, ...piece.shape, ...times });
    // After each piece: whoever stops it keeps what there is.
    writeFileSync(values.out, `${JSON.stringify({ machine, rows }, null, 1)}\n`);
  }
  console.log(`\n${rows.length} rows in ${path.relative(process.cwd(), values.out)}`);
} finally {
  await browser.close();
  await server.close();
}
