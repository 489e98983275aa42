/** Installing the project runs nobody's program: neither npm's newest version nor Node 20's npm, which knows no `allowScripts`. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./dependencies.mjs";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "install-scripts-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A project whose only package writes a file into it when it is installed. */
async function projectOf(name: string): Promise<string> {
  const project = path.join(folder, name);
  await mkdir(path.join(project, "loud"), { recursive: true });
  const postinstall = `node -e "fs.writeFileSync('../../ran', '')"`;
  await writeFile(
    path.join(project, "loud/package.json"),
    JSON.stringify({ name: "loud", version: "1.0.0", scripts: { postinstall } }),
  );
  await writeFile(
    path.join(project, "package.json"),
    JSON.stringify({ private: true, dependencies: { loud: "file:loud" } }),
  );
  return project;
}

/** npm hands its settings, these among them, to whatever it starts. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_ignore_scripts$/i.test(name)),
);

function install(project: string): void {
  execFileSync("npm install --install-links --offline --no-audit --no-fund", {
    cwd: project,
    env: environment,
    shell: true,
    stdio: "pipe",
  });
}

test("a package whose script is not forbidden runs it", async () => {
  const project = await projectOf("free");
  install(project);
  expect(existsSync(path.join(project, "ran"))).toBe(true);
});

test.each([".", "e2e/bench/peers"])("the settings of %s keep a package from it", async (place) => {
  const project = await projectOf(place === "." ? "own" : "peers");
  await copyFile(path.join(root, place, ".npmrc"), path.join(project, ".npmrc"));
  install(project);
  expect(existsSync(path.join(project, "node_modules/loud/package.json"))).toBe(true);
  expect(existsSync(path.join(project, "ran"))).toBe(false);
});
