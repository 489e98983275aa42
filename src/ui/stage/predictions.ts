/** What the network expects to come next, read from a snapshot. T time steps, V vocabulary size. */
import type { Snapshot } from "../../session/protocol";

export interface Candidate {
  readonly symbol: string;
  readonly probability: number;
  /** Whether it is the symbol that does come next. */
  readonly actual: boolean;
}

export interface NextSymbols {
  /** The most probable symbols, best first. */
  readonly top: readonly Candidate[];
  /** The symbol that does come next and its place among all, 1 is the most probable; null after the last step. */
  readonly actual: { readonly symbol: string; readonly probability: number; readonly rank: number } | null;
}

/** Token ids of the `count` largest of V values from `start`, largest first; equal values keep the order of ids. */
function largest(values: Float32Array, start: number, V: number, count: number): number[] {
  const ids: number[] = [];
  for (let id = 0; id < V; id++) {
    const value = values[start + id];
    if (ids.length === count && !(value > values[start + ids[count - 1]])) continue;
    let place = ids.length;
    while (place > 0 && value > values[start + ids[place - 1]]) place--;
    ids.splice(place, 0, id);
    if (ids.length > count) ids.pop();
  }
  return ids;
}

/** The most probable symbols after step `time`, and what does follow. */
export function nextSymbols(snapshot: Snapshot, time: number, count: number): NextSymbols {
  const { vocabulary, probabilities, symbols } = snapshot;
  const V = vocabulary.length;
  const start = time * V;
  const following = symbols[time + 1];
  const top = largest(probabilities, start, V, count).map((id) => ({
    symbol: vocabulary[id],
    probability: probabilities[start + id],
    actual: vocabulary[id] === following,
  }));
  const actualId = following === undefined ? -1 : vocabulary.indexOf(following);
  if (following === undefined || actualId < 0) return { top, actual: null };
  const probability = probabilities[start + actualId];
  let rank = 1;
  for (let id = 0; id < V; id++) if (probabilities[start + id] > probability) rank++;
  return { top, actual: { symbol: following, probability, rank } };
}

export interface Prediction {
  readonly symbol: string;
  readonly probability: number;
  /** Null at the last step, after which nothing is known to come. */
  readonly right: boolean | null;
}

/** [T]: the most probable next symbol at every step. */
export function predictions(snapshot: Snapshot): Prediction[] {
  const { vocabulary, probabilities, symbols } = snapshot;
  const V = vocabulary.length;
  return symbols.map((_, t) => {
    let best = t * V;
    for (let i = t * V + 1; i < (t + 1) * V; i++) if (probabilities[i] > probabilities[best]) best = i;
    const symbol = vocabulary[best - t * V];
    const following = symbols[t + 1];
    return {
      symbol,
      probability: probabilities[best],
      right: following === undefined ? null : symbol === following,
    };
  });
}
