/** The built page on a server of its own. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { preview } from "vite";
import { root } from "../dependencies.mjs";

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds it in a process whose settings are a build's, and not those that scripts run with. */
export async function serveBuilt(): Promise<Served> {
  const outDir = path.join(root, "node_modules/.cache/faults");
  const { NODE_ENV: _, ...env } = process.env;
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  execFileSync(process.execPath, [vite, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  const server = await preview({
    root,
    logLevel: "warn",
    build: { outDir },
    preview: { host: "127.0.0.1", port: 4323 },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error("The server of the built page has no address.");
  return { address, close: () => server.close() };
}
