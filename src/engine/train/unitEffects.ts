import type { TracedStates } from "./tracer";

/**
 * How much each unit has to do with one output: Σ_s |∂ output / ∂ h[s, k] · h[s, k]|, its gradient times its state over all steps.
 * @returns [H]
 */
export function unitEffects({ gradient, state, hiddenSize: H }: TracedStates): Float32Array<ArrayBuffer> {
  const effects = new Float32Array(H);
  for (const [i, slope] of gradient.entries()) effects[i % H] += Math.abs(slope * state[i]);
  return effects;
}
