import { describe, expect, it } from "vitest";
import { shapeOfText } from "../../../session/dataShape";
import type { Verdict } from "../../../session/raceVerdict";
import { defaultSettings } from "../../../session/settings";
import { chineseWords } from "../../../words/chinese";
import { englishWords } from "../../../words/english";
import { raceFacts } from "./KeptRaces";
import { guessSentence, verdictSentences } from "./RaceResult";
import {
  firstValues,
  haveSameBatches,
  likeCompared,
  matchWords,
  parseValues,
  stepWords,
  valuesText,
  variedSettings,
} from "./raceChoices";

describe("what differs", () => {
  it("is any setting that means something for the data, but the length", () => {
    const names = variedSettings(defaultSettings, shapeOfText("characters"));
    expect(names).toContain("cell");
    expect(names).toContain("seed");
    expect(names).toContain("learningRate");
    for (const absent of ["length", "lengthUnit", "bidirectional", "momentum", "decaySteps", "dropout"])
      expect(names).not.toContain(absent);
  });

  it("has values to begin with that the setting may have", () => {
    expect(firstValues("cell", defaultSettings)).toEqual(["gru", "lstm", "rnn"]);
    expect(firstValues("learningRate", defaultSettings)).toEqual([0.0025, 0.005, 0.01]);
    expect(firstValues("batchSize", { ...defaultSettings, batchSize: 256 })).toEqual([128, 256]);
    expect(firstValues("patience", defaultSettings)).toEqual([0, 1]);
    expect(firstValues("bidirectional", defaultSettings)).toEqual([false, true]);
  });

  it("is typed with commas, layers with plus signs; what cannot be used is answered with what is wanted", () => {
    expect(parseValues("learningRate", "0.01, 5e-3，0.1")).toEqual({ value: [0.01, 0.005, 0.1] });
    expect(parseValues("hiddenSizes", "16, 32 + 8,")).toEqual({ value: [[16], [32, 8]] });
    expect(valuesText([[16], [32, 8]])).toBe("16, 32 + 8");
    expect(parseValues("hiddenSizes", "16, 4")).toMatchObject({ problem: { key: "controls.numberWanted" } });
    expect(parseValues("batchSize", "8, much")).toMatchObject({ problem: { key: "controls.numberWanted" } });
  });

  it("is that of compared runs, where it is one setting", () => {
    const lstm = { ...defaultSettings, cell: "lstm", length: 3 } as const;
    expect(likeCompared([defaultSettings, lstm, lstm])).toEqual({ vary: "cell", values: ["gru", "lstm"] });
    expect(likeCompared([defaultSettings, { ...lstm, batchSize: 8 }])).toBeNull();
    expect(likeCompared([defaultSettings])).toBeNull();
  });
});

it("promises the same batches only where what differs has no part in them", () => {
  expect((["cell", "learningRate", "hiddenSizes"] as const).map(haveSameBatches)).toEqual(
    Array(3).fill(true),
  );
  for (const name of ["sequenceLength", "batchSize", "windows", "seed"] as const)
    expect(haveSameBatches(name), name).toBe(false);
  expect(englishWords.race.about({ batches: true })).toContain("same batches in the same order");
  expect(englishWords.race.about({ batches: false })).not.toContain("same batches");
});

it("does not call hidden units alike where they are what differs", () => {
  const { race } = englishWords;
  expect(matchWords(race, "units", "cell")).toEqual({ name: "Hidden units", hint: race.matchHints.units });
  expect(matchWords(race, "units", "hiddenSizes").hint).toBe("All other settings are the same.");
  expect(matchWords(race, "time", "hiddenSizes").name).toBe("Training time");
});

it("a run of a race says how far it has to go, where that is known, and that it stopped early", () => {
  const { race } = englishWords;
  const units = { match: "units", length: 500 } as const;
  expect(stepWords(race, 23, false, units)).toBe("step\u00a023 of 500");
  expect(stepWords(race, 500, true, units)).toBe("step\u00a0500");
  expect(stepWords(race, 100, true, units)).toBe("stopped early, best at step\u00a0100");
  expect(stepWords(race, 100, true, { match: "time", length: 30 })).toBe("step\u00a0100");
});

it("that is kept says on what data it is, and of a text that it was read by words", () => {
  const kept = { data: { kind: "sample", unit: "words" }, dataName: "alice.txt", beganMs: 0 } as const;
  expect(raceFacts(englishWords, { ...kept, isOver: true }, false, 7_200_000)).toEqual([
    "alice.txt, by words",
    "over",
    englishWords.formats.ago(7200),
  ]);
  const byCharacters = { ...kept, data: { kind: "sample" }, isOver: false } as const;
  expect(raceFacts(englishWords, byCharacters, false, 0).slice(0, 2)).toEqual(["alice.txt", "paused"]);
  expect(raceFacts(englishWords, byCharacters, true, 0)[1]).toBe("under way in another tab");
});

const standing = (variant: number, mean: number, seeds = 1) => ({ variant, seeds, mean, deviation: null });
const names = ["GRU", "LSTM"];
const won: Verdict = {
  kind: "won",
  winner: standing(1, 1.25),
  runnerUp: standing(0, 1.5),
  by: "heldOut",
  isClear: true,
  isReversed: false,
  difference: null,
};

describe("a verdict in words", () => {
  it("names the winner, and says whether the difference is clear", () => {
    expect(verdictSentences(englishWords, won, names, "test", null)).toEqual([
      "LSTM has the lowest validation loss, 1.250.",
      "The difference is clear: on the test set, the 95\u00a0% intervals of LSTM and GRU do not overlap.",
    ]);
    const [, notClear] = verdictSentences(englishWords, { ...won, isClear: false }, names, "test", null);
    expect(notClear).toMatch(/^No clear difference: .* LSTM and GRU overlap/);
    const [, seeds] = verdictSentences(
      englishWords,
      { ...won, by: "seeds", difference: { low: 0.1, high: 0.3 } },
      names,
      "test",
      null,
    );
    expect(seeds).toMatch(/lower than that of GRU by 0\.100 to 0\.300/);
  });

  it("of a text, is on the validation set, whose end no other set has", () => {
    for (const verdict of [won, { ...won, isClear: false }, { ...won, isReversed: true }]) {
      const [, said] = verdictSentences(englishWords, verdict, names, "validation", null);
      expect(said).toContain("on the validation set,");
      expect(verdictSentences(chineseWords, verdict, names, "validation", null)[1]).toContain("在验证集上");
    }
  });

  it("decides nothing where losses are not measured alike, and says why", () => {
    const said = verdictSentences(englishWords, won, names, "validation", "sequenceLength");
    expect(said.slice(0, 2)).toEqual([
      "LSTM has the lowest validation loss, 1.250.",
      "That does not decide it.",
    ]);
    expect(said[2]).toMatch(/^These runs differ in sequence length, .*cannot be compared\.$/);
    expect(said).toHaveLength(3);
  });

  it("tells whoever has guessed, where the race decides it", () => {
    expect(guessSentence(englishWords, won, 1, names)).toBe("You said LSTM, and you were right.");
    expect(guessSentence(englishWords, won, 0, names)).toBe("You said GRU; it was not.");
    expect(guessSentence(englishWords, { ...won, isClear: false }, 0, names)).toBe(
      "You said GRU; the race does not decide that.",
    );
  });
});
