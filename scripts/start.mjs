/** `npm start`: installs and builds what is missing or out of date, serves the page and prints its address. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { ensureDependencies, requireNode, root } from "./dependencies.mjs";

const sources = [
  "src",
  "shaders",
  "public",
  "scripts",
  "index.html",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
];
const firstPort = 4173;

async function main() {
  requireNode();
  ensureDependencies();
  // Only now can it be imported: it is one of the packages that may have been missing.
  const vite = await import("vite");
  if (isOutOfDate()) {
    console.log("Building the page …");
    await vite.build({ root, logLevel: "warn" });
  }
  // Vite takes the next free port if this one is in use.
  const server = await vite.preview({ root, logLevel: "warn", preview: { port: firstPort } });
  console.log(`\n  GRU Playground: ${server.resolvedUrls?.local[0]}\n\n  Ctrl-C ends it.`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => process.exit(0));
  }
}

/** Whether the page was never built, or a source changed after it was. */
function isOutOfDate() {
  const built = modified(path.join(root, "dist", "index.html"));
  return sources.some((source) => newest(path.join(root, source)) > built);
}

/**
 * The latest change in a file or folder, 0 if it is missing; a folder itself changes when a file in it goes.
 *
 * @param {string} place
 * @returns {number}
 */
function newest(place) {
  const own = modified(place);
  const isFolder = own > 0 && statSync(place).isDirectory();
  if (!isFolder) return own;
  const inside = readdirSync(place).map((name) => newest(path.join(place, name)));
  return Math.max(own, ...inside);
}

/** @param {string} place */
function modified(place) {
  return statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
