/** The learning rate over a run, as its picture draws it. */
import { rateFactor } from "../../schedule";
import { scheduleOf } from "../../session/scheduleOf";
import type { RunSettings } from "../../session/settings";

export interface ScheduleCurve {
  /** How far it is drawn. */
  readonly steps: number;
  /** Evenly spaced from the first step to the last, as shares of the chosen rate. */
  readonly factors: readonly number[];
}

/** As many as the picture has pixels to tell apart. */
const points = 121;
/** How many reductions are shown where nothing says how long the run is. */
const reductions = 5;

/**
 * Null where the rate stays as it is, or where what becomes of it is only known once validations have come.
 *
 * @param stepsPerEpoch of the present run
 */
export function scheduleCurve(settings: RunSettings, stepsPerEpoch: number): ScheduleCurve | null {
  const { decay, warmupSteps } = settings;
  if (warmupSteps === 0 && (decay === "constant" || decay === "plateau")) return null;
  const steps = Math.max(2, Math.ceil(lengthOf(settings, stepsPerEpoch)));
  const schedule = scheduleOf(settings);
  const factors = Array.from({ length: points }, (_, i) =>
    rateFactor(schedule, 1 + Math.round((i * (steps - 1)) / (points - 1)), 1),
  );
  return { steps, factors };
}

function lengthOf(
  { length, lengthUnit, warmupSteps, decay, decaySteps }: RunSettings,
  stepsPerEpoch: number,
) {
  if (lengthUnit === "steps") return length;
  if (lengthUnit === "epochs") return length * stepsPerEpoch;
  if (decay === "constant" || decay === "plateau") return 2 * warmupSteps;
  return warmupSteps + decaySteps * (decay === "cosine" ? 1.25 : reductions);
}
