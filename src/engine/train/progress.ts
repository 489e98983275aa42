/** What validations have shown so far, and what follows from one more: a lower rate, or the end of training. */
import type { Decay } from "../../schedule";

export interface Progress {
  /** The lowest validation loss, null before the first. */
  readonly best: number | null;
  /** The step that it was of. */
  readonly bestStep: number | null;
  readonly validationsSinceBest: number;
  /** What the loss has to fall below so that a plateau is over, null before the first. */
  readonly plateau: number | null;
  readonly validationsSinceReduction: number;
  readonly plateauFactor: number;
  /** Steps that were taken and then taken back, with the best weights: the optimizer and what is drawn go on behind them. */
  readonly undone: number;
  /** Whether the validation of the last step, whose loss is to be judged, has not been made yet. */
  readonly isValidationDue: boolean;
}

export const noProgress: Progress = {
  best: null,
  bestStep: null,
  validationsSinceBest: 0,
  plateau: null,
  validationsSinceReduction: 0,
  plateauFactor: 1,
  undone: 0,
  isValidationDue: false,
};

/** A plateau is over when the loss is lower by this share of it, as in PyTorch's ReduceLROnPlateau. */
const threshold = 1e-4;

export interface Verdict {
  readonly progress: Progress;
  readonly isBest: boolean;
  /** Early stopping: `patience` validations in a row have brought no progress. */
  readonly stop: boolean;
}

/** @param patience of early stopping, or null for none */
export function afterValidation(
  before: Progress,
  { step, loss }: { readonly step: number; readonly loss: number },
  { decay, patience }: { readonly decay: Decay; readonly patience: number | null },
): Verdict {
  const isBest = isBelow(loss, before.best);
  const validationsSinceBest = isBest ? 0 : before.validationsSinceBest + 1;
  const isProgress = isBelow(loss, before.plateau && before.plateau * (1 - threshold));
  const sinceReduction = isProgress ? 0 : before.validationsSinceReduction + 1;
  const stop = patience !== null && validationsSinceBest >= patience;
  const reduce = decay.kind === "plateau" && sinceReduction > decay.patience;
  return {
    progress: {
      best: isBest ? loss : before.best,
      bestStep: isBest ? step : before.bestStep,
      plateau: isProgress ? loss : before.plateau,
      // Whoever trains on after a stop gets the same patience again.
      validationsSinceBest: stop ? 0 : validationsSinceBest,
      validationsSinceReduction: reduce ? 0 : sinceReduction,
      plateauFactor: reduce ? before.plateauFactor * decay.factor : before.plateauFactor,
      undone: before.undone,
      isValidationDue: false,
    },
    isBest,
    stop,
  };
}

const isBelow = (loss: number, limit: number | null): boolean =>
  limit === null ? Number.isFinite(loss) : loss < limit;
