import { describe, expect, it } from "vitest";
import { floorDb, logMel, melBands, powerSpectrum, soundFrames } from "./logMel";

const { sampleRate: R, windowSize: N, hop, bands: M } = soundFrames;

const signal = (length: number, at: (i: number) => number) => Float32Array.from({ length }, (_, i) => at(i));
const sine = (length: number, hz: number, amplitude: number) =>
  signal(length, (i) => amplitude * Math.sin((2 * Math.PI * hz * i) / R));
const power = (decibels: number) => 10 ** (decibels / 10);

describe("logMel", () => {
  /**
   * From NumPy in float64, by other means: the discrete Fourier transform as a product with the matrix e^(−2πi·kn/N), and
   * triangles by `numpy.interp`.
   */
  it("has the values that NumPy gives", () => {
    const chirp = signal(
      1500,
      (i) =>
        0.5 * Math.sin(2 * Math.PI * ((300 * i) / R + 20000 * (i / R) ** 2)) +
        0.1 * (((i * 7919) % 101) / 50 - 1),
    );
    const frames = logMel(chirp);
    expect(frames.length).toBe(4 * M);
    expectNear(
      frames.subarray(0, M),
      [
        -61.94, -56.319, -57.092, -49.2, -39.743, -31.379, -25.508, -20.8, -17.655, -15.837, -15.168, -16.063,
        -19.235, -25.678, -37.877, -52.001, -51.162, -48.451, -53.527, -43.819, -43.889, -33.179, -39.892,
        -38.529, -44.649, -48.064, -48.266, -47.391, -45.194, -38.804, -26.987, -38.297,
      ],
    );
    expectNear(
      frames.subarray(3 * M),
      [
        -62.089, -56.887, -65.942, -57.373, -56.072, -41.797, -48.017, -55.353, -58.62, -53.205, -47.557,
        -53.518, -56.855, -51.28, -50.676, -54.078, -51.189, -48.452, -53.469, -43.495, -28.898, -16.436,
        -11.856, -14.646, -27.047, -47.574, -48.265, -47.391, -45.194, -38.804, -26.987, -38.297,
      ],
    );
  });

  it("puts a tone into the band of its frequency, with its mean square", () => {
    for (const [m, { centreHz }] of melBands(soundFrames).entries()) {
      const frame = logMel(sine(N, centreHz, 0.5));
      expect(frame.indexOf(Math.max(...frame))).toBe(m);
      // Half the amplitude squared; the triangles at both ends of the bank have no neighbour that takes the rest.
      if (m > 0 && m < M - 1) expect(frame.reduce((sum, l) => sum + power(l), 0)).toBeCloseTo(0.125, 3);
    }
  });

  it("is 20 dB louder for ten times the amplitude", () => {
    const quiet = logMel(sine(N, 1000, 0.05));
    const loud = logMel(sine(N, 1000, 0.5));
    for (const [m, l] of quiet.entries()) if (l > floorDb) expect(loud[m] - l).toBeCloseTo(20, 3);
  });

  it("begins a frame at every hop and reads whole ones only", () => {
    // One click in the middle of the second frame, which the fourth is too late for.
    const samples = new Float32Array(N + 3 * hop - 1);
    samples[hop + N / 2] = 1;
    const frames = logMel(samples);
    expect(frames.length).toBe(3 * M);
    const loudness = [0, 1, 2].map((t) => frames[t * M + 20]);
    expect(Math.max(...loudness)).toBe(loudness[1]);
    expect(logMel(new Float32Array(N + 3 * hop)).length).toBe(4 * M);
  });

  it("fills up what is shorter than a frame, and gives silence the floor", () => {
    expect(new Set(logMel(new Float32Array(10)))).toEqual(new Set([floorDb]));
    expect(logMel(Float32Array.of(1)).length).toBe(M);
    const tone = sine(100, 1000, 0.5);
    const filled = new Float32Array(N);
    filled.set(tone);
    expect(logMel(tone)).toEqual(logMel(filled));
  });
});

describe("powerSpectrum", () => {
  it("adds up to the mean square under the window (Parseval)", () => {
    const samples = signal(3 * N, (i) => Math.sin(i * i * 0.001) + 0.3 * Math.cos(i) + 0.1);
    const spectrum = powerSpectrum(N);
    for (const start of [0, 17, N]) {
      let squares = 0;
      let weights = 0;
      for (let n = 0; n < N; n++) {
        const w = Math.sin((Math.PI * n) / N) ** 2;
        squares += (w * samples[start + n]) ** 2;
        weights += w * w;
      }
      const sum = spectrum(samples, start).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(squares / weights, 9);
    }
  });
});

describe("melBands", () => {
  const bands = melBands(soundFrames);

  it("divides every bin between the lowest and the highest centre among its bands", () => {
    const binHz = R / N;
    const shares = new Float64Array(N / 2 + 1);
    for (const { firstBin, weights } of bands) {
      for (const [k, weight] of weights.entries()) {
        expect(weight).toBeGreaterThanOrEqual(0);
        shares[firstBin + k] += weight;
      }
    }
    const first = Math.ceil(bands[0].centreHz / binHz);
    const last = Math.floor(bands[M - 1].centreHz / binHz);
    for (let k = first; k <= last; k++) expect(shares[k]).toBeCloseTo(1, 12);
    expect(shares[Math.floor(50 / binHz)]).toBe(0);
    expect(shares[Math.ceil(7600 / binHz) + 1]).toBe(0);
  });

  it("has NumPy's centres and sums, and no band without a bin", () => {
    const sum = ({ weights }: { weights: Float64Array }) => weights.reduce((a, b) => a + b, 0);
    expect(bands.length).toBe(M);
    expect(bands[0].centreHz).toBeCloseTo(106.67414, 4);
    expect(bands[1].centreHz).toBeCloseTo(167.6309, 4);
    expect(bands[M - 1].centreHz).toBeCloseTo(7016.87062, 4);
    expect(sum(bands[0])).toBeCloseTo(1.87858358, 7);
    expect(sum(bands[M - 1])).toBeCloseTo(17.99956173, 7);
    expect(Math.min(...bands.map(sum))).toBeGreaterThan(1);
  });
});

function expectNear(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i], `number ${i}`).toBeCloseTo(value, 2);
}
