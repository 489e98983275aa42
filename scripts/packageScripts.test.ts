/** Every script of package.json runs: those that are stages of `npm test` there, all others here, in a short form. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./dependencies.mjs";
import { stageGroups } from "./stages.mjs";

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  await readFile(path.join(root, "package.json"), "utf8"),
);
const stages: Readonly<Record<string, readonly string[]>> = Object.assign({}, ...stageGroups);

/** What these tests run under is not what a user's shell has. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|DEV$|PROD$|TEST$|MODE$)/.test(name)),
);

/** What tests have left behind that ran out of time. */
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGTERM");
});

/** Starts a script as npm does, without npm. */
function start(name: string, args: readonly string[], cwd = root) {
  const [program, ...first] = scripts[name].split(" ");
  const isWindows = process.platform === "win32";
  const file = path.join(root, "node_modules", ".bin", isWindows ? `${program}.cmd` : program);
  const child = spawn(program === "node" ? process.execPath : file, [...first, ...args], {
    cwd,
    env: environment,
    shell: isWindows && program !== "node",
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => output.push(stripVTControlCharacters(text)));
  const said = () => output.join("");
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said: said() }));
  });
  return { child, said, ended };
}

async function run(name: string, ...args: readonly string[]): Promise<string> {
  return succeeded(await start(name, args).ended);
}

function succeeded({ code, said }: Ended): string {
  expect(code, said).toBe(0);
  return said;
}

/** A script's own function, for what needs no process of its own: to start one takes longer. */
async function mainOf(name: string): Promise<(argv: readonly string[]) => Promise<number>> {
  const file = scripts[name].split(" ").at(-1) ?? "";
  const { main } = await import(path.join(root, file));
  return async (argv) => main(argv);
}

/** Starts a server, hands over its address as soon as it says it, and ends it. */
async function serve(name: string, args: readonly string[], visit: (address: string) => Promise<void>) {
  const { child, said, ended } = start(name, args);
  try {
    const address = new Promise<string>((resolve) => {
      child.stdout.on("data", () => {
        const [found] = /http:\/\/\S+/.exec(said()) ?? [];
        if (found) resolve(found);
      });
    });
    const failed = ended.then(({ code }) => Promise.reject(new Error(`Exit code ${code}: ${said()}`)));
    await visit(await Promise.race([address, failed]));
  } finally {
    child.kill();
    await ended;
  }
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  // Without them no threads share memory.
  expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(response.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
  // Nothing that a person opens leaves the computer.
  expect(response.headers.get("content-security-policy")).toMatch(
    /^default-src 'self'; .*frame-ancestors 'self'$/,
  );
  return response.text();
}

async function readJson(file: string) {
  return JSON.parse(await readFile(file, "utf8"));
}

/** They wait most of their time, in which the others run: begun before them. */
let faults: ReturnType<typeof start>;
let folder = "";
const inFolder = (name: string) => path.join(folder, name);

/** A sentence in two variants, long enough to train on. */
const text = "the cat sat on the mat, and the dog sat too.\nno cat sat on a dog.\n".repeat(40);
const smallestPiece = ["--only", "H=16,T=16", "--work", "infer", "--budget", "1"];

const shortRuns: Readonly<Record<string, () => Promise<void>>> = {
  start: () =>
    serve("start", [], async (address) => {
      const page = await fetchText(address);
      const [, script] = /<script[^>]* src="\.\/(assets\/[^"]+\.js)"/.exec(page) ?? [];
      expect(await fetchText(new URL(script, address).href)).toContain("import");
    }),
  dev: () =>
    serve("dev", ["--host", "127.0.0.1"], async (address) => {
      expect(await fetchText(address)).toContain('src="/src/main.tsx"');
      expect(await fetchText(new URL("src/main.tsx", address).href)).toContain("import");
    }),
  async test() {
    const { code, said } = await start("test", ["everything"]).ended;
    expect(said.trim()).toMatch(/^There is no stage "everything"\. The stages: [\w, ]+\.$/);
    expect(code).toBe(2);
  },
  async format() {
    // In a folder of its own: this one may be in somebody's hands.
    for (const file of ["biome.json", ".gitignore"]) await copyFile(path.join(root, file), inFolder(file));
    await writeFile(inFolder("plain.ts"), "export const one = 'one'");
    await writeFile(inFolder("package.json"), "{}\n");
    const { code, said } = await start("format", [], folder).ended;
    expect(code, said).toBe(0);
    expect(await readFile(inFolder("plain.ts"), "utf8")).toBe('export const one = "one";\n');
  },
  async conformance() {
    expect(await run("conformance", "--backend", "cpu")).toMatch(/^gru +\d+ +\d\.\de-\d+/m);
  },
  async pretrain() {
    const said = await run("pretrain", "--steps", "2", "--out", folder);
    expect(said).toMatch(/^en: .* by pairs \d\.\d+ bits\nen: validation .*\n {2}quotes: unit \d+, AUC \d/m);
    for (const name of ["pretrained.checkpoint", "pretrained.zh.checkpoint"])
      expect((await readFile(inFolder(name))).length).toBeGreaterThan(10_000);
  },
  async accuracy() {
    expect(await run("accuracy", "--only", "adding", "--seconds", "1")).toMatch(/^adding: .*\d+ steps/m);
  },
  async race() {
    const short = ["--cells", "gru,rnn", "--steps", "2", "--seeds", "1", "--hiddenSizes", "16"];
    expect(await run("race", "--on", "adding", ...short)).toMatch(
      /^\*\*adding\*\*: 2 steps[\s\S]*\| gru \| 16 \|/m,
    );
  },
  async export() {
    const kept = inFolder("kept.checkpoint");
    await copyFile(path.join(root, "public/pretrained.checkpoint"), kept);
    const call = await mainOf("export");
    for (const format of ["keras", "onnx", "safetensors"]) {
      const out = inFolder(format);
      const args = [kept, "--to", format, "--out", out];
      if (format === "keras") await run("export", ...args);
      else expect(await call(args)).toBe(0);
      expect((await stat(path.join(out, `model.${format}`))).size).toBeGreaterThan(10_000);
      const { input, output } = await readJson(path.join(out, "check.json"));
      expect(output.shape.slice(0, 2)).toEqual(input.shape);
    }
    const out = inFolder("pytorch");
    expect(await call([kept, "--to", "pytorch", "--out", out, "--text", "sample"])).toBe(0);
    expect((await stat(path.join(out, "data.safetensors"))).size).toBeGreaterThan(100_000);
  },
  async figures() {
    await writeFile(inFolder("text.txt"), text);
    const said = await run("figures", inFolder("text.txt"), "--steps", "2");
    expect(said).toMatch(/^cpu on /m);
    expect(said.match(/validation after 2 steps: \d\.\d+ nats/g)).toHaveLength(2);
  },
  async faults() {
    const said = succeeded(await faults.ended);
    for (const [kind, count] of Object.entries({ gpu: 2, crashes: 2, silences: 1 }))
      expect(said).toMatch(
        new RegExp(`^${kind}: ${count} faults, runs lost 0, most steps lost \\d+, longest`, "m"),
      );
    expect(said).toMatch(/^reloads, CPU: 1, .*, 0 of [1-9]\d* losses differ/m);
  },
  async bench() {
    const out = inFolder("bench.json");
    const said = await run("bench", "--own", ...smallestPiece, "--out", out);
    expect(said).toMatch(/ours\/webgpu at most \d\.\de-\d+ from ours\/cpu1/);
    const { rows } = await readJson(out);
    expect(rows).toMatchObject(
      ["ours/cpu1", "ours/cpu", "ours/webgpu"].map((engine) => ({ work: "infer", engine, H: 16, T: 16 })),
    );
  },
  async "bench:node"() {
    const out = inFolder("bench-node.json");
    await run("bench:node", ...smallestPiece, "--out", out);
    const { rows } = await readJson(out);
    expect(rows).toMatchObject(
      ["ours/cpu1", "ours/cpu", "ours/webgpu"].map((engine) => ({ work: "infer", engine, H: 16, T: 16 })),
    );
  },
};

/** Which tracked files differ from the last commit, and how; null where this is no repository. */
function trackedChanges(): string | null {
  if (!existsSync(path.join(root, ".git"))) return null;
  return execFileSync("git", ["diff", "HEAD", "--no-ext-diff", "--binary"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
}

const changesBefore = trackedChanges();

beforeAll(async () => {
  faults = start("faults", ["--short"]);
  folder = await mkdtemp(path.join(tmpdir(), "package-scripts-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("every script is a stage of the tests, or is run here", () => {
  const known = Object.keys(scripts).filter((name) => name in stages || name in shortRuns);
  expect(known).toEqual(Object.keys(scripts));
  for (const [name, command] of Object.entries(stages))
    if (name in scripts) expect(command.join(" ")).toBe(scripts[name]);
});

// They build, and open browsers, beside everything else.
test.each(Object.keys(shortRuns))("npm run %s", (name) => shortRuns[name](), 600_000);

test.each([
  ["pretrain", ["--steps", "few"], '--steps: "few" is not a whole number from 1 on.'],
  ["figures", [], "Name a text file: npm run figures -- TEXT.txt"],
  ["figures", ["nowhere.txt"], "nowhere.txt cannot be read."],
  ["faults", ["--minutes", "1"], "--minutes: 2 or more, the first of which does not count."],
  ["bench", ["--only", "Q=3"], '"Q=3" is no condition: write one like H=128.'],
  ["bench:node", ["--work", "rest"], 'There is no work "rest": it is train, infer, generate.'],
  ["export", [], "Name one file: npm run export -- FILE --to keras|onnx|safetensors|pytorch --out DIR"],
  [
    "export",
    ["FILE", "--to", "pickle", "--out", "x"],
    "--to: it is keras, onnx, safetensors, pytorch. npm run export -- FILE --to keras|onnx|safetensors|pytorch --out DIR",
  ],
])("npm run %s with %j is refused in one line", async (name, args, line) => {
  const call = await mainOf(name);
  await expect(call(args)).rejects.toMatchObject({ name: "UsageError", message: line });
});

test.each([
  ["conformance", ["nowhere.json"], /^nowhere\.json cannot be read$/],
  ["export", ["FILE", "--too", "keras"], /^Unknown option '--too'.*$/],
])("what is refused is one line, and exit code 2: npm run %s with %j", async (name, args, line) => {
  const { code, said } = await start(name, args).ended;
  expect(said.trimEnd()).toMatch(line);
  expect(code).toBe(2);
});

test.each(["scripts/cpuTimes.ts", "e2e/bench/webgpuSteps.ts"])("%s times a small network", async (file) => {
  const sizes = ["--B", "2", "--T", "3", "--I", "4", "--H", "5", "--O", "6"];
  const child = execFileSync(process.execPath, ["scripts/run.mjs", file, ...sizes, "--runs", "1"], {
    cwd: root,
    env: environment,
    encoding: "utf8",
  });
  expect(child).toMatch(/gruForward/);
});

test("none of them has changed a file that git tracks", () => {
  expect(trackedChanges()).toBe(changesBefore);
});
