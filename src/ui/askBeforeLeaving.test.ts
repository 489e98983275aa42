import { describe, expect, it } from "vitest";
import type { RunCause } from "../session/protocol";
import { runFixture } from "../store/sessionFixture";
import { createPlayground } from "../store/store";
import { askBeforeLeaving } from "./askBeforeLeaving";

/** A page whose clock the test moves. */
function page() {
  let [nowMs, lastId] = [5_000, 0];
  const store = createPlayground(() => undefined);
  const target = new EventTarget();
  const stop = askBeforeLeaving(store, target, () => nowMs);
  const { receive } = store.getState();
  const begin = (cause: RunCause, back?: number) => {
    const replaces = lastId > 0 ? lastId : null;
    lastId++;
    const run = { ...runFixture, cause, replaces, ...(back !== undefined && { back }) };
    receive({ type: "runStarted", runId: lastId, run });
  };
  const training = (is: boolean) => receive({ type: "state", runId: lastId, training: is, step: 1 });
  begin("opened");
  return {
    stop,
    begin,
    keep: () => store.setState({ keeping: { kind: "kept", step: 1, timeMs: 0 } }),
    train: () => training(true),
    pause: () => training(false),
    pass: (seconds: number) => {
      nowMs += seconds * 1000;
    },
    asks: () => !target.dispatchEvent(new Event("beforeunload", { cancelable: true })),
  };
}

describe("askBeforeLeaving", () => {
  it("asks after more than a minute's training, in one stretch or in several, and not for time alone", () => {
    const { train, pause, pass, asks } = page();
    pass(3600);
    expect(asks()).toBe(false);
    train();
    pass(40);
    pause();
    pass(3600);
    train();
    pass(19);
    expect(asks()).toBe(false);
    pass(2);
    expect(asks()).toBe(true);
    pause();
    pass(3600);
    expect(asks()).toBe(true);
  });

  it("forgets a run that another has taken the place of", () => {
    for (const cause of ["settings", "reset", "data"] as const) {
      const { begin, train, pass, asks } = page();
      train();
      pass(100);
      expect(asks()).toBe(true);
      begin(cause);
      expect(asks(), cause).toBe(false);
      train();
      pass(61);
      expect(asks(), cause).toBe(true);
    }
  });

  it("remembers a run that goes on in another worker", () => {
    const { begin, train, pass, asks } = page();
    train();
    pass(40);
    begin("resumed");
    pass(3600);
    expect(asks()).toBe(false);
    train();
    pass(21);
    expect(asks()).toBe(true);
  });

  it("knows how long a run was trained that somebody goes back to", () => {
    const { begin, train, pass, asks } = page();
    train();
    pass(100);
    begin("settings");
    expect(asks()).toBe(false);
    begin("back", 1);
    expect(asks()).toBe(true);
    begin("back", 2);
    expect(asks()).toBe(false);
    // Under the number that it had when it was left.
    begin("back", 3);
    expect(asks()).toBe(true);
  });

  it("does not ask where the run is kept beyond the page", () => {
    const { keep, train, pass, asks } = page();
    train();
    pass(100);
    expect(asks()).toBe(true);
    keep();
    expect(asks()).toBe(false);
  });

  it("asks no more once it is stopped", () => {
    const { stop, train, pass, asks } = page();
    train();
    pass(100);
    stop();
    expect(asks()).toBe(false);
  });
});
