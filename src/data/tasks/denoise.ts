import type { MemoryTask } from "./memoryTask";
import { plain } from "./plain";
import { highestFrequency, lowestFrequency } from "./sines";

/** x = sin(ω t + φ) + σ · noise, with standard normal noise; the answer at every step is the sine. */
export const denoise: MemoryTask<"steps" | "noise"> = {
  name: "denoise",
  title: "Noisy sine",
  description:
    "A sine wave of unknown frequency and phase is read with noise on it. At every step the value without the noise is asked.",
  shows:
    "Gates as filters: a state that follows slowly averages the noise away, but it has to turn with the wave. The update gate finds how much of each new value to believe.",
  citation: {
    text: "Maas, A. L., Le, Q. V., O’Neil, T. M., Vinyals, O., Nguyen, P. and Ng, A. Y. (2012), Recurrent Neural Networks for Noise Reduction in Robust ASR",
    url: "https://research.google.com/pubs/pub45168.html",
  },
  parameters: {
    steps: {
      label: "Steps",
      hint: "Values of a sequence; a wave takes 11 to 31 steps.",
      min: 10,
      max: 250,
      fallback: 60,
      integer: true,
    },
    noise: {
      label: "Noise",
      hint: "Standard deviation of the noise; the wave goes from −1 to 1.",
      min: 0.1,
      max: 2,
      fallback: 0.7,
      integer: false,
    },
  },
  input: () => ({ kind: "features", features: [plain("noisy")], display: { kind: "lines" } }),
  answer: () => ({ kind: "numbers", at: "every", outputs: [plain("clean")], forecast: null }),
  steps: ({ steps }) => ({ longest: steps, varies: false }),
  generate(random, { steps, noise }) {
    const frequency = lowestFrequency + (highestFrequency - lowestFrequency) * random.uniform();
    const phase = 2 * Math.PI * random.uniform();
    const answer = Float32Array.from({ length: steps }, (_, t) => Math.sin(frequency * t + phase));
    return { steps, input: answer.map((clean) => clean + noise * random.normal()), answer };
  },
  withoutMemory: ({ noise }) => ({
    loss: lossWithoutMemory(noise),
    why: "From one noisy value the best estimate is the mean of all points of the wave that may have given it, each weighted by how likely the noise between is.",
  }),
  withMemory: () => null,
  suggested: ({ steps }) => ({ hiddenSizes: [32], sequenceLength: steps, batchSize: 32, learningRate: 0.01 }),
};

/** Points of half a wave, from trough to crest, and of the noisy value: integrals of functions this smooth are exact to 1e-10. */
const wavePoints = 128;
const noisyPoints = 200;

/**
 * E (s − E[s | x])² = ½ − ∫ E[s | x]² p(x) dx, with s = sin θ for θ uniform and x = s + σ · noise; by the midpoint rule over θ
 * and x.
 */
function lossWithoutMemory(noise: number): number {
  const wave = Float64Array.from({ length: wavePoints }, (_, i) =>
    Math.sin(Math.PI * ((i + 0.5) / wavePoints - 0.5)),
  );
  const reach = 1 + 6 * noise;
  const dx = (2 * reach) / noisyPoints;
  let explained = 0;
  for (let k = 0; k < noisyPoints; k++) {
    const x = -reach + (k + 0.5) * dx;
    let density = 0;
    let moment = 0;
    for (const s of wave) {
      const p = Math.exp(-0.5 * ((x - s) / noise) ** 2);
      density += p;
      moment += p * s;
    }
    if (density > 0) explained += (moment * moment) / density;
  }
  return 0.5 - (explained * dx) / (wavePoints * noise * Math.sqrt(2 * Math.PI));
}
