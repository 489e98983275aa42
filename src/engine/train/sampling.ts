import type { Random } from "../../random";

export interface Sampling {
  /** Always the most probable; the other two are then without effect. */
  readonly greedy: boolean;
  /** Divides the logits, > 0. */
  readonly temperature: number;
  /** Only the k most probable, or null for all. */
  readonly topK: number | null;
}

/**
 * Draws a token id.
 *
 *     p[v] ∝ exp(logits[v] / temperature)   over the topK largest logits, ties by lower id
 */
export function sampleToken(logits: Float32Array, sampling: Sampling, random: Random): number {
  const order = Array.from(logits.keys()).sort((a, b) => logits[b] - logits[a] || a - b);
  if (sampling.greedy) return order[0];
  const kept = order.slice(0, sampling.topK ?? order.length);
  const weights = kept.map((id) => Math.exp((logits[id] - logits[order[0]]) / sampling.temperature));
  let rest = random.uniform() * weights.reduce((a, b) => a + b, 0);
  for (let i = 0; i < kept.length; i++) {
    rest -= weights[i];
    if (rest < 0) return kept[i];
  }
  return kept[kept.length - 1];
}
