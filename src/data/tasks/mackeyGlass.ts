import type { Random } from "../../random";
import { message } from "../../words/message";
import type { Example, Quantity } from "../examples";
import { binnedResidual } from "./binnedResidual";
import { mackeyGlassSeries } from "./mackeyGlassSeries";
import type { MemoryTask } from "./memoryTask";
import { nextValues, seriesWindow } from "./seriesWindow";

/** Units of time between two values, as in the first forecasts of this series (Lapedes and Farber 1987). */
const spacing = 6;
/** After so many units no trace of the constant history is left; up to so many more make the phases of sequences differ. */
const settling = 200;
const phases = 100;
/** Enough for two digits of the loss, in some 20 ms. */
const measuredValues = 20_000;
/** Mean and standard deviation of the series with τ = 17. */
const quantity: Quantity = { name: "x", unit: null, shift: 0.93, scale: 0.23 };

interface MackeyGlassParameters {
  readonly steps: number;
  readonly delay: number;
  readonly horizon: number;
}

export const mackeyGlass: MemoryTask<keyof MackeyGlassParameters> = {
  name: "mackeyGlass",
  citation: {
    text: "Mackey, M. C. and Glass, L. (1977), Oscillation and chaos in physiological control systems",
    url: "https://doi.org/10.1126/science.267326",
  },
  parameters: {
    steps: {
      min: 10,
      max: 200,
      fallback: 50,
      integer: true,
    },
    delay: {
      min: 10,
      max: 30,
      fallback: 17,
      integer: true,
    },
    horizon: {
      min: 1,
      max: 20,
      fallback: 3,
      integer: true,
    },
  },
  input: () => ({ kind: "features", features: [quantity], display: { kind: "lines" } }),
  answer: ({ horizon }) => nextValues(quantity, horizon),
  steps: ({ steps }) => ({ longest: steps, varies: false }),
  generate,
  withoutMemory: ({ delay, horizon }) => ({
    loss: lossWithoutMemory(delay, horizon),
    why: message("tasks.whyMackeyGlass"),
  }),
  withMemory: () => null,
  suggested: ({ steps }) => ({ hiddenSizes: [32], sequenceLength: steps, batchSize: 32, learningRate: 0.01 }),
};

function generate(random: Random, { steps, delay, horizon }: MackeyGlassParameters): Example {
  const history = 0.4 + 0.5 * random.uniform();
  const start = settling + random.integer(0, phases - 1);
  const duration = start + (steps + horizon - 1) * spacing;
  const series = mackeyGlassSeries({ delay, history, duration });
  const values = Float64Array.from({ length: steps + horizon }, (_, t) =>
    scaled(series[start + t * spacing]),
  );
  return seriesWindow(values, horizon);
}

/** By regression on the value that is read, in bins, over one long series: nobody has a formula for it. */
function lossWithoutMemory(delay: number, horizon: number): number {
  const duration = settling + (measuredValues - 1) * spacing;
  const series = mackeyGlassSeries({ delay, history: 0.7, duration });
  const values = Float64Array.from({ length: measuredValues }, (_, i) =>
    scaled(series[settling + i * spacing]),
  );
  return binnedResidual(seriesWindow(values, horizon), horizon);
}

const scaled = (x: number): number => (x - quantity.shift) / quantity.scale;
