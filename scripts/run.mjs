/**
 * Runs a TypeScript file in Node as the page's build would see it (`?raw` imports, `import.meta.glob`), with a Vulkan
 * driver for WebGPU:
 *
 *     node scripts/run.mjs FILE.ts [arguments …]
 *
 * The file exports `main(argv: string[]): Promise<number>`; what it returns is the exit code. Exit code 2, with one line, where
 * it was called with what it cannot use (usage.ts).
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ensureDependencies, requireNode, root } from "./dependencies.mjs";
import { dawnEnvironment, relaxedSimdOptions } from "./environment.mjs";

/** @param {string[]} args */
function main([file, ...argv]) {
  const script = path.resolve(file ?? "");
  if (!file || !existsSync(script)) {
    console.error(file ? `There is no file ${script}.` : "Usage: node scripts/run.mjs FILE.ts [arguments …]");
    process.exitCode = 2;
    return;
  }
  requireNode();
  ensureDependencies();
  // A process of its own, because the driver is looked up in the environment that a process starts with.
  const inner = [...relaxedSimdOptions(), path.join(root, "scripts/runModule.mjs"), script, ...argv];
  const child = spawn(process.execPath, inner, {
    stdio: "inherit",
    env: { ...process.env, ...dawnEnvironment() },
  });
  process.on("SIGINT", () => child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => {
    if (signal) console.error(`${file} was ended by ${signal}.`);
    process.exitCode = code ?? 1;
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
