/** The inner half of run.mjs: loads the file through Vite, without a server or a watcher, and calls its `main`. */
import { createServer, isRunnableDevEnvironment } from "vite";
import { root } from "./dependencies.mjs";
import { cpuKernels } from "./kernels.mjs";

/**
 * Vite's `runnerImport` is closed before `main` could import anything more, hence an environment of our own.
 *
 * @param {string} script
 * @param {string[]} argv
 * @returns {Promise<number>}
 */
async function run(script, argv) {
  const server = await createServer({
    root,
    configFile: false,
    plugins: [cpuKernels()],
    appType: "custom",
    logLevel: "warn",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  const { ssr } = server.environments;
  if (!isRunnableDevEnvironment(ssr)) throw new Error("Vite gave an environment that cannot run modules.");
  const { main } = await ssr.runner.import(script);
  if (typeof main !== "function") throw new Error(`${script} exports no function main(argv).`);
  const code = await main(argv);
  if (!Number.isInteger(code)) throw new Error(`main of ${script} returned ${code}, not an exit code.`);
  return code;
}

/** @param {NodeJS.WriteStream} stream */
function flushed(stream) {
  return new Promise((resolve) => stream.write("", resolve));
}

/**
 * Whoever called a script wrongly needs no stack: see usage.ts. Node's own parseArgs refuses unknown options.
 *
 * @param {unknown} error
 * @returns {error is Error}
 */
function isOfUsage(error) {
  if (!(error instanceof Error)) return false;
  return error.name === "UsageError" || ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
}

const [script, ...argv] = process.argv.slice(2);
const code = await run(script, argv).catch((error) => {
  console.error(isOfUsage(error) ? error.message.split("\n")[0] : error);
  return isOfUsage(error) ? 2 : 1;
});
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
// Dawn's open devices would keep the process alive.
process.exit(code);
