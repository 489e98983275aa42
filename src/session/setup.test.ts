import { describe, expect, it } from "vitest";
import type { Setup } from "./protocol";
import { defaultSettings } from "./settings";
import { openingSetup, parseSettings, parseSetup } from "./setup";

const pasted: Setup = {
  data: { kind: "pasted", text: "abc", unit: "words" },
  settings: { ...defaultSettings, hiddenSizes: [16, 8] },
  probe: { kind: "text", text: "cab" },
};

/** As it may come from outside: a link, a file, an older version. */
const from = (outside: unknown) => JSON.parse(JSON.stringify(outside));

it("takes what it is given as it is", () => {
  expect(parseSetup(openingSetup())).toEqual({ ok: true, value: openingSetup() });
  const chinese: Setup = { data: { kind: "sample", language: "zh" }, settings: null, probe: null };
  expect(openingSetup("zh")).toEqual(chinese);
  expect(parseSetup(from(chinese))).toEqual({ ok: true, value: chinese });
  expect(parseSetup(from({ ...chinese, data: { kind: "sample", language: "la" } })).ok).toBe(false);
  expect(parseSetup(pasted)).toEqual({ ok: true, value: pasted });
  expect(parseSettings(defaultSettings)).toEqual({ ok: true, value: defaultSettings });
});

it("fills in settings that are left out", () => {
  const parsed = parseSetup(from({ ...pasted, settings: { cell: "lstm" } }));
  expect(parsed).toEqual({
    ok: true,
    value: { ...pasted, settings: { ...defaultSettings, cell: "lstm" } },
  });
});

describe("refuses a malformed", () => {
  it.each([
    [
      "number",
      { batchSize: 0 },
      "The setting “batch size” (batchSize) has to be a whole number from 1 to 256.",
    ],
    [
      "choice",
      { cell: "tree" },
      "The setting “cell” (cell) has to be one of gru, gruResetBefore, fourGate, lstm, rnn.",
    ],
    [
      "list",
      { hiddenSizes: [1] },
      "The setting “hidden units” (hiddenSizes) has to be one to 4 whole numbers from 8 to 512.",
    ],
    ["name", { batchsize: 8 }, "There is no setting “batchsize”."],
    ["null", { seed: null }, "The setting “seed” (seed) has to be a whole number from 0 to 2147483647."],
  ])("%s with the setting's name", (_, settings, problem) => {
    expect(parseSetup(from({ ...pasted, settings }))).toEqual({ ok: false, problem });
  });

  it.each([
    ["data", { ...pasted, data: { kind: "cloud" } }, /“data/],
    ["text", { ...pasted, data: { kind: "pasted" } }, /“data\.text/],
    ["probe", { ...pasted, probe: { kind: "example", index: -1 } }, /“probe\.index/],
    ["settings", { ...pasted, settings: 7 }, /./],
  ])("%s with its place", (_, setup, place) => {
    const parsed = parseSetup(from(setup));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problem).toMatch(place);
  });
});
