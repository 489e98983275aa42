import { describe, expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import { identityOf } from "../../words/message";
import { examplesOf } from "../exampleData";
import { soundFrames } from "../sound/logMel";
import { sounds } from "./sounds";

const { bands: M } = soundFrames;
const data = sounds();
const examples = (() => {
  const all = examplesOf(data, 1000);
  if (!all.ok) throw new Error(identityOf(all.problem));
  return all.value;
})();
const labels = data.answer.kind === "class" ? data.answer.labels.map(inEnglish) : [];

/** Frames [T][M] of every clip of a kind, scaled. */
function clipsOf(label: string): Float32Array[][] {
  return Array.from({ length: examples.train + examples.heldOut }, (_, index) => examples.example(index))
    .filter(({ answer }) => labels[answer[0]] === label)
    .map(({ input, steps }) =>
      Array.from({ length: steps }, (_, t) => Float32Array.from(input.subarray(t * M, (t + 1) * M))),
    );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const loudestBand = (frame: Float32Array) => frame.indexOf(Math.max(...frame));
/** In the mean over time, [M]. */
const spectrum = (clip: readonly Float32Array[]) =>
  Array.from({ length: M }, (_, m) => mean(clip.map((frame) => frame[m])));

describe("the sample of sounds", () => {
  it("has as many of each kind, a fifth of them held out, and is always the same", () => {
    expect(labels.length).toBe(10);
    expect(labels.map((label) => clipsOf(label).length)).toEqual(new Array(10).fill(120));
    expect([examples.train, examples.heldOut]).toEqual([960, 240]);
    const again = sounds();
    expect(Buffer.from(again.inputs.buffer).equals(Buffer.from(data.inputs.buffer))).toBe(true);
    expect(again.heldOut).toEqual(data.heldOut);
  });

  it("rises where it is to rise and falls where it is to fall", () => {
    // Of the middle of a clip, which the sound fills in any case.
    const slope = (clip: Float32Array[]) => loudestBand(clip[35]) - loudestBand(clip[20]);
    const share = (label: string, sign: number) =>
      mean(clipsOf(label).map((clip) => Number(sign * slope(clip) > 0)));
    expect(share("rising", 1)).toBeGreaterThan(0.95);
    expect(share("falling", -1)).toBeGreaterThan(0.95);
    expect(share("low then high", 1)).toBeGreaterThan(0.8);
    expect(share("high then low", -1)).toBeGreaterThan(0.8);
    expect(mean(clipsOf("steady tone").map((clip) => Number(Math.abs(slope(clip)) <= 1)))).toBeGreaterThan(
      0.95,
    );
  });

  it("cannot be told from its mean spectrum where only the order differs", () => {
    for (const [one, other] of [
      ["rising", "falling"],
      ["low then high", "high then low"],
    ]) {
      const [a, b] = [one, other].map((label) => clipsOf(label).map(spectrum));
      const centre = (clips: number[][]) =>
        Array.from({ length: M }, (_, m) => mean(clips.map((clip) => clip[m])));
      const distance = (x: number[], y: number[]) => mean(x.map((value, m) => (value - y[m]) ** 2));
      const [centreA, centreB] = [centre(a), centre(b)];
      const right =
        a.filter((clip) => distance(clip, centreA) < distance(clip, centreB)).length +
        b.filter((clip) => distance(clip, centreB) < distance(clip, centreA)).length;
      expect(right / (a.length + b.length)).toBeLessThan(0.65);
    }
  });
});
