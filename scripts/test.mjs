/**
 * All checks, in the order in which they are cheapest to fail:
 *
 *     npm test                      everything
 *     npm test -- unit              one stage, or several by name
 *
 * Installs what is missing first. Stops after the first group of stages (stages.mjs) in which one fails; nothing is ever
 * skipped. Exit code 1 where a check fails, 2 where there is no such stage.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureDependencies, requireNode, root } from "./dependencies.mjs";
import { requireChromium, requireDawnEnvironment } from "./environment.mjs";
import { stageGroups } from "./stages.mjs";

/**
 * @typedef {object} Outcome
 * @property {string} stage
 * @property {number} seconds
 * @property {string | null} failure why it failed
 */

const stageNames = stageGroups.flatMap((group) => Object.keys(group));

/** @param {readonly string[]} names */
async function main(names) {
  const unknown = names.find((name) => !stageNames.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no stage "${unknown}". The stages: ${stageNames.join(", ")}.`);
    return 2;
  }
  requireNode();
  ensureDependencies();
  const wanted = stageNames.filter((stage) => isWanted(stage, names));
  if (wanted.includes("unit") || wanted.includes("browser")) {
    console.log(`Browser: ${requireChromium()}`);
    requireDawnEnvironment();
  }
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const group of stageGroups) {
    const stages = Object.entries(group).filter(([stage]) => wanted.includes(stage));
    outcomes.push(
      ...(await Promise.all(stages.map(([stage, command]) => runStage(stage, command, stages.length > 1)))),
    );
    if (outcomes.some(({ failure }) => failure !== null)) break;
  }
  return report(outcomes);
}

/**
 * The browser tests see the built page, so they never run on yesterday's.
 *
 * @param {string} stage
 * @param {readonly string[]} names
 */
function isWanted(stage, names) {
  return names.length === 0 || names.includes(stage) || (stage === "build" && names.includes("browser"));
}

/**
 * @param {string} stage
 * @param {readonly string[]} command
 * @param {boolean} isBesideOthers its output is then shown in one piece, at its end
 * @returns {Promise<Outcome>}
 */
async function runStage(stage, [program, ...args], isBesideOthers) {
  const title = `\n── ${stage}: ${program} ${args.join(" ")}`;
  if (!isBesideOthers) console.log(title);
  const started = performance.now();
  // On Windows the programs are .cmd files, and only a shell runs those.
  const isWindows = process.platform === "win32";
  const file = path.join(root, "node_modules", ".bin", program);
  const child = spawn(isWindows ? `"${file}.cmd"` : file, args, {
    cwd: root,
    stdio: isBesideOthers ? ["ignore", "pipe", "pipe"] : "inherit",
    shell: isWindows,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
    });
  const failure = await ended(child);
  const seconds = (performance.now() - started) / 1000;
  if (isBesideOthers) console.log(`${title}\n${output}`.trimEnd());
  const end = failure === null ? "passed in" : "FAILED after";
  console.log(`── ${stage} ${end} ${seconds.toFixed(1)} s${failure === null ? "" : ` (${failure})`}`);
  return { stage, seconds, failure };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string | null>} null, or why it failed
 */
function ended(child) {
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("close", (code, signal) => {
      if (signal) resolve(`ended by ${signal}`);
      else resolve(code === 0 ? null : `exit code ${code}`);
    });
  });
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {number} the exit code
 */
function report(outcomes) {
  const width = Math.max(...outcomes.map(({ stage }) => stage.length));
  console.log("");
  for (const { stage, seconds, failure } of outcomes)
    console.log(
      `${stage.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s${failure === null ? "" : "  FAILED"}`,
    );
  const failed = outcomes.find(({ failure }) => failure !== null);
  if (failed) {
    console.error(`\nFailed: ${failed.stage} (${failed.failure}).`);
    return 1;
  }
  console.log(`\nPassed: ${outcomes.map(({ stage }) => stage).join(", ")}.`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
