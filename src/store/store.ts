/**
 * The page's state: what the worker last said, what the user has selected, and the actions that join the two.
 * A vanilla zustand store, so that animation can subscribe to it without React rendering.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Command } from "../session/protocol";
import { generationActions, initialGeneration } from "./generation";
import { initialSelection, selectionActions } from "./selection";
import { initialSession, sessionActions } from "./session";
import type { PlaygroundState } from "./state";

export type Playground = PlaygroundState;
export type PlaygroundStore = StoreApi<Playground>;

/** @param send hands a command to the worker; what the worker says comes in through `receive`. */
export function createPlayground(send: (command: Command) => void): PlaygroundStore {
  return createStore<Playground>((set, get) => ({
    ...initialSession,
    ...initialSelection,
    ...initialGeneration,
    ...sessionActions(send, set, get),
    ...selectionActions(set),
    ...generationActions(send, set, get),
  }));
}
