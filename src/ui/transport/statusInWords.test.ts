import { expect, it } from "vitest";
import type { TrainingEnd } from "../../session/protocol";
import { defaultSettings as settings } from "../../session/settings";
import { dataFixture, runFixture } from "../../store/sessionFixture";
import type { RaceState } from "../../store/state";
import { englishWords } from "../../words/english";
import { examplesFixture } from "../stage/examplesFixture";
import { statusInWords } from "./statusInWords";

const at = (step: number, training: boolean, pretrained = true) =>
  statusInWords(
    englishWords,
    { summary: { ...runFixture, pretrained }, training, step, settings, kept: null, ended: null },
    dataFixture,
  );

it("says what is going on", () => {
  expect(
    statusInWords(
      englishWords,
      { summary: null, training: false, step: 0, settings, kept: null, ended: null },
      null,
    ),
  ).toBe("The engine is starting.");
  expect(at(601, true)).toBe(
    "Training: each step reads 32\u00a0sequences of 64\u00a0characters, then adjusts all 21,000\u00a0weights.",
  );
  expect(at(0, false, false)).toMatch(/^Fresh weights/);
  expect(at(1240, false, false)).toBe(
    "Paused. Train goes on from step 1,240; Reset starts from fresh weights.",
  );
});

it("calls the steps of other data what they are", () => {
  const examples = { ...examplesFixture("classAtLast"), longest: 7, varies: true };
  expect(
    statusInWords(
      englishWords,
      { summary: runFixture, training: true, step: 1, settings, kept: null, ended: null },
      examples,
    ),
  ).toMatch(/^Training: each step reads 32\u00a0sequences of at most 7\u00a0time steps, then/);
});

it("says that training goes on from the weights that were shipped, until it has", () => {
  expect(at(600, false)).toBe(
    "These weights were trained ahead of time, for 600\u00a0steps. Train goes on from them; Reset starts from fresh ones.",
  );
  expect(at(601, false)).toMatch(/^Paused/);
});

it("calls weights that were trained elsewhere no fresh ones, before their first step here", () => {
  const kept = { id: "a", beganMs: 0, differs: [], brought: true, origin: { keptMs: 1 } } as const;
  const run = {
    summary: { ...runFixture, pretrained: false, step: 0 },
    training: false,
    settings,
    kept,
    ended: null,
  };
  expect(statusInWords(englishWords, { ...run, step: 0 }, dataFixture)).toBe(
    "These weights were trained elsewhere. Train goes on from them; Reset starts from fresh ones.",
  );
  expect(statusInWords(englishWords, { ...run, step: 3 }, dataFixture)).toMatch(/^Paused/);
});

it("promises nothing of a run that another tab has", () => {
  const run = { summary: runFixture, training: false, step: 1240, settings, kept: null, ended: null };
  expect(statusInWords(englishWords, run, dataFixture, 0, true)).toBe("Step 1,240, as it was kept.");
});

it("says why training has ended by itself, until there is another step", () => {
  const run = { summary: { ...runFixture, pretrained: false }, training: false, settings, kept: null };
  const endedAt = (ended: TrainingEnd, step: number) =>
    statusInWords(englishWords, { ...run, step, ended }, dataFixture);
  const early = { why: "patience", step: 650, undone: 500 } as const;
  expect(endedAt(early, 650)).toBe(
    "Stopped early: validation was best at step 650, 500\u00a0steps after it are undone. Train goes on from there.",
  );
  expect(endedAt(early, 651)).toMatch(/^Paused/);
  expect(endedAt({ why: "length", step: 30 }, 30)).toMatch(/^The set length is reached, at step 30\./);
  expect(
    statusInWords(englishWords, { ...run, step: 650, training: true, ended: early }, dataFixture),
  ).toMatch(/^Training/);
});

it("tells of a race that is under way, for which the run rests", () => {
  const run = { summary: { ...runFixture, pretrained: false }, step: 3, settings, kept: null, ended: null };
  const said = (phase: RaceState["phase"] | null, training = false) =>
    statusInWords(englishWords, { ...run, training }, dataFixture, 0, false, phase && { phase });
  const racing = "A race is under way, and this run rests. “Runs” shows it.";
  expect([said("starting"), said("running")]).toEqual([racing, racing]);
  for (const phase of ["paused", "kept", "over", null] as const) expect(said(phase)).toMatch(/^Paused/);
  expect(said("running", true)).toMatch(/^Training/);
});
