/** The unit tests: those that open Dawn (WebGPU in Node), those that run the scripts of package.json, and all others. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./dependencies.mjs";

export const unitTests = ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"];
export const scriptTests = ["scripts/packageScripts.test.ts"];

/** What leads to Dawn. */
const opensDawn = /from "[^"]*\/(nodeGpu|nodeBackends|testBackends|conformance)"/;

/** Paths below the root. */
export function dawnTests() {
  return ["src", "scripts"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")))
      .filter((file) => opensDawn.test(readFileSync(path.join(root, file), "utf8"))),
  );
}
