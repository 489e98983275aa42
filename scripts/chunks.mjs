/**
 * Which of the page's modules come in one file. Left to itself, the bundler makes a file of whatever the same parts share,
 * and with the many parts of this page that were 180 files before the first gates, most of them smaller than what is said
 * of them in asking. What a visitor needs on demand alone, a dialog or another view, stays a file of its own.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./dependencies.mjs";

/** @param {string} module below `src` */
const source = (module) => path.posix.join(root.replaceAll(path.sep, "/"), "src", module);

/** What loads all others; as small as can be. */
const main = source("main.tsx");

/**
 * In the order in which they are loaded: the modules that each begins with. With them comes what they import and none before
 * them has.
 *
 * @type {readonly (readonly [name: string, modules: readonly string[]])[]}
 */
const files = [
  ["begin", [main]],
  ["page", [source("ui/mountPage.tsx")]],
  [
    "keeping",
    ["store/keeping/startKeeper.ts", "ui/takeAlong/saveFile.ts", "ui/share/followAddress.ts"].map(source),
  ],
  ["panels", [source("ui/laterParts.ts")]],
  ["charts", [source("ui/charts/MetricChart.tsx")]],
];

/**
 * @param {import("vite").Rolldown.ChunkingContext} graph
 * @returns {ReadonlyMap<string, string>} the name of each module's file
 */
function filesOf(graph) {
  const found = new Map();
  for (const [file, modules] of files) {
    const open = [...modules];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.set(id, file);
      open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return found;
}

/** @returns {import("vite").Rolldown.CodeSplittingOptions} */
export function chunks() {
  const missing = files.flatMap(([, modules]) => modules).find((module) => !existsSync(module));
  if (missing) throw new Error(`scripts/chunks.mjs names ${missing}, and there is no such file.`);
  /** @type {WeakMap<import("vite").Rolldown.ChunkingContext, ReadonlyMap<string, string>>} */
  const known = new WeakMap();
  return {
    groups: files.map(([name], place) => ({
      priority: files.length - place,
      name: (id, graph) => {
        const placed = known.get(graph) ?? filesOf(graph);
        known.set(graph, placed);
        return id !== main && placed.get(id) === name ? name : null;
      },
    })),
  };
}
