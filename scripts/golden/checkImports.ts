/**
 * Holds what other programs save to what they answer, once it is read here; `import_cases.py` makes the files:
 *
 *     python scripts/golden/import_cases.py DIR
 *     node scripts/run.mjs scripts/golden/checkImports.ts DIR
 *
 * Prints the worst difference of each kind of file, over how many networks; exit code 1 where one is beyond 1e-5.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { parameterTable } from "../../src/engine/model/config";
import type { Checkpoint } from "../../src/engine/train/checkpoint";
import { answerTo, type Values } from "../../src/exchange/check";
import { importNetwork } from "../../src/exchange/importNetwork";
import { worstOf } from "../../src/exchange/testNetworks";
import { inEnglish } from "../../src/words/english";

const tolerance = 1e-5;

const valuesSchema = v.object({ shape: v.array(v.number()), data: v.array(v.number()) });
const caseSchema = v.object({
  what: v.string(),
  reads: v.picklist(["tokens", "features"]),
  input: valuesSchema,
  every: v.optional(valuesSchema),
  last: v.optional(valuesSchema),
  hidden: v.optional(v.boolean(), false),
});

export async function main([folder]: string[]): Promise<number> {
  const worst = new Map<string, { count: number; error: number; name: string }>();
  let failed = 0;
  for (const name of readdirSync(folder).filter((one) => !one.endsWith(".json"))) {
    const given = v.parse(caseSchema, JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")));
    const said = await errorOf(readFileSync(path.join(folder, name)), given);
    if (typeof said === "string" || said > tolerance) {
      failed++;
      console.error(`${name} (${given.what}): ${typeof said === "string" ? said : said.toExponential(1)}`);
    }
    const kind = name.slice(name.indexOf(".") + 1);
    const error = typeof said === "string" ? Number.POSITIVE_INFINITY : said;
    const before = worst.get(kind) ?? { count: 0, error: -1, name };
    worst.set(kind, {
      ...(error > before.error ? { error, name } : before),
      count: before.count + 1,
    });
  }
  for (const [kind, { count, error, name }] of worst)
    console.log(`${kind}: ${count} networks, worst ${error.toExponential(1)} (${name})`);
  return failed > 0 ? 1 : 0;
}

/** The largest difference, or why there is nothing to compare. */
async function errorOf(
  bytes: Uint8Array,
  { reads, input, hidden, ...answers }: v.InferOutput<typeof caseSchema>,
): Promise<number | string> {
  const result = await importNetwork(bytes);
  if (!result.ok) return inEnglish(result.problem);
  const { checkpoint } = result.value;
  const { config } = checkpoint;
  if ((config.input.kind === "features") !== (reads === "features")) return `taken to read ${config.input.kind}`;
  const given = answers[config.head.at];
  if (!given) return `taken to answer at ${config.head.at}`;
  const expected = hidden ? throughHead(checkpoint, given) : given;
  const actual = await answerTo(checkpoint, input);
  if (String(actual.shape) !== String(expected.shape)) return `answers [${actual.shape}] for [${expected.shape}]`;
  return worstOf(actual.data, expected.data);
}

/** What the head of the imported network, which the file does not have, makes of the states [..., D·H] that the framework gives. */
function throughHead({ config, parameters }: Checkpoint, { shape, data }: Values): Values {
  const { entries } = parameterTable(config);
  const offsetOf = (name: string) => entries.find((entry) => entry.name === name)?.offset ?? Number.NaN;
  const [weight, bias] = [offsetOf("head.weight"), offsetOf("head.bias")];
  const width = shape[shape.length - 1];
  const O = config.head.size;
  const answers = Array.from({ length: (data.length / width) * O }, (_, i) => {
    const [row, o] = [Math.floor(i / O), i % O];
    let sum = parameters[bias + o];
    for (let k = 0; k < width; k++) sum += data[row * width + k] * parameters[weight + o * width + k];
    return sum;
  });
  return { shape: [...shape.slice(0, -1), O], data: answers };
}
