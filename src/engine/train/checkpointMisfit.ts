import { carriedStates, parameterTable } from "../model/config";
import { elementCount, type TableEntry } from "../plan/plan";
import type { Checkpoint } from "./checkpoint";

/** What of a checkpoint does not fit the rest of it, as a clause; null where all of it belongs together. */
export function checkpointMisfit(checkpoint: Checkpoint): string | null {
  const { config, vocabulary, table, best } = checkpoint;
  const { entries, length } = parameterTable(config);
  if (!sameTable(table, entries)) return "its table of parameters is not that of its network";
  const banks = ["parameters", "firstMoment", "secondMoment"] as const;
  const odd = banks.find((name) => checkpoint[name].length !== length);
  if (odd) return `its array “${odd}” has ${checkpoint[odd].length} numbers where the network has ${length}`;
  if (best && best.length !== length)
    return `its array “best” has ${best.length} numbers where the network has ${length}`;
  const symbols = config.input.kind === "features" ? 0 : config.input.vocabularySize;
  if (vocabulary.length !== symbols)
    return `it names ${vocabulary.length} symbols where the network reads ${symbols}`;
  const weights = config.loss.kind === "crossEntropy" ? config.loss.classWeights : null;
  if (weights && weights.length !== config.head.size)
    return `it has ${weights.length} weights of classes where the network has ${config.head.size} outputs`;
  return carriedMisfit(checkpoint);
}

/** None, as before the first step, or all of them. */
function carriedMisfit({ config, training, carried }: Checkpoint): string | null {
  const names = Object.keys(carried);
  if (names.length === 0) return null;
  const states = training.windows === "streams" ? carriedStates(config, training.batchSize) : [];
  const fits =
    names.length === states.length &&
    states.every(({ name, shape }) => carried[name]?.length === elementCount(shape));
  return fits ? null : "the states that it carries over are not those of its network";
}

function sameTable(one: readonly TableEntry[], other: readonly TableEntry[]): boolean {
  const same = (a: TableEntry, b: TableEntry) =>
    a.name === b.name &&
    a.offset === b.offset &&
    a.shape.length === b.shape.length &&
    a.shape.every((size, i) => size === b.shape[i]);
  return one.length === other.length && one.every((entry, i) => same(entry, other[i]));
}
