/** Sound as a recording of a lower rate would have it, so that its loudness is that of what a network heard in training. */
import { endOfBands } from "./heardBands";
import { soundFrames } from "./logMel";

const { sampleRate, bands: M } = soundFrames;

/** Odd, so that the filter is symmetric around a sample; its transition is about 5.5 · rate / taps = 350 Hz wide. */
const taps = 255;

/** Channels without what lies above so many bands; as they are where all are heard. */
export const belowBands = (channels: readonly Float32Array[], heard: number): readonly Float32Array[] =>
  heard >= M ? channels : channels.map((samples) => lowPass(samples, endOfBands(heard)));

/**
 * A sinc cut off by a Blackman window, with sum 1:
 *
 *     y[n] = Σ_k h[k] x[n + k]     h[k] ∝ sin(2π f k) / (π k) · w[k],  f = cutoff / rate,  |k| ≤ (taps − 1) / 2
 *
 * What it keeps out is 74 dB quieter (Oppenheim and Schafer, Discrete-Time Signal Processing, section 7.5).
 */
export function lowPass(samples: Float32Array, cutoffHz: number): Float32Array<ArrayBuffer> {
  const half = (taps - 1) / 2;
  const kernel = kernelOf(cutoffHz / sampleRate);
  const filtered = new Float32Array(samples.length);
  for (let n = 0; n < samples.length; n++) {
    let sum = 0;
    const to = Math.min(half, samples.length - 1 - n);
    for (let k = -Math.min(half, n); k <= to; k++) sum += kernel[half + k] * samples[n + k];
    filtered[n] = sum;
  }
  return filtered;
}

function kernelOf(f: number): Float64Array {
  const half = (taps - 1) / 2;
  const raw = Float64Array.from({ length: taps }, (_, i) => {
    const k = i - half;
    const sinc = k === 0 ? 2 * f : Math.sin(2 * Math.PI * f * k) / (Math.PI * k);
    const angle = (2 * Math.PI * i) / (taps - 1);
    return sinc * (0.42 - 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle));
  });
  const sum = raw.reduce((all, value) => all + value, 0);
  return raw.map((value) => value / sum);
}
