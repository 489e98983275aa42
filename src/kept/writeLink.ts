/** Writes links. */
import { deflateSync } from "fflate";
import { defaultParameters } from "../data/tasks/parameters";
import { memoryTasks } from "../data/tasks/registry";
import type { DataSource, Probe, TextReading } from "../session/protocol";
import { changedSettings, defaultSettings, type RunSettings } from "../session/settings";
import {
  checksumOf,
  fullVersion,
  type Lesson,
  type Linked,
  type LinkedWeights,
  linkVersion,
  mostTextBytes,
  plainView,
  weightsMark,
} from "./linkForm";
import type { KeptView } from "./runRecord";

/** The part behind `#`; null where the data are of files, or too much for a link. A sequence of one's own is left out. */
export function writeLink({
  setup: { data, settings, probe },
  view,
  lesson,
  weights,
}: Linked): string | null {
  const linked = dataPart(data);
  if (!linked) return null;
  const parts = { d: linked, s: settings && settingsPart(settings), p: probePart(probe), v: viewPart(view) };
  if (!lesson && !weights) return linkVersion + textOf(parts);
  const full = { ...parts, ...(lesson && lessonPart(lesson)), ...(weights && { w: weightsPart(weights) }) };
  const file = weights ? weightsMark + base64url(packed(weights.file)) : "";
  return fullVersion + textOf(full) + file;
}

/** How much of a link the weights take, in bytes: no more than `mostWeightBytes` may. */
export const packedBytes = (file: Uint8Array): number => packed(file).length;

const packed = (bytes: Uint8Array) => deflateSync(bytes, { level: 9 });

const textOf = (parts: object) => base64url(packed(new TextEncoder().encode(JSON.stringify(parts))));

const lessonPart = ({ hidden, isLocked }: Lesson) => ({
  h: hidden.length > 0 ? hidden : undefined,
  k: isLocked || undefined,
});

const weightsPart = ({ steps, file }: LinkedWeights) => ({ n: steps, b: file.length, c: checksumOf(file) });

function dataPart(data: DataSource): object | null {
  switch (data.kind) {
    case "sample":
      return { k: "s", l: data.language, ...readingPart(data) };
    case "generated":
      return { k: "g", n: data.sample };
    case "pasted":
      return new TextEncoder().encode(data.text).length > mostTextBytes
        ? null
        : { k: "p", x: data.text, ...readingPart(data) };
    case "file":
      return null;
    case "prepared": {
      if (data.data.kind !== "task") return null;
      const { task, parameters, seed } = data.data;
      const usual = defaultParameters(memoryTasks[task]);
      const others = Object.entries(parameters).filter(([name, value]) => usual[name] !== value);
      return { k: "t", n: task, e: seed, q: others.length > 0 ? Object.fromEntries(others) : undefined };
    }
  }
}

const readingPart = ({ unit, limit, lines }: TextReading) => ({ u: unit, m: limit, o: lines });

function settingsPart(settings: RunSettings): object | undefined {
  const changed = changedSettings(defaultSettings, settings);
  return changed.length > 0 ? Object.fromEntries(changed.map((name) => [name, settings[name]])) : undefined;
}

function probePart(probe: Probe | null): string | number | undefined {
  switch (probe?.kind) {
    case "text":
      return probe.text;
    case "example":
      return probe.index;
    default:
      return undefined;
  }
}

function viewPart({ layer, unit, time, unitOrder, pins, shownLook }: KeptView): object | undefined {
  const part = {
    l: layer === plainView.layer ? undefined : layer,
    u: unit === plainView.unit ? undefined : unit,
    t: time === plainView.time ? undefined : time,
    o: unitOrder === plainView.unitOrder ? undefined : unitOrder,
    k: shownLook === plainView.shownLook ? undefined : shownLook,
    p: pins.length > 0 ? pins.map((pin) => [pin.layer, pin.unit, pin.colour]) : undefined,
  };
  return Object.values(part).some((value) => value !== undefined) ? part : undefined;
}

const base64url = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
