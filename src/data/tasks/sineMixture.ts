import { message } from "../../words/message";
import type { Quantity } from "../examples";
import type { MemoryTask } from "./memoryTask";
import { nextValues, seriesWindow } from "./seriesWindow";
import { highestFrequency, lowestFrequency } from "./sines";

/** Amplitudes are uniform from here to 1; their mean square is 7/12. */
const smallestAmplitude = 0.5;

export const sineMixture: MemoryTask<"steps" | "waves" | "horizon"> = {
  name: "sineMixture",
  citation: {
    text: "Schmidhuber, J., Wierstra, D., Gagliolo, M. and Gomez, F. (2007), Training Recurrent Networks by Evolino (superimposed sine waves)",
    url: "https://doi.org/10.1162/neco.2007.19.3.757",
  },
  parameters: {
    steps: {
      min: 20,
      max: 250,
      fallback: 60,
      integer: true,
    },
    waves: {
      min: 1,
      max: 5,
      fallback: 2,
      integer: true,
    },
    horizon: {
      min: 1,
      max: 20,
      fallback: 3,
      integer: true,
    },
  },
  input: ({ waves }) => ({ kind: "features", features: [quantityOf(waves)], display: { kind: "lines" } }),
  answer: ({ waves, horizon }) => nextValues(quantityOf(waves), horizon),
  steps: ({ steps }) => ({ longest: steps, varies: false }),
  generate(random, { steps, waves, horizon }) {
    const series = new Float64Array(steps + horizon);
    const { scale } = quantityOf(waves);
    for (let i = 0; i < waves; i++) {
      const frequency = lowestFrequency + (highestFrequency - lowestFrequency) * random.uniform();
      const phase = 2 * Math.PI * random.uniform();
      const amplitude = smallestAmplitude + (1 - smallestAmplitude) * random.uniform();
      for (let t = 0; t < series.length; t++)
        series[t] += (amplitude * Math.sin(frequency * t + phase)) / scale;
    }
    return seriesWindow(series, horizon);
  },
  withoutMemory: ({ horizon }) => ({
    loss: lossWithoutMemory(horizon),
    why: message("tasks.whySineMixture"),
  }),
  withMemory: () => null,
  suggested: ({ steps }) => ({ hiddenSizes: [48], sequenceLength: steps, batchSize: 32, learningRate: 0.01 }),
};

/** Scaled to variance 1: each wave has half of its mean squared amplitude. */
function quantityOf(waves: number): Quantity {
  return { name: "x", unit: null, shift: 0, scale: Math.sqrt((waves * 7) / 24) };
}

/**
 * With x = Σ a sin θ and θ uniform, the value k steps ahead is Σ a (sin θ cos kω + cos θ sin kω). Given all sin θ, each cos θ
 * is as often positive as negative, so its mean is c·x with c = E cos kω, and of a variance of 1 this leaves 1 − c².
 */
function lossWithoutMemory(horizon: number): number {
  let sum = 0;
  for (let k = 1; k <= horizon; k++) {
    const c =
      (Math.sin(k * highestFrequency) - Math.sin(k * lowestFrequency)) /
      (k * (highestFrequency - lowestFrequency));
    sum += 1 - c * c;
  }
  return sum / horizon;
}
