/** Reads setups and settings, and says what is wrong with those that cannot be used. */
import * as v from "valibot";
import type { Result } from "../data/result";
import { type Language, languages } from "../words/language";
import { message } from "../words/message";
import type { Setup } from "./protocol";
import { malformedProblem } from "./settingMessages";
import { defaultSettings, isRunSettings, malformedSetting, type RunSettings } from "./settings";

/** What the page opens with: the sample text in a language. */
export const openingSetup = (language?: Language): Setup => ({
  data: { kind: "sample", ...(language && { language }) },
  settings: null,
  probe: null,
});

const reading = {
  unit: v.optional(v.picklist(["characters", "words"])),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2))),
};
// A file comes from the page itself, with one of the labels that it offers.
const encoding = v.optional(v.string());
const language = v.optional(v.picklist(languages));

const dataSchema = v.variant("kind", [
  v.looseObject({ kind: v.literal("sample"), language, ...reading }),
  v.looseObject({ kind: v.literal("pasted"), text: v.string(), ...reading }),
  v.looseObject({ kind: v.literal("file"), file: v.instance(File), encoding, ...reading }),
  v.looseObject({ kind: v.literal("generated"), sample: v.string() }),
  v.looseObject({
    kind: v.literal("prepared"),
    data: v.looseObject({ kind: v.picklist(["sequences", "series", "task"]) }),
  }),
]);

const probeSchema = v.variant("kind", [
  v.object({ kind: v.literal("text"), text: v.string() }),
  v.object({ kind: v.literal("example"), index: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({
    kind: v.literal("own"),
    name: v.union([v.string(), v.looseObject({ key: v.string() })]),
    steps: v.pipe(v.number(), v.integer(), v.minValue(1)),
    values: v.instance(Float32Array),
  }),
]);

/** Settings that are left out are as at first. */
const settingsSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.rawTransform(({ dataset, addIssue, NEVER }): RunSettings => {
    const all: object = { ...defaultSettings, ...dataset.value };
    if (isRunSettings(all)) return all;
    // The name is all that the problem is made of.
    addIssue({ message: malformedSetting(all) ?? "" });
    return NEVER;
  }),
);

const partsSchema = v.object({
  data: dataSchema,
  settings: v.nullable(settingsSchema),
  probe: v.nullable(probeSchema),
});

/** Data and probe are only looked at, and used as they are. What cannot be used is named. */
export function parseSetup(setup: Setup): Result<Setup> {
  const parsed = v.safeParse(partsSchema, setup);
  if (parsed.success) return { ok: true, value: { ...setup, settings: parsed.output.settings } };
  const [issue] = parsed.issues;
  if (issue.type === "raw_transform") return { ok: false, problem: malformedProblem(issue.message) };
  const { expected, received } = issue;
  const place = v.getDotPath(issue) ?? "form";
  return { ok: false, problem: message("settings.setupUnusable", { place, expected, received }) };
}

export function parseSettings(settings: object): Result<RunSettings> {
  if (isRunSettings(settings)) return { ok: true, value: settings };
  return { ok: false, problem: malformedProblem(malformedSetting(settings) ?? "") };
}
