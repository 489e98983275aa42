import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { main } from "./conformance";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "conformance-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The command with these arguments: what it says on either side, and its exit code. */
async function run(...argv: string[]) {
  const said: string[] = [];
  const refused: string[] = [];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const errors = vi.spyOn(console, "error").mockImplementation((line) => void refused.push(line));
  const code = await main(argv).finally(() => {
    out.mockRestore();
    errors.mockRestore();
  });
  return { code, said: said.join(""), refused };
}

async function save(name: string, content: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** One unit, one feature, one step. */
const simple = {
  model: { cell: "rnn", inputSize: 1, hiddenSize: 1, head: { size: 1, at: "every" } },
  params: {
    weight_ih_l0: { shape: [1, 1], data: [0.5] },
    weight_hh_l0: { shape: [1, 1], data: [0] },
    bias_ih_l0: { shape: [1], data: [0] },
    bias_hh_l0: { shape: [1], data: [0] },
    "head.weight": { shape: [1, 1], data: [2] },
    "head.bias": { shape: [1], data: [0.25] },
  },
  x: { shape: [1, 1, 1], data: [1] },
  y: { shape: [1, 1, 1], data: [0] },
  loss: "meanSquaredError",
  optimizer: { type: "sgd", learningRate: 0.1 },
  steps: 2,
};

test.each(["reference", "cpu", "webgpu"])(
  "a case on %s, as JSON, on screen or in a file",
  async (backend) => {
    const file = await save("simple.json", simple);
    const { code, said, refused } = await run(file, "--backend", backend);
    expect([code, refused]).toEqual([0, []]);
    const result = JSON.parse(said);
    expect(result).toMatchObject({ backend, outputs: { shape: [1, 1, 1] } });
    const output = 2 * Math.tanh(0.5) + 0.25;
    expect(result.outputs.data[0]).toBeCloseTo(output, 6);
    expect(result.loss).toBeCloseTo(output ** 2, 5);
    const out = path.join(folder, "result.json");
    expect(await run(file, "--backend", backend, "--out", out)).toMatchObject({ code: 0, said: "" });
    expect(JSON.parse(await readFile(out, "utf8"))).toEqual(result);
  },
);

test("all backends of a case beside each other", async () => {
  const { code, said, refused } = await run(await save("simple.json", simple), "--backend", "all");
  expect([code, refused]).toEqual([0, []]);
  expect(said).toMatch(/^worst error +cpu +webgpu\n/);
  expect(said).toMatch(/\nstates\.h_l0 +\d\.\de[-+]\d+ +\d/);
});

test("a difference that float32 does not explain gives its line and exit code 1", async () => {
  // Far from any minimum, errors of rounding grow from step to step.
  const wild = { ...simple, optimizer: { type: "sgd", learningRate: 3 }, steps: 12 };
  const { code, refused } = await run(await save("wild.json", wild), "--backend", "all");
  expect(code).toBe(1);
  expect(refused[0]).toMatch(/^cpu: losses\[\d+\] is .* instead of /);
});

test("every golden case, by cell", async () => {
  const { code, said, refused } = await run("--backend", "reference");
  expect([code, refused]).toEqual([0, []]);
  const counts = Array.from(said.matchAll(/^(\w+) +(\d+) {2,}\d\.\d/gm), ([, cell, count]) => [
    cell,
    Number(count),
  ]);
  expect(counts.map(([cell]) => cell)).toEqual(["gru", "gruResetBefore", "fourGate", "lstm", "rnn"]);
  expect(counts.every(([, count]) => Number(count) >= 17)).toBe(true);
});

test("what cannot be run gives one line and exit code 2", async () => {
  const huge = { ...simple, optimizer: { type: "sgd", learningRate: 1e30 }, steps: 3 };
  const lines: readonly (readonly [string[], string | RegExp])[] = [
    [[path.join(folder, "nowhere.json")], /nowhere\.json cannot be read$/],
    [[await save("text.json", "{")], /text\.json is not JSON: /],
    [[await save("nan.json", JSON.stringify(simple).replace("0.5", "NaN"))], /nan\.json is not JSON: .*N/],
    [
      [await save("cell.json", { ...simple, model: { ...simple.model, cell: "elman" } })],
      /^model\.cell: .*"elman"/,
    ],
    [[await save("huge.json", huge)], /^losses\[\d\] is .*: the case overflows; try smaller weights/],
    [[await save("huge.json", huge), "--backend", "all"], /^losses\[\d\] is .*: the case overflows/],
    [["a.json", "b.json"], "b.json: only one case at a time can be run"],
    [["--backend", "constructor"], '--backend: "constructor" is not cpu, webgpu, reference or all'],
    [["--speed"], /^Unknown option '--speed'/],
  ];
  for (const [argv, line] of lines) {
    const { code, said, refused } = await run(...argv);
    expect([code, said, refused.length], argv.join(" ")).toEqual([2, "", 1]);
    if (typeof line === "string") expect(refused[0]).toBe(line);
    else expect(refused[0]).toMatch(line);
    expect(refused[0]).not.toContain("\n");
  }
});

test("a byte order mark is no obstacle, and --help says how", async () => {
  const { code } = await run(await save("mark.json", `\uFEFF${JSON.stringify(simple)}`));
  expect(code).toBe(0);
  expect(await run("--help")).toMatchObject({
    code: 0,
    said: expect.stringContaining("npm run conformance --"),
  });
});
