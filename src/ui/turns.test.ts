import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { dataFixture, runFixture } from "../store/sessionFixture";
import { createPlayground } from "../store/store";
import { turnsOf } from "./turns";

/** A store with three parts, of which the last takes the first turn, and how to let one turn come. */
function page() {
  const store = createPlayground(() => undefined);
  let next: () => void = () => undefined;
  const turns = turnsOf(store, () => new Promise((resolve) => (next = resolve)));
  const parts = [false, false, true].map((isFirst) => {
    const part = createStore(store.getState);
    return { part, leave: turns.join(part, isFirst) };
  });
  const oneTurn = async () => {
    next();
    await new Promise(setImmediate);
  };
  const shown = () => parts.map(({ part }) => part.getState().shownId);
  return { store, turns, parts, oneTurn, shown };
}

const started = { type: "runStarted", runId: 1, run: runFixture } as const;

test("parts of the page follow another run one after the other, each in a task of its own", async () => {
  const { store, turns, oneTurn, shown } = page();
  store.getState().receive(started);
  expect(store.getState().shownId).toBe(1);
  expect(shown()).toEqual([0, 0, 0]);
  const seen = [];
  for (let i = 0; i < 3; i++) {
    expect(turns.behind.getState()).toBe(true);
    await oneTurn();
    seen.push(shown());
  }
  expect(seen).toEqual([
    [0, 0, 1],
    [1, 0, 1],
    [1, 1, 1],
  ]);
  expect(turns.behind.getState()).toBe(false);
});

test("they see all other changes at once, and in their turn what has come meanwhile", async () => {
  const { store, parts, oneTurn, shown } = page();
  store.getState().setPrompt("said at once");
  expect(parts.map(({ part }) => part.getState().prompt)).toEqual(Array(3).fill("said at once"));
  store.getState().receive(started);
  await oneTurn();
  store.getState().receive({ type: "dataLoaded", loadId: null, data: dataFixture });
  // The part whose turn had come waits for another one.
  expect(shown()).toEqual([0, 0, 1]);
  for (let i = 0; i < 3; i++) await oneTurn();
  for (const { part } of parts) expect(part.getState()).toBe(store.getState());
});

test("a part that has gone is waited for by nobody", async () => {
  const { store, turns, parts, oneTurn, shown } = page();
  store.getState().receive(started);
  for (const { leave } of parts.slice(1)) leave();
  await oneTurn();
  expect(shown()).toEqual([1, 0, 0]);
  expect(turns.behind.getState()).toBe(false);
});
