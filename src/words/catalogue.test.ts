/** Every entry of both languages, with values made of what the English one says that it takes. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import type { Area, Catalogue } from "./catalogue";
import { chineseWords } from "./chinese";
import { englishWords } from "./english";

/** Of the syntax tree; what is read of it is held to be what it should be where it is read. */
type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;
const treeOf = (value: unknown): Tree => {
  if (!isTree(value)) throw new Error(`No node of a syntax tree: ${String(value)}`);
  return value;
};
const treesOf = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value.map(treeOf) : []);

function nodesOf(value: unknown): readonly Tree[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isTree(value)) return [];
  return [...(typeof value.type === "string" ? [value] : []), ...Object.values(value).flatMap(nodesOf)];
}

const nameOf = (node: Tree): string => String(node.name ?? node.value);

/** Texts as people's files have them. */
const texts = fc.constantFrom("price", "上证指数", "Ein Name", "x", "__proto__", "a “b”", "1");
/** Whole and other numbers, and those at which plurals turn. */
const numbers = fc.oneof(
  fc.constantFrom(0, 1, 2, 5, 1_000_000),
  fc.nat(9_999),
  fc.double({ min: 0.0001, max: 9_999, noNaN: true }),
);

/** What declares a name of the same file. */
const declaredIn = (program: unknown, type: string, name: string): Tree | undefined =>
  nodesOf(program).find((node) => node.type === type && nameOf(treeOf(node.id)) === name);

/** What a name of the same file stands for. */
function declarationOf(value: Tree, program: unknown): Tree {
  if (value.type !== "Identifier") return value;
  const declared = declaredIn(program, "VariableDeclarator", nameOf(value));
  if (!declared) return value;
  const init = treeOf(declared.init);
  return init.type === "TSSatisfiesExpression" ? treeOf(init.expression) : init;
}

/** Those of a table of the same file. */
const keysOf = (query: Tree, program: unknown): readonly string[] =>
  treesOf(declarationOf(treeOf(query.exprName), program).properties).map(({ key }) => nameOf(treeOf(key)));

/** What an annotation admits; the names in it are of the same file. */
function valuesOf(annotation: Tree, program: unknown): fc.Arbitrary<unknown> {
  switch (annotation.type) {
    case "TSStringKeyword":
      return texts;
    case "TSNumberKeyword":
      return numbers;
    case "TSBooleanKeyword":
      return fc.boolean();
    case "TSNullKeyword":
      return fc.constant(null);
    case "TSLiteralType":
      return fc.constant(treeOf(annotation.literal).value);
    case "TSUnionType":
      return fc.oneof(...treesOf(annotation.types).map((type) => valuesOf(type, program)));
    case "TSArrayType":
      return fc.array(valuesOf(treeOf(annotation.elementType), program), { minLength: 1, maxLength: 12 });
    case "TSTypeOperator": {
      const operand = treeOf(annotation.typeAnnotation);
      if (annotation.operator !== "keyof") return valuesOf(operand, program);
      return fc.constantFrom(...keysOf(operand, program));
    }
    case "TSParenthesizedType":
      return valuesOf(treeOf(annotation.typeAnnotation), program);
    case "TSTypeReference": {
      const name = nameOf(treeOf(annotation.typeName));
      const alias = declaredIn(program, "TSTypeAliasDeclaration", name);
      return valuesOf(treeOf(treeOf(alias).typeAnnotation), program);
    }
    case "TSTypeLiteral":
      return fc.record(
        Object.fromEntries(
          treesOf(annotation.members).map((member) => [
            nameOf(treeOf(member.key)),
            valuesOf(treeOf(treeOf(member.typeAnnotation).typeAnnotation), program),
          ]),
        ),
      );
    default:
      throw new Error(`What an entry takes is written out in its file; this is ${String(annotation.type)}.`);
  }
}

type Speak = (values: never) => unknown;

interface Entry {
  readonly name: string;
  readonly values: fc.Arbitrary<unknown> | null;
  readonly english: unknown;
  readonly chinese: unknown;
}

/** The entries of an area, those of its tables as well, each with what it takes. */
function entriesOf(area: string, code: string): readonly Entry[] {
  const { program, errors } = parseSync(`${area}.ts`, code, { lang: "ts" });
  expect(errors).toEqual([]);
  const declared = nodesOf(program).find(
    (node) => node.type === "VariableDeclarator" && nameOf(treeOf(node.id)) === area,
  );
  const object = nodesOf(declared?.init).find(({ type }) => type === "ObjectExpression");
  const within = (node: Tree, english: unknown, chinese: unknown, name: string): readonly Entry[] =>
    treesOf(node.properties).flatMap((property): readonly Entry[] => {
      if (property.type === "SpreadElement")
        return within(declarationOf(treeOf(property.argument), program), english, chinese, name);
      const key = nameOf(treeOf(property.key));
      const place = `${name}.${key}`;
      const [here, there] = [(treeOf(english) as Tree)[key], (treeOf(chinese) as Tree)[key]];
      const value = declarationOf(treeOf(property.value), program);
      if (isTree(here) && value.type === "ObjectExpression") return within(value, here, there, place);
      if (typeof here !== "function") return [{ name: place, values: null, english: here, chinese: there }];
      if (value.type !== "ArrowFunctionExpression")
        throw new Error(`${place} is no function that stands in its place.`);
      const [parameter] = treesOf(value.params);
      const annotation = treeOf(treeOf(parameter?.typeAnnotation).typeAnnotation);
      return [{ name: place, values: valuesOf(annotation, program), english: here, chinese: there }];
    });
  const name = area as Area;
  return within(treeOf(object), englishWords[name], chineseWords[name], area);
}

const folder = path.join(import.meta.dirname, "en");
const parts = ["first.ts", "late.ts", "phrases.ts"];
const areas = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !parts.includes(file))
  .map((file) => file.replace(/\.ts$/, ""));

const han = "[\\p{Script=Han}]";
/** What no sentence should have in it, and why. */
const blunders: readonly (readonly [RegExp, string, "en" | "zh" | "both"])[] = [
  [/undefined|\[object|NaN|\$\{|[{}]/, "something that was not put into words", "both"],
  [/^\s|\s$|[^\n ] {2}/, "a space too much", "both"],
  [/[.,;:。，；：]{2}/u, "a sign twice", "both"],
  [/\p{Script=Han}/u, "Chinese among English", "en"],
  [new RegExp(`${han}[,;:!?]|[,;]${han}`, "u"), "a narrow sign after a Chinese character", "zh"],
  [new RegExp(`${han} ${han}`, "u"), "a space between Chinese characters", "zh"],
  [/\s[，。：；、！？）”]|[，。：；、！？（“]\s/u, "a space beside a wide sign", "zh"],
  [/\s%/, "a space before a percent sign", "zh"],
  [/(?<![\d.,])1\u00a0(?!series\b)[a-z]{2,}(?<!s)s\b/, "many of one", "en"],
];

function check(text: unknown, name: string, language: "en" | "zh", given: string): void {
  expect(typeof text, `${name} (${language})`).toBe("string");
  const said = String(text);
  expect(said, `${name} (${language}) says nothing`).not.toBe("");
  for (const [pattern, what, whose] of blunders) {
    // Names are people's own, and may be anything.
    if (whose !== "both" && whose !== language) continue;
    if (pattern.test(said) && !pattern.test(given))
      expect.fail(`${name} (${language}) has ${what}: “${said}”`);
  }
}

describe.each(areas)("the words of “%s”", (area) => {
  const code = readFileSync(path.join(folder, `${area}.ts`), "utf8");

  it("are whole sentences in both languages, whatever the values", () => {
    const entries = entriesOf(area, code);
    expect(entries.length).toBeGreaterThan(0);
    for (const { name, values, english, chinese } of entries) {
      if (values === null) {
        check(english, name, "en", "");
        check(chinese, name, "zh", "");
        continue;
      }
      fc.assert(
        fc.property(values, (given) => {
          const named = JSON.stringify(given).replace(/[{}[\]:,"]/g, "");
          check((english as Speak)(given as never), name, "en", named);
          check((chinese as Speak)(given as never), name, "zh", named);
        }),
        { numRuns: 30 },
      );
    }
  });
});

it("every area stands in both languages", () => {
  const chinese = readdirSync(path.join(import.meta.dirname, "zh"));
  expect(areas.filter((area) => !chinese.includes(`${area}.ts`))).toEqual([]);
  const listed = Object.keys(englishWords).filter((name) => isTree(englishWords[name as keyof Catalogue]));
  expect(areas.filter((area) => !listed.includes(area))).toEqual([]);
});
