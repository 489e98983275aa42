/** The rules of the house that the linter cannot state: see biome.json for the one-way imports. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

interface Source {
  readonly file: string;
  readonly code: string;
}

function sources(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")))
    .map((file) => ({ file, code: withoutComments(readFileSync(path.join(root, file), "utf8")) }));
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

/** Each match with its file, for a failure that says where to look. */
function occurrences(files: readonly Source[], pattern: RegExp): string[] {
  return files.flatMap(({ file, code }) =>
    [...code.matchAll(new RegExp(pattern, "gm"))].map((m) => `${file}: ${m[0].trim()}`),
  );
}

const gpuType = /\bGPU[A-Z]\w*/;
const checkpointValueImport = /^import (?!type )[^;]*engine\/train\/checkpoint/;

describe("architecture", () => {
  const all = sources("src");

  it("names GPU types in backends/webgpu only", () => {
    const outside = all.filter(({ file }) => !file.startsWith("src/engine/backends/webgpu/"));
    expect(occurrences(outside, gpuType)).toEqual([]);
  });

  it("imports of the engine no more than the checkpoint's type on the page's side of the session", () => {
    // A test may make a checkpoint for itself.
    const pageSide = all.filter(
      ({ file }) => /^src\/session\/(protocol|settings|client)/.test(file) && !file.endsWith(".test.ts"),
    );
    expect(pageSide.length).toBeGreaterThan(0);
    expect(occurrences(pageSide, checkpointValueImport)).toEqual([]);
  });

  it("would find a violation", () => {
    const planted = (code: string): Source[] => [{ file: "planted.ts", code: withoutComments(code) }];
    expect(occurrences(planted("let a: GPUBuffer; // GPUDevice"), gpuType)).toEqual([
      "planted.ts: GPUBuffer",
    ]);
    expect(occurrences(planted("/** A GPUBuffer */ const onGPU = 'GPU';"), gpuType)).toEqual([]);
    const from = 'from "../engine/train/checkpoint";';
    expect(occurrences(planted(`import type { Checkpoint } ${from}`), checkpointValueImport)).toEqual([]);
    expect(occurrences(planted(`import { Checkpoint } ${from}`), checkpointValueImport)).toHaveLength(1);
    expect(occurrences(planted(`import { type Checkpoint } ${from}`), checkpointValueImport)).toHaveLength(1);
  });
});
