/** All words that a person can read stand in `src/words`: none in the code around it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Files whose strings are no words of the page, and what they are. */
const exempt: Readonly<Record<string, string>> = {
  "src/words/": "the words themselves",
  "src/engine/":
    "errors and logs for programmers, WGSL, names of devices: what people hear of them the session says",
  "src/data/samples/": "the sample data's own words",
  "src/session/engine/baselines.ts": "names in what `npm run accuracy -- --json` prints",
  "src/exchange/keras/kerasScript.ts": "Python",
  "src/ui/elsewhere/pickleLines.ts": "Python",
  "scripts/": "a command line's own reports",
};

/** Names that are the same in every language, and what a host has to send letter by letter. */
const names: ReadonlySet<string> = new Set([
  "SQLite format 3\0",
  "Core Audio (CAF)",
  "Windows Media Audio",
  "Apple Lossless",
  "Microsoft ADPCM",
  "IMA ADPCM",
  "MPEG audio",
  "GPU (WebGPU)",
  "Cross-Origin-Opener-Policy: same-origin",
  "Cross-Origin-Embedder-Policy: require-corp",
  // Where a calibration is kept, and a label that is kept with data.
  "calibration of …",
  "all others",
]);

/** Of styles and media. */
const css = /^(\(prefers-|clamp\()/;

/** Their arguments are for programmers: what cannot happen, and logs. */
const forProgrammers =
  /^(\w*Error|Super|DOMException|matchMedia|console\.\w+|performance\.\w+|describe|it|expect)$/;

/** Attributes and properties that are shown or said. */
const shown =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|label|alt|caption|heading|hint|tooltip|about|description)$/;

/** Attributes and properties whose strings only programs read. */
const technical =
  /^(className|style|type|key|id|d|viewBox|transform|font|accept|role|href|rel|allow|points|fill|stroke|placement|border)$/;

const letters = /\p{L}{2}/u;
/** Two words or more. */
const sentence = /\p{L}{2,}[,.:;!?’]?\s+[“(]?\p{L}{2,}/u;

interface Found {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

const nameOf = (node: unknown): string => {
  if (!isTree(node)) return "";
  if (node.type === "Super") return "Super";
  if (node.type === "MemberExpression") return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return typeof node.name === "string" ? node.name : String(node.value ?? "");
};

/** The words that stand in a file, outside of what only programmers and programs read. */
function wordsIn(file: string, code: string): readonly Found[] {
  const { program, errors } = parseSync(file, code, { lang: file.endsWith("x") ? "tsx" : "ts" });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const found: Found[] = [];
  const report = (node: Tree, text: string) =>
    found.push({
      file,
      line: code.slice(0, Number(node.start)).split("\n").length,
      text: text.replace(/\s+/g, " ").trim(),
    });

  /** @param place the name of the attribute or property that it is the value of */
  function look(node: unknown, place: string): void {
    if (Array.isArray(node)) {
      for (const one of node) look(one, place);
      return;
    }
    if (!isTree(node)) return;
    switch (node.type) {
      case "ImportDeclaration":
      case "ImportExpression":
      case "ExportAllDeclaration":
      case "TSLiteralType":
      case "TaggedTemplateExpression":
        return;
      case "JSXText":
        if (letters.test(String(node.value))) report(node, String(node.value));
        return;
      case "Literal":
        if (typeof node.value === "string" && isWords(node.value, place)) report(node, node.value);
        return;
      case "TemplateLiteral": {
        const text = (node.quasis as readonly Tree[]).map(({ value }) => (value as Tree).cooked).join("…");
        if (isWords(text, place)) report(node, text);
        look(node.expressions, "");
        return;
      }
      case "JSXAttribute":
        look(node.value, nameOf(node.name));
        return;
      case "Property":
      case "PropertyDefinition":
        // Articles keep the language that they were written in.
        if (nameOf(node.key) === "citation") return;
        look(node.value, node.computed ? "" : nameOf(node.key));
        return;
      case "NewExpression":
      case "CallExpression":
        if (!forProgrammers.test(nameOf(node.callee))) look(node.arguments, "");
        look(node.callee, "");
        return;
      case "ConditionalExpression":
      case "LogicalExpression":
      case "JSXExpressionContainer":
        for (const part of Object.values(node)) look(part, place);
        return;
      default:
        for (const part of Object.values(node)) look(part, "");
    }
  }

  look(program, "");
  return found;
}

function isWords(text: string, place: string): boolean {
  if (technical.test(place) || names.has(text) || css.test(text)) return false;
  if (sentence.test(text)) return true;
  return shown.test(place) && letters.test(text);
}

const sources = ["src", "scripts"].flatMap((top) =>
  readdirSync(path.join(root, top), { recursive: true, encoding: "utf8" })
    .map((name) => `${top}/${name.replaceAll(path.sep, "/")}`)
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.tsx?$|Fixture\.ts$|\/test\w+\.ts$/.test(file))
    .filter((file) => !Object.keys(exempt).some((place) => file.startsWith(place))),
);

describe("words", () => {
  it("stand in the catalogue, and nowhere else", () => {
    const found = sources.flatMap((file) => wordsIn(file, readFileSync(path.join(root, file), "utf8")));
    expect(found.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });

  it("are joined as the language joins sentences, and not by a space of the code", () => {
    const joins = (file: string) =>
      /\)\}( \{|\{" "\})/.test(readFileSync(path.join(root, file), "utf8").replaceAll(/`[^`]*`/g, ""));
    expect(sources.filter((file) => file.endsWith(".tsx") && joins(file))).toEqual([]);
  });

  it.each([
    ["<p>Hello</p>", "Hello"],
    ['<Action aria-label="Stop" />', "Stop"],
    ['<Choice label={done ? "Done" : words.page.go} />', "Done"],
    [`<p>{\`It has \${count} rows\`}</p>`, "It has … rows"],
    ['const options = [{ value: "a", label: "Letters" }];', "Letters"],
    ['notify("info", "Nothing was found.");', "Nothing was found."],
  ])("are found in %s", (code, text) => {
    expect(wordsIn("a.tsx", `export const a = (${code.replace(/^const (\w+) = |;$/g, "")});`)[0]?.text).toBe(
      text,
    );
  });

  it.each([
    '<div className="one two" style={{ font: "12px sans serif" }} />',
    'new Error("This cannot be the case.")',
    'console.info("It took a while.")',
    "words.table.rows({ count })",
  ])("are not what programs and programmers read: %s", (code) => {
    expect(wordsIn("a.tsx", `export const a = (${code});`)).toEqual([]);
  });
});
