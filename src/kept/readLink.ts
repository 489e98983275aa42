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
import { type Linked, linkVersion, mostLinkCharacters, mostTextBytes, plainView } from "./linkForm";
import type { KeptView } from "./runRecord";

export interface ReadLink {
  /** Null where nothing of it can be used. */
  readonly linked: Linked | null;
  readonly problems: readonly Said[];
}

const unreadable = (problem: Said): ReadLink => ({ linked: null, problems: [problem] });

/** @param link what stands behind `#` */
export function readLink(link: string): ReadLink {
  if (link.length > mostLinkCharacters) return unreadable(message("share.damaged"));
  const version = link.slice(0, linkVersion.length);
  if (/^\d$/.test(version) && version > linkVersion) return unreadable(message("share.newer"));
  const json = version === linkVersion ? jsonOf(link.slice(linkVersion.length)) : undefined;
  const parts = v.safeParse(partsSchema, json);
  return parts.success ? readParts(parts.output) : unreadable(message("share.damaged"));
}

const partsSchema = v.object({
  d: v.optional(v.unknown()),
  s: v.optional(v.unknown()),
  p: v.optional(v.unknown()),
  v: v.optional(v.unknown()),
});

/** Undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const plain = inflateSync(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch {
    return undefined;
  }
}

function readParts({ d, s, p, v: view }: v.InferOutput<typeof partsSchema>): ReadLink {
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
