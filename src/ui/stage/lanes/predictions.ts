/** What the network expects to come next, or what it answers. T time steps, V labels. */
import type { ShownAnswer } from "../../../session/protocol";
import type { Said } from "../../../words/message";

export type ClassAnswer = Extract<ShownAnswer, { kind: "class" }>;

export interface Candidate {
  readonly symbol: Said;
  readonly probability: number;
  /** Whether it is the symbol that does come next. */
  readonly actual: boolean;
}

export interface NextSymbols {
  /** The most probable symbols, best first. */
  readonly top: readonly Candidate[];
  /** The symbol that does come next and its place among all, 1 is the most probable; null after the last step. */
  readonly actual: { readonly symbol: Said; readonly probability: number; readonly rank: number } | null;
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
export function nextSymbols(answer: ClassAnswer, time: number, count: number): NextSymbols {
  const { labels, probabilities, truth } = answer;
  const V = labels.length;
  const start = time * V;
  const actualId = truth[time] ?? -1;
  const top = largest(probabilities, start, V, count).map((id) => ({
    symbol: labels[id],
    probability: probabilities[start + id],
    actual: id === actualId,
  }));
  if (actualId < 0) return { top, actual: null };
  const probability = probabilities[start + actualId];
  let rank = 1;
  for (let id = 0; id < V; id++) if (probabilities[start + id] > probability) rank++;
  return { top, actual: { symbol: labels[actualId], probability, rank } };
}

export interface Prediction {
  readonly symbol: Said;
  readonly probability: number;
  /** Null at the last step, after which nothing is known to come. */
  readonly right: boolean | null;
}

/** [T]: the most probable symbol at every step. */
export function predictions({ labels, probabilities, truth }: ClassAnswer): Prediction[] {
  const V = labels.length;
  return Array.from(truth, (right, t) => {
    let best = t * V;
    for (let i = t * V + 1; i < (t + 1) * V; i++) if (probabilities[i] > probabilities[best]) best = i;
    const id = best - t * V;
    return { symbol: labels[id], probability: probabilities[best], right: right < 0 ? null : id === right };
  });
}
