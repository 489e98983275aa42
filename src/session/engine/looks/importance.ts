/**
 * Which inputs matter: what the network loses on held-out examples when one input of them is another example's. A slice asks about some
 * inputs of one batch beside that batch as it is, with the same weights, so that training may go on between two slices.
 */
import type { Example, ExampleAnswer, Examples } from "../../../data/examples";
import { correlatedInputs } from "../../../data/importance/correlatedInputs";
import { type InputGroup, inputGroups } from "../../../data/importance/inputGroups";
import { permutation, permuted } from "../../../data/importance/permuted";
import { Rises } from "../../../data/importance/rises";
import { softmaxRows } from "../../../engine/train/inspector";
import { mix } from "../../../mix";
import { Random } from "../../../random";
import type { ImportanceReport } from "../../protocol";
import { heldOutIndices } from "../heldOutIndices";
import type { LiveRun } from "../liveRun";
import { lookOf } from "./look";

const repeats = 5;
const mostExamples = 512;
const sliceMs = 50;

export const importance = lookOf<ImportanceReport>({
  training: "goesOn",
  async *slices({ live }) {
    const asked = askedOf(live);
    if (!asked) return;
    const { examples, groups } = asked;
    const indices = heldOutIndices(examples, mostExamples).sort();
    const n = indices.length;
    const rises = groups.map(() => new Rises(n));
    const correlated = correlatedInputs(examples, groups, indices);
    let [losses, counted, done] = [0, 0, 0];
    const all = repeats * n * groups.length;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const donors = groups.map((_, g) => {
        const random = Random.fromSeed(mix(repeat, g));
        return permutation(n, (low, high) => random.integer(low, high));
      });
      for (let from = 0; from < n; from += live.run.batchSize) {
        const places = Array.from({ length: Math.min(live.run.batchSize, n - from) }, (_, b) => from + b);
        const own = places.map((place) => indices[place]);
        for (let g = 0; g < groups.length; ) {
          const endMs = performance.now() + sliceMs;
          const before = await lossesOf(live, examples, own);
          for (const loss of before) [losses, counted] = [losses + loss, counted + 1];
          do {
            const donorAt = donors[g];
            const placeOf = new Map(own.map((index, b) => [index, places[b]]));
            const donorOf = (index: number) => indices[donorAt[placeOf.get(index) ?? 0]];
            const after = await lossesOf(live, permuted(examples, groups[g], donorOf), own);
            for (const [b, loss] of after.entries()) rises[g].add(places[b], loss - before[b]);
            done += own.length;
            g++;
          } while (g < groups.length && performance.now() < endMs);
          yield {
            step: live.step,
            share: done / all,
            examples: n,
            repeats,
            isClass: examples.answer.kind === "class",
            loss: losses / Math.max(1, counted),
            inputs: groups.map(({ name }, i) => ({ name, rise: rises[i].told() })),
            correlated: correlated.map(({ a, b, r }) => ({ a: groups[a].name, b: groups[b].name, r })),
          };
        }
      }
    }
  },
  looked: (value, running) => ({ type: "looked", look: "importance", value, running }),
});

interface Asked {
  readonly examples: Examples;
  readonly groups: readonly InputGroup[];
}

/** Null where there is one input alone, or where inputs are pixels, bands or symbols. */
function askedOf({ run, dataset: { source } }: LiveRun): Asked | null {
  const { heldOut } = run.data;
  if (heldOut.kind === "text") return null;
  const { examples } = heldOut;
  const { input } = examples;
  if (input.kind !== "features") return null;
  if (input.display.kind !== "lines" && input.display.kind !== "stroke") return null;
  const data = source.kind === "prepared" && source.data.kind !== "task" ? source.data : null;
  const groups = inputGroups(input.features, data?.way);
  return groups.length > 1 ? { examples, groups } : null;
}

async function lossesOf(
  { run }: LiveRun,
  examples: Examples,
  indices: readonly number[],
): Promise<readonly number[]> {
  const predictor = await run.predictor();
  const outputs = await predictor.predict(examples, indices);
  return outputs.map((said, b) => lossOf(examples.answer, examples.example(indices[b]), said));
}

/** Mean −ln p of the right classes, or mean squared error of scaled numbers, of what is known. */
function lossOf(answer: ExampleAnswer, { answer: right }: Example, said: Float32Array): number {
  const C = answer.kind === "class" ? answer.labels.length : 0;
  const probabilities = C > 0 ? softmaxRows(said, C) : said;
  let [sum, count] = [0, 0];
  for (const [i, one] of right.entries()) {
    const loss =
      C > 0
        ? one < 0
          ? Number.NaN
          : -Math.log(Math.max(probabilities[i * C + one], Number.MIN_VALUE))
        : (said[i] - one) ** 2;
    if (!Number.isNaN(loss)) [sum, count] = [sum + loss, count + 1];
  }
  return sum / Math.max(1, count);
}
