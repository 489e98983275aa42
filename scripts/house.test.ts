/** The rules of the house: every import of `src` against the table of `house.ts`, and what no import shows. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { house, type Part } from "./house";

const root = path.resolve(import.meta.dirname, "..");

interface Source {
  /** Below `src`. */
  readonly file: string;
  readonly code: string;
}

interface Import {
  readonly from: string;
  /** A file below `src` without its ending, or a package. */
  readonly to: string;
  readonly kind: "value" | "type" | "worker" | "package";
}

function sources(): Source[] {
  const folder = path.join(root, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.replaceAll(path.sep, "/"))
    .map((file) => ({ file, code: withoutComments(readFileSync(path.join(folder, file), "utf8")) }));
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

/** Tests and what only tests use. */
const isForTests = (file: string) => /(\.test\.tsx?|\/test\w+\.ts|Fixture\.ts)$/.test(file);

const importPattern =
  /(?:^|[;\n])\s*(?:import|export)\s+(?<type>type\s)?(?:[\w*{][^;"]*?\sfrom\s+)?"(?<plain>[^"]+)"|\bimport\(\s*"(?<dynamic>[^"]+)"|new URL\(\s*"(?<url>[^"]+)",\s*import\.meta\.url/g;

function importsOf({ file, code }: Source): Import[] {
  return [...code.matchAll(importPattern)].flatMap(({ groups = {} }): Import[] => {
    const spec = groups.plain ?? groups.dynamic ?? groups.url;
    if (spec === undefined || /\.(css|wgsl)(\?|$)/.test(spec) || spec.startsWith("virtual:")) return [];
    if (!spec.startsWith("."))
      return [{ from: file, to: spec.replace(/^(@[^/]+\/[^/]+|[^/]+).*$/, "$1"), kind: "package" }];
    const kind = groups.url ? "worker" : groups.type ? "type" : "value";
    const to = path.posix.join(path.posix.dirname(file), spec.replace(/\?.*$/, ""));
    return [{ from: file, to, kind }];
  });
}

/** The longest entry that a file lies in. A file of the table is named with its ending, an import without. */
function partOf(file: string, table: Readonly<Record<string, Part>>): string | null {
  const names = Object.keys(table).filter(
    (name) => file === name || `${file}.ts` === name || file.startsWith(`${name}/`),
  );
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}

function isAllowed({ to, kind }: Import, name: string, table: Readonly<Record<string, Part>>): boolean {
  const { imports, packages = [] } = table[name];
  if (kind === "package") return packages.includes(to);
  const target = partOf(to, table);
  if (target === null) return false;
  return (
    target === name ||
    (kind !== "worker" && imports.includes(target)) ||
    imports.includes(`${kind}:${target}`)
  );
}

/** Every import that the table does not have, with the file that has it. */
function violations(files: readonly Source[], table = house): string[] {
  return files.flatMap((source) => {
    const name = partOf(source.file, table);
    if (name === null) return [`${source.file} lies in no part of the house`];
    return importsOf(source)
      .filter((one) => !isAllowed(one, name, table))
      .map(({ to, kind }) => `${source.file} (${name}) imports the ${kind} ${to}`);
  });
}

/** Each match with its file, for a failure that says where to look. */
function occurrences(files: readonly Source[], pattern: RegExp): string[] {
  return files.flatMap(({ file, code }) =>
    [...code.matchAll(new RegExp(pattern, "gm"))].map((m) => `${file}: ${m[0].trim()}`),
  );
}

const gpuType = /\bGPU[A-Z]\w*/;
/**
 * What lets an object be asked for a word of data: every object answers to "constructor", "toString" and "__proto__". Maps and sets
 * do not. `satisfies` widens nothing, so that only names that are there can be asked for.
 */
const askedByWord =
  /(?<!satisfies (?:Readonly<)?)\bRecord<string\b|\[\w+: string\]:|\bObject\.fromEntries\(|(?<=[(!>] ?)\b\w+ in [a-z]\w*(?=\)|;| [&|?])/;

/**
 * Objects whose names are all the project's own. The engine's are: ops, tensors, settings of kernels. So are the headers that the build
 * gives its service worker, what a message has values for, and the tables of the catalogue: a task's parameters, the options of a
 * setting, the parts of a profile. What a link names is held to the settings' schema and to the task's own table.
 */
const ownNames = [
  "data/table/numbers.ts",
  "data/tasks/parameters.ts",
  "data/zip/wideNumbers.ts",
  "kept/plainBytes.ts",
  "kept/plainSchemas.ts",
  "kept/readLink.ts",
  "kept/readRecord.ts",
  "kept/writeLink.ts",
  "serviceWorker/serviceWorker.ts",
  "serviceWorker/withHeaders.ts",
  "session/engine/suitableSettings.ts",
  "session/exchanger/exportRun.ts",
  "session/page/movableCopy.ts",
  "session/protocol.ts",
  "session/settings.ts",
  "store/session.ts",
  "ui/cells/cellNumbers.ts",
  "ui/cells/readCellNumbers.ts",
  "ui/data/tasks/TaskForm.tsx",
  "ui/data/tasks/useTaskDrafts.ts",
  "ui/profile/KernelChoices.tsx",
  "ui/profile/ProfileTable.tsx",
  "ui/settings/optionsOf.ts",
  "words/en/tasks.ts",
  "words/message.ts",
  "words/say.ts",
  "words/zh/tasks.ts",
];
const planted = (file: string, code: string): Source[] => [{ file, code: withoutComments(code) }];

describe("the house", () => {
  const all = sources();
  const product = all.filter(
    ({ file }) => !isForTests(file) && !file.startsWith("engine/backends/cpu/kernels/"),
  );

  it("is read whole", () => {
    expect(product.length).toBeGreaterThan(300);
    expect(product.flatMap(importsOf).length).toBeGreaterThan(1000);
  });

  it("imports one way", () => {
    expect(violations(product)).toEqual([]);
  });

  it("has no rule that nothing needs", () => {
    const used = new Set(
      product.flatMap((source) => {
        const from = partOf(source.file, house);
        return importsOf(source).map(
          ({ to, kind }) => `${from} > ${kind === "package" ? to : partOf(to, house)}`,
        );
      }),
    );
    const unused = Object.entries(house).flatMap(([name, { imports, packages = [] }]) =>
      [...imports, ...packages]
        .map((one) => `${name} > ${one.replace(/^(type|worker):/, "")}`)
        .filter((one) => !used.has(one)),
    );
    expect(unused).toEqual([]);
  });

  it("finds what is planted", () => {
    const table = {
      ui: { imports: ["store"] },
      store: { imports: ["type:ui"], packages: ["zustand"] },
      "mix.ts": { imports: [] },
    };
    const found = (file: string, code: string) => violations(planted(file, code), table);
    expect(found("ui/a.tsx", 'import { b } from "../store/b";\nimport "../mix";')).toEqual([
      "ui/a.tsx (ui) imports the value mix",
    ]);
    expect(found("ui/a.tsx", 'import {\n  b,\n} from "react";')).toEqual([
      "ui/a.tsx (ui) imports the package react",
    ]);
    expect(
      found("store/b.ts", 'import type { A } from "../ui/deep/a";\nimport { c } from "zustand/vanilla";'),
    ).toEqual([]);
    expect(found("store/b.ts", 'const a = () => import("../ui/a");')).toEqual([
      "store/b.ts (store) imports the value ui/a",
    ]);
    expect(found("store/b.ts", 'new Worker(new URL("../mix.ts", import.meta.url))')).toHaveLength(1);
    expect(found("else/b.ts", "")).toEqual(["else/b.ts lies in no part of the house"]);
  });

  it("asks no object for a word that comes from data", () => {
    const outside = product.filter(({ file }) => !file.startsWith("engine/"));
    const found = outside.filter((source) => occurrences([source], askedByWord).length > 0);
    expect(found.map(({ file }) => file).toSorted()).toEqual(ownNames);
    const places = (code: string) => occurrences(planted("planted.ts", code), askedByWord).length;
    expect(places("const a: Readonly<Record<string, number>> = {};")).toBe(1);
    expect(places("interface A {\n  readonly [label: string]: number;\n}")).toBe(1);
    expect(places("const a = Object.fromEntries(labels.map((l) => [l, 0]));")).toBe(1);
    expect(places("const a = (label: string) => label in counts;")).toBe(1);
    expect(places("if (label in counts) a();")).toBe(1);
    expect(places("const a = { b: 1 } as const satisfies Readonly<Record<string, number>>;")).toBe(0);
    expect(places("const a = new Map<string, number>(); // Record<string, …>")).toBe(0);
  });

  it("names GPU types in engine/backends/webgpu only", () => {
    const outside = all.filter(({ file }) => !file.startsWith("engine/backends/webgpu/"));
    expect(occurrences(outside, gpuType)).toEqual([]);
    expect(occurrences(planted("planted.ts", "let a: GPUBuffer; // GPUDevice"), gpuType)).toEqual([
      "planted.ts: GPUBuffer",
    ]);
    expect(occurrences(planted("planted.ts", "/** A GPUBuffer */ const onGPU = 'GPU';"), gpuType)).toEqual(
      [],
    );
  });
});
