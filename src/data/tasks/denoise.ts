import { message } from "../../words/message";
import type { MemoryTask } from "./memoryTask";
import { plain } from "./plain";
import { highestFrequency, lowestFrequency } from "./sines";

/** x = sin(ω t + φ) + σ · noise, with standard normal noise; the answer at every step is the sine. */
export const denoise: MemoryTask<"steps" | "noise"> = {
  name: "denoise",
  citation: {
    text: "Maas, A. L., Le, Q. V., O’Neil, T. M., Vinyals, O., Nguyen, P. and Ng, A. Y. (2012), Recurrent Neural Networks for Noise Reduction in Robust ASR",
    url: "https://research.google.com/pubs/pub45168.html",
  },
  parameters: {
    steps: {
      min: 10,
      max: 250,
      fallback: 60,
      integer: true,
    },
    noise: {
      min: 0.1,
      max: 2,
      fallback: 0.7,
      integer: false,
    },
  },
  input: () => ({ kind: "features", features: [plain(message("tasks.noisy"))], display: { kind: "lines" } }),
  answer: () => ({ kind: "numbers", at: "every", outputs: [plain(message("tasks.clean"))], forecast: null }),
  steps: ({ steps }) => ({ longest: steps, varies: false }),
  generate(random, { steps, noise }) {
    const frequency = lowestFrequency + (highestFrequency - lowestFrequency) * random.uniform();
    const phase = 2 * Math.PI * random.uniform();
    const answer = Float32Array.from({ length: steps }, (_, t) => Math.sin(frequency * t + phase));
    return { steps, input: answer.map((clean) => clean + noise * random.normal()), answer };
  },
  withoutMemory: ({ noise }) => ({
    loss: lossWithoutMemory(noise),
    why: message("tasks.whyDenoise"),
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
