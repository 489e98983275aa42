/**
 * Vite's plugin for the CPU kernels: `import("virtual:cpu-kernels/relaxed")` compiles `src/engine/backends/cpu/kernels` from
 * AssemblyScript to WebAssembly and gives a module whose default export is the binary in base64. So it is alike in the build,
 * its workers, the development server, vitest and run.mjs. Binaries are kept under node_modules/.cache, by the content of
 * their sources and the compiler's version.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./dependencies.mjs";

const folder = path.join(root, "src/engine/backends/cpu/kernels");
const cache = path.join(root, "node_modules/.cache/cpu-kernels");
const prefix = "virtual:cpu-kernels/";

const { version } = createRequire(import.meta.url)("assemblyscript/package.json");

/** No runtime, no allocator: kernels work on memory that the host lays out. Addresses 0 to 1023 stay zeros. */
const common = [
  ...["--runtime", "stub", "--importMemory", "--noExportMemory", "--memoryBase", "1024"],
  ...["-O3", "--noAssert"],
];

/** The same number of 64 KiB pages as in `memory.ts`. */
const shared = ["--sharedMemory", "--maximumMemory", "32768"];

/**
 * With and without fused multiply-add, in the memory of one thread or of several.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const variants = {
  plain: ["--enable", "simd"],
  relaxed: ["--enable", "simd,relaxed-simd"],
  "plain-shared": ["--enable", "simd,threads", ...shared],
  "relaxed-shared": ["--enable", "simd,relaxed-simd,threads", ...shared],
};

/** @returns {import("vite").Plugin} */
export function cpuKernels() {
  return {
    name: "cpu-kernels",
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      for (const file of sourceFiles()) this.addWatchFile(path.join(folder, file));
      const binary = await compiled(id.slice(prefix.length + 1));
      return `export default ${JSON.stringify(binary.toString("base64"))};`;
    },
  };
}

function sourceFiles() {
  return readdirSync(folder).filter((file) => file.endsWith(".ts"));
}

/**
 * A variant's binary, from the cache if nothing has changed.
 *
 * @param {string} variant
 */
async function compiled(variant) {
  const options = [...common, ...variants[variant]];
  const hash = createHash("sha256").update(JSON.stringify([version, options]));
  /** @type {Map<string, string>} */
  const sources = new Map();
  for (const file of sourceFiles()) {
    const text = readFileSync(path.join(folder, file), "utf8");
    sources.set(file, text);
    hash.update(`${file}\0${text}\0`);
  }
  const cached = path.join(cache, `${variant}-${hash.digest("hex").slice(0, 16)}.wasm`);
  try {
    return readFileSync(cached);
  } catch {
    const binary = await compile(sources, options);
    mkdirSync(cache, { recursive: true });
    // Under a name of its own first: another process may be at the same.
    writeFileSync(`${cached}.${process.pid}`, binary);
    renameSync(`${cached}.${process.pid}`, cached);
    return binary;
  }
}

/**
 * Throws with the compiler's own message, which names file and line.
 *
 * @param {ReadonlyMap<string, string>} sources
 * @param {readonly string[]} options
 * @returns {Promise<Buffer>}
 */
async function compile(sources, options) {
  // The compiler is 14 MB of JavaScript, so it is loaded only when there is something to compile.
  const { default: asc } = await import("assemblyscript/asc");
  /** @type {Buffer[]} */
  const binaries = [];
  const { error, stderr } = await asc.main(["index.ts", "--outFile", "kernels.wasm", ...options], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (name, contents) => {
      if (name === "kernels.wasm") binaries.push(Buffer.from(contents));
    },
    listFiles: () => [],
  });
  const [binary] = binaries;
  if (error || !binary) throw new Error(`The CPU kernels do not compile.\n${stderr.toString()}`);
  return binary;
}
