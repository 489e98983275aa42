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
  known: v.optional(v.boolean(), true),
});

export async function main([folder]: string[]): Promise<number> {
  const kinds = new Map<string, { networks: number; refused: number; error: number; name: string }>();
  let failed = 0;
  for (const name of readdirSync(folder).filter((one) => !one.endsWith(".json"))) {
    const given = v.parse(caseSchema, JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")));
    const kind = name.slice(name.indexOf(".") + 1);
    const { networks, refused, ...worst } = kinds.get(kind) ?? { networks: 0, refused: 0, error: 0, name };
    const read = await importNetwork(readFileSync(path.join(folder, name)));
    if (!read.ok && !given.known) {
      console.error(`${name}: ${inEnglish(read.problem)}`);
      kinds.set(kind, { networks, refused: refused + 1, ...worst });
      continue;
    }
    const found = read.ok ? await errorOf(read.value.checkpoint, given) : inEnglish(read.problem);
    const error = typeof found === "string" ? Number.POSITIVE_INFINITY : found;
    if (!(error <= tolerance)) {
      failed++;
      console.error(`WRONG: ${name} (${given.what}): ${found}`);
    }
    kinds.set(kind, { networks: networks + 1, refused, ...(error > worst.error ? { error, name } : worst) });
  }
  for (const [kind, { networks, refused, error, name }] of kinds)
    console.log(
      `${kind}: ${networks} networks, worst ${error.toExponential(1)} (${name}), ${refused} refused`,
    );
  return failed > 0 ? 1 : 0;
}

/** The largest difference, or why there is nothing to compare. */
async function errorOf(
  checkpoint: Checkpoint,
  { reads, input, hidden, ...answers }: v.InferOutput<typeof caseSchema>,
): Promise<number | string> {
  const { config } = checkpoint;
  if ((config.input.kind === "features") !== (reads === "features"))
    return `taken to read ${config.input.kind}`;
  const given = answers[config.head.at];
  if (!given) return `taken to answer at ${config.head.at}`;
  const expected = hidden ? throughHead(checkpoint, given) : given;
  const actual = await answerTo(checkpoint, input);
  if (String(actual.shape) !== String(expected.shape))
    return `answers [${actual.shape}] for [${expected.shape}]`;
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
