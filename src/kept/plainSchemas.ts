/** What every kept value consists of. */
import * as v from "valibot";
import type { Said } from "../words/message";

export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** Any number: a loss may be infinite, and what was not measured is none. */
export const real = v.union([v.number(), v.nan()]);

/** A file's arrays are copies, whose memory is their own. */
export const floats = v.custom<Float32Array<ArrayBuffer>>(
  (value) => value instanceof Float32Array && value.buffer instanceof ArrayBuffer,
);
export const doubles = v.custom<Float64Array<ArrayBuffer>>(
  (value) => value instanceof Float64Array && value.buffer instanceof ArrayBuffer,
);
export const integers = v.custom<Int32Array<ArrayBuffer>>(
  (value) => value instanceof Int32Array && value.buffer instanceof ArrayBuffer,
);
export const octets = v.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
);

/** Messages within messages are no deeper. */
const mostDeep = 10;

/** The name of an entry of the catalogue; whether there is one, whoever says it finds out. */
const keyForm = /^[a-z][\w]*\.[a-z][\w:]*$/i;

export const messages = v.custom<Extract<Said, object>>((value) => isMessage(value, 0));
export const said = v.union([v.string(), messages]);

function isMessage(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null || depth > mostDeep) return false;
  const { key, values, ...others }: Record<string, unknown> = { ...value };
  return (
    typeof key === "string" &&
    keyForm.test(key) &&
    typeof values === "object" &&
    values !== null &&
    !Array.isArray(values) &&
    Object.keys(others).length === 0 &&
    Object.values(values).every((one) => isMessageValue(one, depth + 1))
  );
}

function isMessageValue(value: unknown, depth: number): boolean {
  if (depth > mostDeep) return false;
  if (typeof value !== "object" || value === null) return typeof value !== "undefined";
  return Array.isArray(value)
    ? value.every((one) => isMessageValue(one, depth + 1))
    : isMessage(value, depth + 1);
}
