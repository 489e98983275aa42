/**
 * All checks, in the order in which they are cheapest to fail:
 *
 *     npm test                      everything
 *     npm test -- unit              one stage, or several by name
 *
 * Installs what is missing first. Stops at the first stage that fails; nothing is ever skipped.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureDependencies, requireNode, root } from "./dependencies.mjs";
import { requireChromium, requireDawnEnvironment } from "./environment.mjs";

/** Each stage's program, from node_modules/.bin, and its arguments. */
const stages = {
  typecheck: ["tsc", "--noEmit"],
  lint: ["biome", "check", "--error-on-warnings", "."],
  unit: ["vitest", "run"],
  build: ["vite", "build"],
  browser: ["playwright", "test"],
};

function main(names) {
  const unknown = names.find((name) => !(name in stages));
  if (unknown)
    throw new Error(`There is no stage "${unknown}". The stages: ${Object.keys(stages).join(", ")}.`);
  requireNode();
  ensureDependencies();
  const wanted = Object.keys(stages).filter((stage) => isWanted(stage, names));
  if (wanted.includes("unit") || wanted.includes("browser")) {
    console.log(`Browser: ${requireChromium()}`);
    requireDawnEnvironment();
  }
  for (const stage of wanted) runStage(stage);
  console.log(`\nPassed: ${wanted.join(", ")}.`);
}

/** The browser tests see the built page, so they never run on yesterday's. */
function isWanted(stage, names) {
  return names.length === 0 || names.includes(stage) || (stage === "build" && names.includes("browser"));
}

function runStage(stage) {
  const [program, ...args] = stages[stage];
  console.log(`\n── ${stage}: ${program} ${args.join(" ")}`);
  const started = performance.now();
  // On Windows the programs are .cmd files, and only a shell runs those.
  const isWindows = process.platform === "win32";
  const file = path.join(root, "node_modules", ".bin", program);
  const { status, signal, error } = spawnSync(isWindows ? `"${file}.cmd"` : file, args, {
    cwd: root,
    stdio: "inherit",
    shell: isWindows,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status === 0) {
    console.log(`── ${stage} passed in ${seconds} s`);
    return;
  }
  const cause = error?.message ?? (signal ? `ended by ${signal}` : `exit code ${status}`);
  throw new Error(`\n── ${stage} FAILED after ${seconds} s (${cause})`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
