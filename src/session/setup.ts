/** Reads setups and settings, and says what is wrong with those that cannot be used. */
import * as v from "valibot";
import type { Result } from "../data/result";
import type { SampleLanguage } from "../data/samples/sampleTexts";
import type { Setup } from "./protocol";
import { defaultSettings, isRunSettings, malformedSetting, type RunSettings } from "./settings";
import { malformedInWords } from "./settingWords";

/** What the page opens with: the sample text in a language. */
export const openingSetup = (language?: SampleLanguage): Setup => ({
  data: { kind: "sample", ...(language && { language }) },
  settings: null,
  probe: null,
});

const unit = v.optional(v.picklist(["characters", "words"]));
const language = v.optional(v.picklist(["en", "zh"]));

const dataSchema = v.variant("kind", [
  v.looseObject({ kind: v.literal("sample"), language, unit }),
  v.looseObject({ kind: v.literal("pasted"), text: v.string(), unit }),
  v.looseObject({ kind: v.literal("file"), file: v.instance(File), unit }),
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
    name: v.string(),
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
    addIssue({ message: malformedInWords(malformedSetting(all) ?? "") });
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
  const place = v.getDotPath(issue) ?? "form";
  const problem = place.startsWith("settings")
    ? issue.message
    : `The setup’s “${place}” cannot be used: ${issue.message}.`;
  return { ok: false, problem };
}

export function parseSettings(settings: object): Result<RunSettings> {
  if (isRunSettings(settings)) return { ok: true, value: settings };
  return { ok: false, problem: malformedInWords(malformedSetting(settings) ?? "") };
}
