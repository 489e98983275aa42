/**
 * Keeps the order of the units on show: made anew when another is asked for, for another layer or run, and when training has come to rest;
 * while a network trains its rows stay where they are, so that a change is a change of the unit. Long work is done in slices between frames.
 */
import type { SnapshotLayer } from "../../../session/protocol";
import type { CellName } from "../../../session/settings";
import type { UnitOrderName } from "../../../store/state";
import { cellDescriptions } from "../../cells/registry";
import { orderUnits } from "./orderUnits";
import { asStored, onTheWay, type RowOrder } from "./rowOrder";

/** What is to be ordered. */
export interface OrderSubject {
  readonly name: UnitOrderName;
  readonly sortings: number;
  readonly runId: number;
  readonly layerIndex: number;
  readonly cell: CellName;
  readonly layer: SnapshotLayer;
  /** Of its units on an answer, the same object as long as they are the same, and the training steps behind them. */
  readonly effects: ShownEffects | null;
  /** Training steps behind what the layer does. */
  readonly step: number;
  readonly training: boolean;
  /** Whether the engine has come to rest, so that this is the last picture for now. */
  readonly resting: boolean;
}

export interface ShownEffects {
  /** [H] */
  readonly of: ArrayLike<number>;
  readonly step: number;
}

/** An order, and after how many training steps it was made. */
export interface ShownOrder {
  readonly rows: RowOrder;
  readonly step: number;
}

export interface OrderingClock {
  nowMs(): number;
  /** Calls back after what waits; gives the way to take that back. */
  later(work: () => void): () => void;
  /** Whether rows go to their places at once. */
  isStill(): boolean;
}

/** At once, with the first picture: enough for the networks that most people see. */
const atOnceMs = 12;
const sliceMs = 6;
const motionMs = 600;

const eased = (share: number) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

export class UnitOrdering {
  readonly #clock: OrderingClock;
  readonly #onChange: () => void;
  #key = "";
  #place = "";
  #shown: ShownOrder = { rows: asStored(0), step: 0 };
  #hasTrained = false;
  #effects: ShownEffects | null = null;
  #cancel: () => void = () => {};
  #motion: { readonly from: RowOrder; readonly to: RowOrder; readonly startMs: number } | null = null;

  /** @param onChange the order on show has become another: `of` gives it. */
  constructor(clock: OrderingClock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** The order to show now. Asked for in each frame in which something may be different. */
  of(subject: OrderSubject): ShownOrder {
    const { name, sortings, runId, layerIndex, cell, layer, training, resting, effects } = subject;
    const place = `${runId} ${layerIndex} ${cell} ${layer.hiddenSize}`;
    const key = `${place} ${name} ${sortings}`;
    if (training) this.#hasTrained = true;
    const hasRested = this.#hasTrained && !training && resting;
    // They come a moment after they were asked for.
    const haveCome = name === "effect" && effects?.of !== this.#effects?.of;
    this.#effects = effects;
    if (key !== this.#key || hasRested || haveCome) {
      if (hasRested) this.#hasTrained = false;
      const isElsewhere = place !== this.#place;
      [this.#key, this.#place] = [key, place];
      this.#begin(subject, isElsewhere);
    }
    this.#move();
    return this.#shown;
  }

  stop(): void {
    this.#cancel();
  }

  #begin(subject: OrderSubject, isElsewhere: boolean): void {
    this.#cancel();
    this.#motion = null;
    const { name, layer, cell, effects } = subject;
    const step = (name === "effect" && effects?.step) || subject.step;
    if (isElsewhere) this.#shown = { rows: asStored(layer.hiddenSize), step };
    if (name === "effect" && effects === null) return;
    const work = orderUnits(name, layer, cellDescriptions[cell], effects?.of ?? null);
    const goOn = (budgetMs: number): RowOrder | null => {
      const endMs = this.#clock.nowMs() + budgetMs;
      for (let part = work.next(); ; part = work.next()) {
        if (part.done) return part.value;
        if (this.#clock.nowMs() >= endMs) return null;
      }
    };
    const slice = () => {
      const found = goOn(sliceMs);
      if (found) this.#take(found, step, false);
      else this.#cancel = this.#clock.later(slice);
    };
    const found = goOn(atOnceMs);
    if (found) this.#take(found, step, isElsewhere);
    else this.#cancel = this.#clock.later(slice);
  }

  #take(to: RowOrder, step: number, isFirst: boolean): void {
    const from = this.#shown.rows;
    const isSame = from.units.every((unit, row) => to.units[row] === unit);
    const moves = !isFirst && !isSame && !this.#clock.isStill();
    this.#motion = moves ? { from, to, startMs: this.#clock.nowMs() } : null;
    this.#shown = { rows: isSame || moves ? from : to, step };
    this.#onChange();
  }

  #move(): void {
    if (!this.#motion) return;
    const { from, to, startMs } = this.#motion;
    const share = (this.#clock.nowMs() - startMs) / motionMs;
    if (share >= 1) this.#motion = null;
    this.#shown = { ...this.#shown, rows: share >= 1 ? to : onTheWay(from, to, eased(share)) };
    if (share < 1) this.#onChange();
  }
}
