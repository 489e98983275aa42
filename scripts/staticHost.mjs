/**
 * Vite's plugin for hosts that send files and no headers of ours, as GitHub Pages does (`npm run build -- --mode static`): beside
 * the page it builds the service worker, with a list of all the page's files. `src/serviceWorker` says what that does.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "vite";
import { headerPolicyOf } from "./contentSecurity.mjs";
import { root } from "./dependencies.mjs";
import { isolationHeaders } from "./isolation.mjs";

export const staticMode = "static";

/** For the README. */
const notThePages = ["screenshot.png", "training.webp"];

/** @returns {import("vite").Plugin} */
export function staticHost() {
  let folder = "";
  return {
    name: "static-host",
    apply: (_, { command, mode }) => command === "build" && mode === staticMode,
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    writeBundle: { sequential: true, order: "post", handler: () => writeServiceWorker(folder) },
  };
}

/** @param {string} folder the built page's */
export async function writeServiceWorker(folder) {
  const html = readFileSync(path.join(folder, "index.html"), "utf8");
  const headers = { ...isolationHeaders, "Content-Security-Policy": headerPolicyOf(html) };
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    define: {
      __FILES__: JSON.stringify(filesOf(folder)),
      __HEADERS__: JSON.stringify(headers),
    },
    build: {
      target: "es2022",
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: path.join(root, "src/serviceWorker/serviceWorker.ts"),
        output: { entryFileNames: "serviceWorker.js", format: "iife" },
      },
    },
  });
}

/**
 * Every file with its content's hash, by which the browser refuses one of another version while a new version is put in place.
 * Those whose name has a hash are never loaded twice.
 *
 * @param {string} folder
 */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !notThePages.includes(entry.name))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const url = path.relative(folder, file).replaceAll(path.sep, "/");
      const integrity = `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;
      return { url, revision: url.startsWith("assets/") ? null : integrity, integrity };
    })
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}
