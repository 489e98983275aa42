/** Checks Node's version and installs the npm packages when they are missing or out of date. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Vite 8 needs this one. */
const oldestNode = [20, 19];

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Node ${oldestNode.join(".")} or newer is needed; this is ${version}. Install it from https://nodejs.org.`,
  );
}

/**
 * Installs what package-lock.json names, unless node_modules is newer than it. npm's words go to standard error.
 *
 * Not `npm ci`, which refuses a lock file that lacks the optional packages of some platform, as happens when it was
 * written where a registry did not offer them (https://github.com/npm/cli/issues/4828). `npm install --no-save` takes
 * the same versions, adds this platform's, and leaves the lock file alone.
 */
export function ensureDependencies() {
  const lock = path.join(root, "package-lock.json");
  // npm writes this file at the end of every installation.
  const installed = path.join(root, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error("Installing packages (npm install) …");
  // npm is a .cmd file on Windows, and only a shell runs those.
  const { status, error } = spawnSync("npm install --no-save --include=dev --no-audit --no-fund", {
    cwd: root,
    shell: true,
    stdio: ["ignore", process.stderr, process.stderr],
  });
  if (status !== 0) {
    throw new Error(`npm install failed${error ? `: ${error.message}` : ""}. Its messages are above.`);
  }
}
