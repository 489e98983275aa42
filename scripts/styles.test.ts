/** The rules of the styles: widths of the screen have names, and classes stand where they are worn and nowhere else. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const ui = path.resolve(import.meta.dirname, "../src/ui");
const files = readdirSync(ui, { recursive: true, encoding: "utf8" }).map((name) => path.join(ui, name));
const read = (file: string) => readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const shortName = (file: string) => path.relative(ui, file).replaceAll(path.sep, "/");

const sheets = files.filter((name) => name.endsWith(".css"));
const modules = sheets.filter((name) => name.endsWith(".module.css"));

/** Selectors alone: what stands in braces that hold no others is left out. */
const classesIn = (css: string) =>
  new Set(
    Array.from(
      css.replace(/\{[^{}]*\}|@import[^;]*;/g, "{}").matchAll(/\.([a-zA-Z]\w*)/g),
      ([, name]) => name,
    ),
  );

interface Wardrobe {
  readonly worn: Set<string>;
  /** Chosen by a variable: which of them are worn, nobody can read. */
  byVariable: boolean;
}

function wornClasses(): Map<string, Wardrobe> {
  const all = new Map<string, Wardrobe>(
    modules.map((file) => [file, { worn: new Set(), byVariable: false }]),
  );
  for (const file of files.filter((name) => name.endsWith(".tsx"))) {
    const code = read(file).replace(/^import [^;]*;/gm, (line) => (line.includes(".css") ? `\n${line}` : ""));
    for (const [statement, name, from] of code.matchAll(/import (\w+) from "([^"]+\.module\.css)";/g)) {
      const wardrobe = all.get(path.resolve(path.dirname(file), from));
      if (!wardrobe) throw new Error(`${shortName(file)} imports ${from}, which is not there.`);
      const rest = code.replaceAll(statement, "");
      for (const [, worn] of rest.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))) wardrobe.worn.add(worn);
      if (rest.includes(`${name}[`)) wardrobe.byVariable = true;
    }
  }
  return all;
}

it("a width that is asked has a name", () => {
  const unnamed = sheets.flatMap((file) =>
    Array.from(
      read(file).matchAll(/@media ([^{]*)/g),
      ([, query]) => `${shortName(file)}: ${query.trim()}`,
    ).filter((query) => /\b(width|height)\b/.test(query)),
  );
  expect(unnamed).toEqual([]);
});

it("columns that are repeated are no wider than what they stand in", () => {
  const repeated = sheets.flatMap((file) =>
    Array.from(
      read(file).matchAll(/repeat\(auto-(?:fit|fill),\s*minmax\((.*)\)\)/g),
      ([, sizes]) => `${shortName(file)}: ${sizes}`,
    ),
  );
  expect(repeated.length).toBeGreaterThan(0);
  expect(repeated.filter((sizes) => !/: min\(\d+px, \d+%\), 1fr$/.test(sizes))).toEqual([]);
});

it("letters that stand on end lie on their side in every script", () => {
  const blocks = sheets.flatMap((file) =>
    Array.from(read(file).matchAll(/\{([^{}]*)\}/g), ([, block]) => ({ file: shortName(file), block })),
  );
  const onEnd = blocks.filter(({ block }) => /writing-mode:\s*vertical/.test(block));
  expect(onEnd.length).toBeGreaterThan(0);
  expect(onEnd.filter(({ block }) => !/text-orientation:\s*sideways/.test(block))).toEqual([]);
});

it("every class that is written is worn, and every class that is worn is written", () => {
  const odd = Array.from(wornClasses(), ([file, { worn, byVariable }]) => {
    const written = classesIn(read(file));
    return {
      file: shortName(file),
      unworn: byVariable ? [] : [...written].filter((name) => !worn.has(name)),
      unwritten: [...worn].filter((name) => !written.has(name)),
    };
  }).filter(({ unworn, unwritten }) => unworn.length + unwritten.length > 0);
  expect(odd).toEqual([]);
});
