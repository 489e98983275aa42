import { describe, expect, it } from "vitest";
import { message } from "../words/message";
import type { Setup } from "./protocol";
import { malformedProblem } from "./settingMessages";
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

it("takes a drawn sequence, whose name is a message", () => {
  const drawn: Setup = {
    ...pasted,
    probe: { kind: "own", name: message("draw.drawing"), steps: 1, values: Float32Array.of(0.5) },
  };
  expect(parseSetup(drawn)).toEqual({ ok: true, value: drawn });
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
    ["number", { batchSize: 0 }, malformedProblem("batchSize")],
    ["choice", { cell: "tree" }, malformedProblem("cell")],
    ["list", { hiddenSizes: [1] }, malformedProblem("hiddenSizes")],
    ["name", { batchsize: 8 }, message("settings.unknown", { name: "batchsize" })],
    ["null", { seed: null }, malformedProblem("seed")],
  ])("%s with the setting's name", (_, settings, problem) => {
    expect(parseSetup(from({ ...pasted, settings }))).toEqual({ ok: false, problem });
  });

  it.each([
    ["data", { ...pasted, data: { kind: "cloud" } }, "data.kind"],
    ["text", { ...pasted, data: { kind: "pasted" } }, "data.text"],
    ["probe", { ...pasted, probe: { kind: "example", index: -1 } }, "probe.index"],
    ["settings", { ...pasted, settings: 7 }, "settings"],
  ])("%s with its place", (_, setup, place) => {
    const parsed = parseSetup(from(setup));
    expect(parsed.ok).toBe(false);
    expect(parsed).toMatchObject({ problem: { key: "settings.setupUnusable", values: { place } } });
  });
});
