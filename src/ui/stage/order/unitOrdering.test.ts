import { beforeEach, describe, expect, it } from "vitest";
import { cellDescriptions } from "../../cells/registry";
import { snapshotFixture } from "../snapshotFixture";
import { orderUnits } from "./orderUnits";
import { toEnd } from "./toEnd";
import { type OrderSubject, UnitOrdering } from "./unitOrdering";
import { meanStates } from "./unitScores";

const H = 13;
const [layer] = snapshotFixture("abcabda", H).layers;
const means = meanStates(layer);
const byMean = Array.from({ length: H }, (_, i) => i).toSorted((a, b) => means[b] - means[a]);
const stored = Array.from({ length: H }, (_, i) => i);
const alike = toEnd(orderUnits("alike", layer, cellDescriptions.gru, null)).units;

const subject: OrderSubject = {
  name: "stored",
  sortings: 0,
  runId: 1,
  layerIndex: 0,
  cell: "gru",
  layer,
  effects: null,
  step: 5,
  training: false,
  resting: true,
};

let nowMs: number;
/** How long each look at the clock takes: work is done in slices where it takes longer than there is time. */
let lookMs: number;
let isStill: boolean;
let waiting: (() => void) | null;
let changes: number;
let ordering: UnitOrdering;

beforeEach(() => {
  [nowMs, lookMs, isStill, waiting, changes] = [0, 0, true, null, 0];
  const clock = {
    nowMs: () => {
      nowMs += lookMs;
      return nowMs;
    },
    later: (work: () => void) => {
      waiting = work;
      return () => {
        waiting = null;
      };
    },
    isStill: () => isStill,
  };
  ordering = new UnitOrdering(clock, () => {
    changes++;
  });
});

const shown = (change: Partial<OrderSubject> = {}) => ordering.of({ ...subject, ...change });

/** With the states turned round, as later training could have them. */
const later = { ...layer, hidden: layer.hidden.map((h) => -h) };

describe("UnitOrdering", () => {
  it("shows the order asked for with the first picture, and says of which step it is", () => {
    expect(shown({ name: "mean" })).toMatchObject({ rows: { units: byMean }, step: 5 });
  });

  it("leaves the rows where they are while the network changes, and orders anew when that is asked for", () => {
    shown({ name: "mean" });
    expect(shown({ name: "mean", layer: later, step: 6 })).toMatchObject({
      rows: { units: byMean },
      step: 5,
    });
    const again = shown({ name: "mean", layer: later, step: 6, sortings: 1 });
    expect(again).toMatchObject({ rows: { units: byMean.toReversed() }, step: 6 });
  });

  it("orders anew when training has come to rest, once", () => {
    shown({ name: "mean" });
    const trained = { name: "mean", layer: later, step: 9 } as const;
    expect(shown({ ...trained, training: true, resting: false }).rows.units).toEqual(byMean);
    expect(shown({ ...trained, resting: false }).rows.units).toEqual(byMean);
    expect(shown(trained)).toMatchObject({ rows: { units: byMean.toReversed() }, step: 9 });
    expect(shown({ name: "mean", step: 10 }).step).toBe(9);
  });

  it("moves rows to a new order in the course of time, and asks to be drawn meanwhile", () => {
    isStill = false;
    shown();
    shown({ name: "mean" });
    nowMs += 300;
    changes = 0;
    const middle = shown({ name: "mean" }).rows.units;
    expect(middle).not.toEqual(byMean);
    expect(middle.toSorted((a, b) => a - b)).toEqual(stored);
    expect(changes).toBe(1);
    nowMs += 301;
    expect(shown({ name: "mean" }).rows.units).toEqual(byMean);
    expect(changes).toBe(1);
  });

  it("does long work in slices, shows the order from before meanwhile, and stops it when another is asked for", () => {
    lookMs = 7;
    expect(shown({ name: "alike" }).rows.units).toEqual(stored);
    let slices = 0;
    for (let work = waiting; work; work = waiting) {
      waiting = null;
      work();
      slices++;
    }
    expect(slices).toBeGreaterThan(3);
    expect(alike).not.toEqual(stored);
    expect(shown({ name: "alike" }).rows.units).toEqual(alike);
    shown({ name: "alike", sortings: 1 });
    expect(waiting).not.toBeNull();
    expect(shown({ name: "stored" }).rows.units).toEqual(stored);
    expect(waiting).toBeNull();
  });

  it("begins with the order as stored in another layer or run, whose units are others", () => {
    shown({ name: "mean" });
    lookMs = 20;
    expect(shown({ name: "alike", runId: 2 }).rows.units).toEqual(stored);
  });

  it("waits for effects where it is by them, and orders anew with each that come", () => {
    shown({ name: "mean" });
    expect(shown({ name: "effect" }).rows.units).toEqual(byMean);
    const effects = { of: stored.map((unit) => unit), step: 7 };
    expect(shown({ name: "effect", effects })).toMatchObject({
      rows: { units: stored.toReversed() },
      step: 7,
    });
    const next = { of: stored.map((unit) => -unit), step: 8 };
    expect(shown({ name: "effect", effects: next })).toMatchObject({ rows: { units: stored }, step: 8 });
    // In an order by another number they are of no account.
    expect(shown({ name: "mean", effects }).rows.units).toEqual(byMean);
  });
});
