/** Puts messages into words. */
import type { AllWords, Area, Words } from "./catalogue";
import type { Message, MessageValue, Said } from "./message";

/** In the place of words that are on their way. */
export const onTheirWay = "…";

type Entry = string | ((values: Readonly<Record<string, unknown>>) => string);

/** @param said a string is said as it is */
export function say(words: Words | AllWords, said: Said): string {
  if (typeof said === "string") return said;
  const { key, values } = said;
  const [area, name] = key.split(".") as [Area, string];
  const entries: Readonly<Record<string, unknown>> | undefined = (words as AllWords)[area];
  if (!entries) return onTheirWay;
  const entry = entries[name] as Entry;
  return typeof entry === "string" ? entry : entry(spoken(words, values));
}

const spoken = (words: Words | AllWords, values: Message["values"]) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spokenValue(words, value)]));

function spokenValue(words: Words | AllWords, value: MessageValue): unknown {
  if (typeof value !== "object" || value === null) return value;
  return "key" in value ? say(words, value) : value.map((one) => spokenValue(words, one));
}
