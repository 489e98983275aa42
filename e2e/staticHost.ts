/**
 * A host that sends files and no headers but their type, as many hosts of pages do: the page lies in a folder, and beside that is
 * a page of somebody else, "elsewhere".
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { build } from "vite";
import { writeServiceWorker } from "../scripts/staticHost.mjs";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
};

const title = "GRU Playground";

/**
 * Builds the page for static hosts.
 *
 * @param version stands behind the page's title, and in the program of the benchmark
 */
export async function buildVersion(folder: string, version: string): Promise<void> {
  await build({
    mode: "static",
    logLevel: "warn",
    build: { outDir: folder },
    plugins: [
      {
        name: "version",
        enforce: "pre",
        transform: (code, id) => {
          if (id.endsWith("/words/en/page.ts")) return code.replace(`"${title}"`, `"${title} ${version}"`);
          if (id.endsWith("/benchmark/BenchmarkPage.tsx"))
            return `${code}\nglobalThis.benchmark = "${version}";\n`;
          return undefined;
        },
      },
    ],
  });
}

/**
 * Writes what the build of another version would be, in a part of a build's time: the files that say the version say the other, each
 * file whose content changes has another name, and so has each that knows it by its name.
 *
 * @param from a version that was built, whose name stands nowhere else
 */
export async function deriveVersion(
  from: { folder: string; version: string },
  folder: string,
  version: string,
) {
  // It lists all files but itself.
  const isNotTheWorker = (file: string) => path.basename(file) !== "serviceWorker.js";
  await cp(from.folder, folder, { recursive: true, filter: isNotTheWorker });
  const assets = path.join(folder, "assets");
  const read = (file: string) => readFileSync(file, "utf8");
  const programs = new Map(
    readdirSync(assets)
      .filter((name) => /\.(js|css)$/.test(name))
      .map((name) => [name, read(path.join(assets, name)).replaceAll(from.version, version)] as const),
  );
  const renamed = new Map<string, string>();
  const saysAnother = (name: string, text: string) =>
    text !== read(path.join(assets, name)) || [...renamed.keys()].some((other) => text.includes(other));
  for (let before = -1; before !== renamed.size; ) {
    before = renamed.size;
    for (const [name, text] of programs)
      if (!renamed.has(name) && saysAnother(name, text))
        renamed.set(name, name.replace(/(\.\w+)$/, `-${version}$1`));
  }
  const withNames = (text: string) =>
    [...renamed].reduce((replaced, [before, after]) => replaced.replaceAll(before, after), text);
  for (const [before, after] of renamed) {
    renameSync(path.join(assets, before), path.join(assets, after));
    writeFileSync(path.join(assets, after), withNames(programs.get(before) ?? ""));
  }
  const page = path.join(folder, "index.html");
  writeFileSync(page, withNames(read(page)));
  await writeServiceWorker(folder);
}

/** Where a server is, on a port that was free. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = server.address();
  if (own === null || typeof own === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${own.port}/`;
}

export class StaticHost {
  readonly #server: Server;
  #folder: string;
  #origin = "";

  private constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer(async ({ url }, response) => {
      const { pathname } = new URL(String(url), "http://host");
      if (pathname === "/elsewhere")
        return void response
          .setHeader("Content-Type", "text/html")
          .end('<link rel="icon" href="data:,">Elsewhere');
      const file = pathname.replace(/^\/page\//, "") || "index.html";
      try {
        const content = await readFile(path.join(this.#folder, file));
        response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
        response.end(content);
      } catch {
        response.writeHead(404).end("Not found");
      }
    });
  }

  static async open(folder: string): Promise<StaticHost> {
    const host = new StaticHost(folder);
    host.#origin = await listening(host.#server);
    return host;
  }

  get address(): string {
    return `${this.#origin}page/`;
  }

  /** Another version in the place of this one; nothing of the old one is left. */
  deploy(folder: string): void {
    this.#folder = folder;
  }

  /** From now on nobody answers. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
