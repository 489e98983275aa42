/** Reads links, of this form and of all before it. A part that cannot be used is named, and the rest is read. */
import { inflateSync } from "fflate";
import * as v from "valibot";
import { generatedSampleNames } from "../data/samples/sampleNames";
import type { MemoryTask, TaskParameters } from "../data/tasks/memoryTask";
import { checkParameters, defaultParameters } from "../data/tasks/parameters";
import { memoryTasks } from "../data/tasks/registry";
import { type MemoryTaskName, taskParameterNames } from "../data/tasks/taskNames";
import type { DataSource, Probe } from "../session/protocol";
import { malformedProblem } from "../session/settingMessages";
import { defaultSettings, isRunSettings, type RunSettings } from "../session/settings";
import { languages } from "../words/language";
import { message, type Said } from "../words/message";
import {
  checksumOf,
  fullVersion,
  type Lesson,
  type Linked,
  type LinkedWeights,
  lessonParts,
  linkVersion,
  mostFileBytes,
  mostLinkCharacters,
  mostTextBytes,
  mostWeightCharacters,
  plainView,
  weightsMark,
} from "./linkForm";
import type { KeptView } from "./runRecord";

export interface ReadLink {
  /** Null where nothing of it can be used. */
  readonly linked: Linked | null;
  readonly problems: readonly Said[];
}

const unreadable = (problem: Said): ReadLink => ({ linked: null, problems: [problem] });

/** @param link what stands behind `#` */
export function readLink(link: string): ReadLink {
  const version = link.slice(0, linkVersion.length);
  if (/^\d$/.test(version) && version > fullVersion) return unreadable(message("share.newer"));
  const isFull = version === fullVersion;
  const [text, ...weights] = isFull ? link.slice(1).split(weightsMark) : [link.slice(1)];
  const isKnown = isFull || version === linkVersion;
  const json = isKnown && text.length <= mostLinkCharacters ? jsonOf(text) : undefined;
  const parts = v.safeParse(partsSchema, json);
  if (!parts.success) return unreadable(message("share.damaged"));
  const read = readParts(parts.output);
  return isFull ? withMore(read, parts.output, weights.join(weightsMark)) : read;
}

interface Read {
  readonly linked: Linked;
  readonly problems: readonly Said[];
}

/** With what form 2 says beside the parts of form 1. */
function withMore(
  { linked, problems }: Read,
  { h, k, w }: v.InferOutput<typeof partsSchema>,
  text: string,
): ReadLink {
  const more: Said[] = [];
  const lesson = readLesson(h, k, more);
  const weights = w === undefined && text === "" ? null : readWeights(w, text);
  // The page's own network brings its own.
  const isUsable = weights !== null && linked.setup.settings !== null;
  if (!isUsable && (w !== undefined || text !== "")) more.push(message("share.weightsDamaged"));
  return {
    linked: { ...linked, ...(lesson && { lesson }), ...(isUsable && { weights }) },
    problems: [...problems, ...more],
  };
}

const partsSchema = v.object({
  d: v.optional(v.unknown()),
  s: v.optional(v.unknown()),
  p: v.optional(v.unknown()),
  v: v.optional(v.unknown()),
  h: v.optional(v.unknown()),
  k: v.optional(v.unknown()),
  w: v.optional(v.unknown()),
});

const lessonSchema = v.object({
  h: v.optional(v.pipe(v.array(v.picklist(lessonParts)), v.maxLength(lessonParts.length)), []),
  k: v.optional(v.boolean(), false),
});

function readLesson(h: unknown, k: unknown, problems: Said[]): Lesson | null {
  if (h === undefined && k === undefined) return null;
  const parsed = v.safeParse(lessonSchema, { h, k });
  if (parsed.success) {
    const { h: named, k: isLocked } = parsed.output;
    const hidden = lessonParts.filter((part) => named.includes(part));
    return isLocked || hidden.length > 0 ? { hidden, isLocked } : null;
  }
  problems.push(message("share.lessonUnusable"));
  return null;
}

/** Undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    const plain = inflateSync(bytesOf(text));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch {
    return undefined;
  }
}

/** Throws where it is no base64url. */
function bytesOf(text: string): Uint8Array {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}

const fileBytes = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(mostFileBytes));

/** Null where they are not what was written: what the file says is for whoever opens it to judge. */
function readWeights(part: unknown, text: string): LinkedWeights | null {
  const told = v.safeParse(v.object({ n: whole, b: fileBytes, c: whole }), part);
  if (!told.success || text.length > mostWeightCharacters) return null;
  const { n: steps, b: bytes, c: checksum } = told.output;
  try {
    const file = inflateSync(bytesOf(text), { out: new Uint8Array(bytes) });
    return file.length === bytes && checksumOf(file) === checksum ? { steps, file } : null;
  } catch {
    return null;
  }
}

function readParts({ d, s, p, v: view }: v.InferOutput<typeof partsSchema>): Read {
  const problems: Said[] = [];
  const data = readData(d, problems);
  const settings = readSettings(s, data, problems);
  const probe = readProbe(p, problems);
  return { linked: { setup: { data, settings, probe }, view: readView(view, problems) }, problems };
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const reading = {
  u: v.exactOptional(v.picklist(["characters", "words"])),
  m: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(2))),
  o: v.exactOptional(v.literal("shuffled")),
};

const isTask = (name: unknown): name is MemoryTaskName =>
  typeof name === "string" && Object.hasOwn(taskParameterNames, name);

const isShort = (text: string) => new TextEncoder().encode(text).length <= mostTextBytes;

const dataSchema = v.variant("k", [
  v.object({ k: v.literal("s"), l: v.exactOptional(v.picklist(languages)), ...reading }),
  v.object({ k: v.literal("g"), n: v.picklist(generatedSampleNames) }),
  v.object({ k: v.literal("p"), x: v.pipe(v.string(), v.check(isShort)), ...reading }),
  v.object({
    k: v.literal("t"),
    n: v.custom<MemoryTaskName>(isTask),
    e: v.pipe(v.number(), v.safeInteger()),
    q: v.exactOptional(v.record(v.string(), v.unknown())),
  }),
]);

function readData(part: unknown, problems: Said[]): DataSource {
  const parsed = v.safeParse(dataSchema, part);
  if (!parsed.success) {
    problems.push(message("share.dataUnusable"));
    return { kind: "sample" };
  }
  const data = parsed.output;
  switch (data.k) {
    case "s":
      return { kind: "sample", ...(data.l && { language: data.l }), ...readingOf(data) };
    case "g":
      return { kind: "generated", sample: data.n };
    case "p":
      return { kind: "pasted", text: data.x, ...readingOf(data) };
    case "t": {
      const parameters = readParameters(memoryTasks[data.n], data.q ?? {}, problems);
      return { kind: "prepared", data: { kind: "task", task: data.n, parameters, seed: data.e } };
    }
  }
}

interface ReadingPart {
  readonly u?: "characters" | "words";
  readonly m?: number;
  readonly o?: "shuffled";
}

const readingOf = ({ u: unit, m: limit, o: lines }: ReadingPart) => ({
  ...(unit && { unit }),
  ...(limit !== undefined && { limit }),
  ...(lines && { lines }),
});

/** One that is out of range is as usual. */
function readParameters(
  task: MemoryTask,
  given: Readonly<Record<string, unknown>>,
  problems: Said[],
): TaskParameters {
  const parameters = { ...defaultParameters(task) };
  for (const name of Object.keys(task.parameters)) {
    if (!Object.hasOwn(given, name)) continue;
    const checked = checkParameters(task, { ...parameters, [name]: given[name] });
    if (checked.ok) parameters[name] = checked.value[name];
    else problems.push(checked.problem);
  }
  return parameters;
}

/** One that is out of range, or that there is not, is as at first. */
function readSettings(part: unknown, data: DataSource, problems: Said[]): RunSettings | null {
  if (part === null && data.kind === "sample" && data.unit !== "words" && data.limit === undefined)
    return null;
  const given = v.safeParse(v.optional(v.record(v.string(), v.unknown()), {}), part);
  if (!given.success) {
    problems.push(message("share.settingsUnusable"));
    return defaultSettings;
  }
  let settings = defaultSettings;
  for (const [name, value] of Object.entries(given.output)) {
    const changed = { ...settings, [name]: value };
    if (isRunSettings(changed)) settings = changed;
    else problems.push(malformedProblem(name));
  }
  return settings;
}

function readProbe(part: unknown, problems: Said[]): Probe | null {
  if (part === undefined) return null;
  if (typeof part === "string") return { kind: "text", text: part };
  if (v.is(whole, part)) return { kind: "example", index: part };
  problems.push(message("share.probeUnusable"));
  return null;
}

const viewSchema = v.object({
  l: v.exactOptional(whole),
  u: v.exactOptional(whole),
  t: v.exactOptional(whole),
  o: v.exactOptional(v.string()),
  k: v.exactOptional(v.string()),
  p: v.exactOptional(
    v.pipe(v.array(v.tuple([whole, whole, v.pipe(whole, v.minValue(1), v.maxValue(6))])), v.maxLength(6)),
  ),
});

/** Places that the network does not have are brought within it when it stands. */
function readView(part: unknown, problems: Said[]): KeptView {
  if (part === undefined) return plainView;
  const parsed = v.safeParse(viewSchema, part);
  if (!parsed.success) {
    problems.push(message("share.viewUnusable"));
    return plainView;
  }
  const { l, u, t, o, k, p = [] } = parsed.output;
  return {
    ...plainView,
    ...(l !== undefined && { layer: l }),
    ...(u !== undefined && { unit: u }),
    ...(t !== undefined && { time: t }),
    ...(o !== undefined && { unitOrder: o }),
    ...(k !== undefined && { shownLook: k }),
    pins: p.map(([layer, unit, colour]) => ({ layer, unit, colour })),
  };
}
