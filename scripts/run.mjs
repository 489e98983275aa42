/**
 * Runs a TypeScript file in Node as the page's build would see it (`?raw` imports, `import.meta.glob`), with a Vulkan
 * driver for WebGPU:
 *
 *     node scripts/run.mjs FILE.ts [arguments …]
 *
 * The file exports `main(argv: string[]): Promise<number>`; what it returns is the exit code.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ensureDependencies, requireNode, root } from "./dependencies.mjs";
import { dawnEnvironment, relaxedSimdOptions } from "./environment.mjs";

function main([file, ...argv]) {
  if (!file) throw new Error("Usage: node scripts/run.mjs FILE.ts [arguments …]");
  const script = path.resolve(file);
  if (!existsSync(script)) throw new Error(`There is no file ${script}.`);
  requireNode();
  ensureDependencies();
  // A process of its own, because the driver is looked up in the environment that a process starts with.
  const inner = [...relaxedSimdOptions(), path.join(root, "scripts/runModule.mjs"), script, ...argv];
  const child = spawn(process.execPath, inner, {
    stdio: "inherit",
    env: { ...process.env, ...dawnEnvironment() },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal) console.error(`${file} was ended by ${signal}.`);
    process.exitCode = code ?? 1;
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
