/** How the learning rate changes while training, as factors of the chosen one. */

export type Decay =
  | { readonly kind: "constant" }
  /** Half a cosine from 1 down to `floor`, over `steps` (Loshchilov and Hutter, arXiv 1608.03983, without restarts). */
  | { readonly kind: "cosine"; readonly steps: number; readonly floor: number }
  /** Times `factor` after every `every` steps. */
  | { readonly kind: "step"; readonly every: number; readonly factor: number }
  /** Times `factor` after every step. */
  | { readonly kind: "exponential"; readonly factor: number }
  /** Times `factor` when more than `patience` validations in a row are on a plateau (see `progress.ts`). */
  | { readonly kind: "plateau"; readonly factor: number; readonly patience: number };

export interface Schedule {
  /** Steps over which the rate rises in a straight line from its 1/warmupSteps-th part, before the decay begins. */
  readonly warmupSteps: number;
  readonly decay: Decay;
}

export const constantSchedule: Schedule = { warmupSteps: 0, decay: { kind: "constant" } };

/**
 * The factor at a step, counted from 1.
 *
 * @param plateauFactor what the plateaus so far have made of it, 1 at first
 */
export function rateFactor({ warmupSteps, decay }: Schedule, step: number, plateauFactor: number): number {
  if (step <= warmupSteps) return step / warmupSteps;
  return decayed(decay, step - warmupSteps - 1, plateauFactor);
}

/** After `passed` steps at the full rate. */
function decayed(decay: Decay, passed: number, plateauFactor: number): number {
  switch (decay.kind) {
    case "constant":
      return 1;
    case "cosine": {
      const share = Math.min(1, passed / decay.steps);
      return decay.floor + (1 - decay.floor) * 0.5 * (1 + Math.cos(Math.PI * share));
    }
    case "step":
      return decay.factor ** Math.floor(passed / decay.every);
    case "exponential":
      return decay.factor ** passed;
    case "plateau":
      return plateauFactor;
  }
}
