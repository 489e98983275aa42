/** Which fields of a part of the page stand with a text that was refused, so that what would pass over it can wait. */
import { createContext } from "react";

/** By the ids of the fields. */
export type RefusedDrafts = ReadonlySet<string>;

export const noneRefused: RefusedDrafts = new Set();

export function withDraft(refused: RefusedDrafts, id: string, isRefused: boolean): RefusedDrafts {
  if (refused.has(id) === isRefused) return refused;
  const next = new Set(refused);
  if (isRefused) next.add(id);
  else next.delete(id);
  return next;
}

/** Tells that the draft of a field is refused, or no longer. Null where nothing waits for it. */
export const RefusedDraftsContext = createContext<((id: string, isRefused: boolean) => void) | null>(null);

/** The run that the page is about. What was refused for one says nothing of another. */
export const DraftsOfContext = createContext<number>(0);
