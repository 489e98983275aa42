/**
 * What a person may read, as a value: which entry of the catalogue, and the values in it. It is made anywhere, travels between workers
 * and is kept; the page puts it into words (`say.ts`), in the language that it has when it is read.
 */
import type { Area, Catalogue } from "./catalogue";

export interface Message {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, MessageValue>>;
}

export type MessageValue = string | number | boolean | null | Message | readonly MessageValue[];

/** "table.noRows": the area and the name of its entry. Tables of an area are for the page alone. */
export type MessageKey = { [A in Area]: `${A}.${EntryName<Catalogue[A]>}` }[Area];

type EntryName<Entries> = {
  [Name in keyof Entries & string]: Entries[Name] extends string | ((values: never) => string) ? Name : never;
}[keyof Entries & string];

type EntryOf<Key> = Key extends `${infer A extends Area}.${infer Name}`
  ? Name extends keyof Catalogue[A]
    ? Catalogue[A][Name]
    : never
  : never;

/** What an entry takes; wherever it takes any text, a message may stand as well. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : string extends T
    ? T | Message
    : T;

type ValuesOf<Key> =
  EntryOf<Key> extends (values: infer Values) => string
    ? { readonly [Name in keyof Values]: Given<Values[Name]> }
    : null;

export function message<Key extends MessageKey>(
  key: Key,
  ...values: ValuesOf<Key> extends null ? [] : [values: ValuesOf<Key>]
): Message {
  return { key, values: values[0] ?? {} };
}

/** One after the other. */
export const sentences = (parts: readonly Said[]): Message => message("common.sentences", { parts });

/** What no catalogue has: a name, or what the browser says of itself. */
export const verbatim = (text: string): Message => message("common.verbatim", { text });

/** A message, or something that stands as it is in every language: a name, or what the browser says of itself. */
export type Said = Message | string;

/** Puts one into words. */
export type Say = (said: Said) => string;

/** Equal exactly where two messages say the same. */
export const identityOf = (said: Said): string => JSON.stringify(said);

/** Whether two say the same; copies of a message do. */
export const sameSaid = (a: Said, b: Said): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && identityOf(a) === identityOf(b));
