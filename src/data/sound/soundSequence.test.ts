import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityOf, message, type Said } from "../../words/message";
import { soundFrames } from "./logMel";
import { maxSoundSeconds, type SoundSequence, secondsPerFrame, soundSequence } from "./soundSequence";

const { sampleRate: R, windowSize: N, hop, bands: M } = soundFrames;

const tone = (length: number, hz: number, amplitude = 0.5) =>
  Float32Array.from({ length }, (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / R));

/** Parts one after the other. */
function joined(...parts: Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function sequence(...channels: Float32Array[]): SoundSequence {
  const result = soundSequence(channels, "a.wav");
  if (!result.ok) throw new Error(identityOf(result.problem));
  return result.value;
}

function problem(...channels: Float32Array[]): Said | null {
  const result = soundSequence(channels, "a.wav");
  return result.ok ? null : result.problem;
}

describe("soundSequence", () => {
  it("has a frame every 20 ms", () => {
    expect(secondsPerFrame).toBe(0.02);
    const { values, ...rest } = sequence(tone(R, 1000));
    expect(values.length).toBe((1 + Math.floor((R - N) / hop)) * M);
    expect(rest).toEqual({ cut: false, filledUp: false, mixedDown: false });
  });

  it("does not depend on the loudness of a recording", () => {
    const [loud, quiet] = [0.9, 0.003].map((amplitude) => sequence(tone(R, 700, amplitude)).values);
    for (const [i, l] of loud.entries()) expect(quiet[i]).toBeCloseTo(l, 2);
  });

  it("cuts off what is quiet at both ends, and keeps what is quiet between", () => {
    const quiet = tone(R, 300, 0.5e-3);
    const loud = tone(N + 9 * hop, 1000);
    const { values } = sequence(joined(quiet, loud, new Float32Array(10 * hop), loud, quiet));
    // From the first frame that a loud part reaches into to the last one: N/hop frames more than lie inside.
    const T = values.length / M;
    const inside = (2 * loud.length + 10 * hop) / hop;
    expect(T).toBeGreaterThanOrEqual(Math.floor(inside - 1));
    expect(T).toBeLessThanOrEqual(Math.ceil(inside + 1));
    const whole = joined(tone(10 * hop, 300, 0.5 * 10 ** (-30 / 20)), loud);
    expect(sequence(whole).values.length / M).toBe(1 + Math.floor((whole.length - N) / hop));
  });

  it("mixes channels down to their mean", () => {
    const [left, right] = [tone(R, 500), tone(R, 2000)];
    const stereo = sequence(left, right);
    expect(stereo.mixedDown).toBe(true);
    expect(stereo.values).toEqual(sequence(left.map((sample, i) => (sample + right[i]) / 2)).values);
  });

  it("cuts what is too long, and fills up what is too short", () => {
    const long = sequence(tone((maxSoundSeconds + 1) * R, 500));
    expect(long.cut).toBe(true);
    expect(long.values.length / M).toBe(1 + Math.floor((maxSoundSeconds * R - N) / hop));
    const short = sequence(tone(N - 1, 500));
    expect(short).toMatchObject({ filledUp: true, cut: false });
    expect(short.values.length).toBe(M);
    expect(sequence(tone(N, 500)).filledUp).toBe(false);
  });

  it("says why a recording cannot be used", () => {
    const name = "a.wav";
    expect(problem()).toEqual(message("files.soundEmpty", { name }));
    expect(problem(new Float32Array(0))).toEqual(message("files.soundEmpty", { name }));
    expect(problem(new Float32Array(R))).toEqual(message("files.soundSilent", { name }));
    const damaged = tone(R, 500);
    damaged[1233] = Number.NaN;
    expect(problem(damaged)).toEqual(message("files.soundNotFinite", { name, sample: 1234 }));
    damaged[1233] = Number.POSITIVE_INFINITY;
    expect(problem(damaged)).toEqual(message("files.soundNotFinite", { name, sample: 1234 }));
  });

  it("gives finite whole frames or a reason for any samples", () => {
    const samples = fc.array(fc.float({ noDefaultInfinity: false }), { maxLength: 1200 });
    fc.assert(
      fc.property(samples, (values) => {
        const result = soundSequence([Float32Array.from(values)], "a.wav");
        if (!result.ok) {
          expect(result.problem).toMatchObject({
            key: expect.stringMatching(/^files\.sound(Empty|Silent|NotFinite)$/),
          });
          return;
        }
        expect(result.value.values.length % M).toBe(0);
        expect(result.value.values.length).toBeGreaterThan(0);
        expect(result.value.values.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
