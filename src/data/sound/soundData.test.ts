import { describe, expect, it } from "vitest";
import { identityOf, message, type Said } from "../../words/message";
import { examplesOf } from "../exampleData";
import { soundFrames } from "./logMel";
import { type LabelledSound, type SoundSource, soundData } from "./soundData";

const { bands: M } = soundFrames;
const source: SoundSource = {
  name: "birds",
  sizeBytes: 1234,
  decisions: ["Read from a zip."],
  problems: [],
  seed: 1,
};
const usual = { cut: false, filledUp: false, mixedDown: false };

/** Frames whose bands are all different; band 5 never changes. */
const recording = (i: number, label: Said, T = 3, what = {}): LabelledSound => ({
  name: `${i}.wav`,
  label,
  sound: {
    ...usual,
    ...what,
    values: Float32Array.from({ length: T * M }, (_, k) =>
      k % M === 5 ? -80 : -30 - (k % M) + ((i * 7 + Math.floor(k / M) * 3) % 11) + i / 100,
    ),
  },
});

/** Ten of each of two labels. */
const twenty = Array.from({ length: 20 }, (_, i) => recording(i, i < 10 ? "owl" : "wren", i === 4 ? 9 : 3));

function data(sounds: readonly LabelledSound[] = twenty, changes: Partial<SoundSource> = {}) {
  const result = soundData(sounds, { ...source, ...changes });
  if (!result.ok) throw new Error(identityOf(result.problem));
  return result.value;
}

function problem(sounds: readonly LabelledSound[], problems: readonly string[] = []): Said | null {
  const result = soundData(sounds, { ...source, problems });
  return result.ok ? null : result.problem;
}

describe("soundData", () => {
  it("says everything that it decided", () => {
    const sounds = [
      ...twenty,
      recording(20, "owl", 1, { filledUp: true }),
      recording(21, "wren", 3, { cut: true, mixedDown: true }),
      recording(22, "wren", 3, { mixedDown: true }),
    ];
    expect(data(sounds, { problems: ["“x.wav” is silent.", "“y.wav” is damaged."] })).toMatchObject({
      name: "birds",
      sizeBytes: 1234,
      answer: { kind: "class", at: "last", labels: ["owl", "wren"] },
      suggested: { sequenceLength: 3, batchSize: 8 },
      decisions: [
        "Read from a zip.",
        message("files.soundUnused", { unused: 2, first: "“x.wav” is silent." }),
        message("files.soundLevel", { rate: 16_000, quietDb: 40 }),
        message("files.soundFrames", { windowMs: 32, hopMs: 20, bands: 32 }),
        message("files.soundScaled"),
        message("files.soundsMixed", { mixed: 2 }),
        message("files.soundsCut", { cut: 1, seconds: 20 }),
        message("files.soundsFilled", { filled: 1 }),
        message("files.soundsLonger", { longer: 1, frames: 3 }),
        message("files.split", { trained: 19, heldOut: 4 }),
      ],
    });
  });

  it("leaves out bands in which the training part has no sound, and says so", () => {
    // Of a lower rate, all but one that is held out.
    const narrow = (i: number, label: string): LabelledSound => {
      const one = recording(i, label);
      return {
        ...one,
        sound: { ...one.sound, values: one.sound.values.map((value, k) => (k % M > 24 ? -80 : value)) },
      };
    };
    const all = Array.from({ length: 20 }, (_, i) => narrow(i, i < 10 ? "owl" : "wren"));
    const { heldOut } = data(all);
    const sounds = all.map((one, i) => (i === heldOut[0] ? recording(i, one.label) : one));
    const found = data(sounds);
    if (found.input.kind !== "features") throw new Error("Sounds are features.");
    expect(found.heldOut).toEqual(heldOut);
    expect(found.input.display).toMatchObject({ heardBands: 24 });
    expect(found.decisions).toContainEqual(message("files.soundsNarrow", { bands: 8, hertz: 3934 }));
    expect(found.decisions).toEqual(data(all).decisions);
    // Scaled, an empty band is 0, also of the recording that has sound there.
    const start = 3 * heldOut[0];
    const frame = found.inputs.subarray(start * M, (start + 1) * M);
    expect(Array.from(frame.subarray(24))).toEqual(new Array(8).fill(0));
    expect(frame.subarray(0, 24).some((value) => value !== 0)).toBe(true);
  });

  it("says that recordings differ in rate", () => {
    const sounds = twenty.map((one, i) =>
      i % 4 === 0
        ? {
            ...one,
            sound: { ...one.sound, values: one.sound.values.map((value, k) => (k % M > 20 ? -80 : value)) },
          }
        : one,
    );
    expect(data(sounds).decisions).toContainEqual(
      message("files.soundsMixedRates", { narrow: 5, recordings: 20 }),
    );
  });

  it("is a spectrogram of bands named after their centres", () => {
    const { input } = data();
    if (input.kind !== "features") throw new Error("Sounds are features.");
    expect(input.display).toEqual({ kind: "spectrogram", secondsPerStep: 0.02, heardBands: M });
    expect(input.features.length).toBe(M);
    expect(input.features[0]).toMatchObject({ name: message("files.band", { hertz: 107 }), unit: "dB" });
    expect(input.features[M - 1].name).toEqual(message("files.band", { hertz: 7017 }));
  });

  it("scales each band by the recordings that train, and by no others", () => {
    const { input, inputs, lengths, train, heldOut } = data();
    if (input.kind !== "features") throw new Error("Sounds are features.");
    for (const m of [0, 17, M - 1]) {
      const of = (index: number) => [...twenty[index].sound.values].filter((_, k) => k % M === m);
      const training = [...train].flatMap(of);
      const mean = training.reduce((sum, value) => sum + value, 0) / training.length;
      const variance = training.reduce((sum, value) => sum + (value - mean) ** 2, 0) / training.length;
      expect(input.features[m].shift).toBeCloseTo(mean, 4);
      expect(input.features[m].scale).toBeCloseTo(Math.sqrt(variance), 4);
      const start = lengths.subarray(0, heldOut[0]).reduce((sum, T) => sum + T, 0);
      expect(inputs[start * M + m]).toBeCloseTo((of(heldOut[0])[0] - mean) / Math.sqrt(variance), 4);
    }
    // A band that never changes is nothing but zeros, not 0 / 0.
    expect(input.features[5]).toMatchObject({ shift: -80, scale: 1 });
    expect(inputs.filter((_, k) => k % M === 5).every((value) => value === 0)).toBe(true);
  });

  it("keeps lengths, names and labels together, through the split", () => {
    const examples = examplesOf(data(), 100);
    if (!examples.ok) throw new Error(identityOf(examples.problem));
    expect([examples.value.train, examples.value.heldOut]).toEqual([16, 4]);
    const seen = Array.from({ length: 20 }, (_, index) => {
      const { steps, answer } = examples.value.example(index);
      return { name: examples.value.nameOf(index), steps, label: answer[0] };
    });
    seen.sort((a, b) => Number.parseInt(String(a.name), 10) - Number.parseInt(String(b.name), 10));
    expect(seen).toEqual(
      twenty.map(({ name, label, sound }) => ({
        name,
        steps: sound.values.length / M,
        label: label === "owl" ? 0 : 1,
      })),
    );
  });

  it("leaves copies out, so that none is on both sides", () => {
    const sounds = [
      ...twenty,
      { ...twenty[3], name: "copy.wav" },
      { ...twenty[4], name: "same.wav", label: "wren" },
    ];
    const { names, decisions } = data(sounds);
    expect(names).not.toContain("copy.wav");
    expect(names).toHaveLength(21);
    expect(decisions).toContainEqual(message("files.copies", { noun: "recording", copies: 1 }));
    expect(decisions).toContainEqual(
      message("files.contradictions", { noun: "recording", contradictions: 1 }),
    );
  });

  it("says what is missing", () => {
    expect(problem([], ["“x.wav” is silent."])).toEqual(
      message("common.sentences", {
        parts: [
          message("files.noneAtAll", { noun: "recording" }),
          message("files.soundUnused", { unused: 1, first: "“x.wav” is silent." }),
        ],
      }),
    );
    expect(problem(twenty.slice(0, 10))).toEqual(
      message("files.oneLabel", { noun: "recording", label: "owl" }),
    );
    expect(problem(twenty.slice(0, 11))).toEqual(
      message("files.lonely", { noun: "recording", label: "wren" }),
    );
  });
});
