/**
 * Sound as a sequence: how loud each band of frequencies is, frame after frame. All sounds are brought to one rate and one
 * form of frame, so that what is recorded later fits a network that was trained on files.
 *
 * Symbols: T frames, M bands, N samples of a frame, K = N/2 + 1 bins of its spectrum.
 */
import FFT from "fft.js";

export interface FrameSettings {
  /** Samples a second. */
  readonly sampleRate: number;
  /** N, a power of two. */
  readonly windowSize: number;
  /** Samples from the beginning of one frame to that of the next. */
  readonly hop: number;
  /** M */
  readonly bands: number;
  /** Where the lowest band begins and the highest ends. */
  readonly lowestHz: number;
  readonly highestHz: number;
}

/** Frames of 32 ms, one every 20 ms. Bands are so wide that the lowest has a bin of its own. */
export const soundFrames: FrameSettings = {
  sampleRate: 16_000,
  windowSize: 512,
  hop: 320,
  bands: 32,
  lowestHz: 50,
  highestHz: 7600,
};

/** What is quieter counts as this loud: 0 dB is a signal whose mean square is 1. */
export const floorDb = -80;

export interface MelBand {
  readonly centreHz: number;
  /** The bins of the spectrum from `firstBin` on, and what share of each belongs to the band. */
  readonly firstBin: number;
  readonly weights: Float64Array;
}

/**
 * The loudness of M bands in T = 1 + ⌊(samples − N) / hop⌋ frames, in dB, no less than `floorDb`:
 *
 *     P[k] = c_k |Σ_n w[n] x[n] e^(−2πi·kn/N)|² / (N Σ_n w[n]²)     c_k = 2, but 1 for k = 0 and k = N/2
 *     L[m] = 10 log10 Σ_k F[m, k] P[k]
 *
 * w is the periodic Hann window, F the filter bank of `melBands`. By Parseval's theorem Σ_k P[k] is the mean square of x under
 * the window. What lies behind the last whole frame is not read; fewer than N samples are filled up with silence.
 *
 * @param samples one channel
 * @returns [T, M]
 */
export function logMel(
  samples: Float32Array,
  settings: FrameSettings = soundFrames,
): Float32Array<ArrayBuffer> {
  const { windowSize: N, hop, bands: M } = settings;
  const bands = melBands(settings);
  const spectrum = powerSpectrum(N);
  const T = 1 + Math.max(0, Math.floor((samples.length - N) / hop));
  const loudness = new Float32Array(T * M);
  for (let t = 0; t < T; t++) {
    const power = spectrum(samples, t * hop);
    for (const [m, { firstBin, weights }] of bands.entries()) {
      let energy = 0;
      for (let k = 0; k < weights.length; k++) energy += weights[k] * power[firstBin + k];
      loudness[t * M + m] = Math.max(floorDb, 10 * Math.log10(energy));
    }
  }
  return loudness;
}

/**
 * The filter bank: triangles with peak 1 over frequencies that are evenly spaced on the mel scale, each from the centre of the
 * band below to that of the band above:
 *
 *     mel(f) = 2595 log10(1 + f / 700)
 *     F[m, k] = max(0, min((f_k − f_(m−1)) / (f_m − f_(m−1)), (f_(m+1) − f_k) / (f_(m+1) − f_m)))     f_k = k · rate / N
 *
 * The scale is O'Shaughnessy's (Speech Communication, 1987) as in the HTK Book, section 5.6, not Slaney's; the bank is
 * torchaudio's `melscale_fbanks` with `mel_scale="htk"` and `norm=None`.
 */
export function melBands({ sampleRate, windowSize, bands, lowestHz, highestHz }: FrameSettings): MelBand[] {
  const lowest = melOfHz(lowestHz);
  const step = (melOfHz(highestHz) - lowest) / (bands + 1);
  const edge = (i: number) => hzOfMel(lowest + i * step);
  const binHz = sampleRate / windowSize;
  return Array.from({ length: bands }, (_, m) => {
    const [from, centre, to] = [edge(m), edge(m + 1), edge(m + 2)];
    const firstBin = Math.ceil(from / binHz);
    const afterLast = Math.floor(to / binHz) + 1;
    const weights = Float64Array.from({ length: afterLast - firstBin }, (_, k) => {
      const hz = (firstBin + k) * binHz;
      return Math.max(0, Math.min((hz - from) / (centre - from), (to - hz) / (to - centre)));
    });
    return { centreHz: centre, firstBin, weights };
  });
}

const melOfHz = (hz: number) => 2595 * Math.log10(1 + hz / 700);
const hzOfMel = (mel: number) => 700 * (10 ** (mel / 2595) - 1);

/** P of the N samples from `start` on, [K]; the array is used again by the next call. */
export function powerSpectrum(N: number): (samples: Float32Array, start: number) => Float64Array {
  const fft = new FFT(N);
  const window = Float64Array.from({ length: N }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / N));
  const windowEnergy = window.reduce((sum, w) => sum + w * w, 0);
  const windowed = new Float64Array(N);
  // Real and imaginary parts in turn, of which the library fills the first half.
  const bins: number[] = fft.createComplexArray();
  const power = new Float64Array(N / 2 + 1);
  return (samples, start) => {
    for (let n = 0; n < N; n++) windowed[n] = window[n] * (samples[start + n] ?? 0);
    fft.realTransform(bins, windowed);
    for (let k = 0; k <= N / 2; k++) {
      const both = k === 0 || k === N / 2 ? 1 : 2;
      power[k] = (both * (bins[2 * k] ** 2 + bins[2 * k + 1] ** 2)) / (N * windowEnergy);
    }
    return power;
  };
}
