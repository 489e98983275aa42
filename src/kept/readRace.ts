/** Reads the records of races, of this form and of all before it. */
import * as v from "valibot";
import { type RaceRequest, raceMatches } from "../session/raceRequest";
import { isSettingName, isValueOf, type SettingName, type SettingValue } from "../session/settings";
import { message, type Said } from "../words/message";
import { count, real, said, whole } from "./plainSchemas";
import { type RaceRecord, type RacerRecord, raceForm } from "./raceRecord";
import { readRecord, recordParts } from "./readRecord";

export type ReadRace =
  | { readonly ok: true; readonly record: RaceRecord }
  | { readonly ok: false; readonly problem: Said };

const { id, data, engine, settings, view } = recordParts;

const request = v.pipe(
  v.object({
    base: settings,
    vary: v.custom<SettingName>((name) => typeof name === "string" && isSettingName(name)),
    values: v.array(v.unknown()),
    seeds: count,
    match: v.picklist(raceMatches),
    length: v.pipe(v.number(), v.minValue(0)),
  }),
  v.check(({ vary, values }) => vary === "seed" || values.every((one) => isValueOf(vary, one))),
  v.transform(
    (read): RaceRequest => ({
      ...read,
      values: read.values.filter((one): one is SettingValue => isValueOf(read.vary, one)),
    }),
  ),
);

const raceSchema = v.object({
  form: v.literal(raceForm),
  id,
  beganMs: real,
  request,
  entries: v.array(v.object({ variant: whole, settings, parameterCount: whole })),
  guess: v.nullable(whole),
  isOver: v.boolean(),
  why: v.nullable(said),
  data,
  dataName: said,
  engine,
  view,
});

const racerSchema = v.object({
  form: v.literal(raceForm),
  place: whole,
  record: v.unknown(),
  isOver: v.boolean(),
  loss: v.nullable(real),
  why: v.nullable(said),
});

const anyForm = v.looseObject({ form: count });

export function readRace(kept: unknown): ReadRace {
  const known = v.safeParse(anyForm, kept);
  if (known.success && known.output.form > raceForm) return { ok: false, problem: message("kept.newer") };
  const parsed = v.safeParse(raceSchema, kept);
  return parsed.success
    ? { ok: true, record: parsed.output }
    : { ok: false, problem: message("kept.damaged") };
}

/** Null for what cannot be used: that run begins anew. */
export function readRacer(kept: unknown): RacerRecord | null {
  const parsed = v.safeParse(racerSchema, kept);
  if (!parsed.success) return null;
  const { record, ...racer } = parsed.output;
  if (record === null) return { ...racer, record };
  const read = readRecord(record);
  return read.ok ? { ...racer, record: read.record } : null;
}
