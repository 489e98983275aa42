/** What can be seen of a network at first sight: how far its gates are open or shut, and which units follow what is known of the text. */
import { areaUnderCurve } from "../../src/data/evaluation/areaUnderCurve";
import { factsOfText, type TextFact, textFacts } from "../../src/data/textFacts";
import type { Backend } from "../../src/engine/backends/backend";
import { type Inspection, Inspector } from "../../src/engine/train/inspector";
import type { Trainer } from "../../src/engine/train/trainer";

/** Shares of all units and steps: of each gate below 0.1 and above 0.9, of h beyond 0.9 on either side. */
export interface Saturation {
  readonly gates: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
  readonly state: number;
}

/**
 * The unit whose h tells a fact best, and the area under its curve; `sign` is −1 where h is lower with the fact than without. `after`:
 * of the places `settled` symbols after the fact began to hold, or ended, the share at which h is on the side of 0 that goes with the fact.
 */
export interface FollowingUnit {
  readonly unit: number;
  readonly area: number;
  readonly sign: 1 | -1;
  readonly after: { readonly beginning: number; readonly end: number };
}

export interface NetworkReport {
  readonly saturation: Saturation;
  /** Facts that hold everywhere or nowhere are left out. */
  readonly units: ReadonlyMap<TextFact, FollowingUnit>;
}

/**
 * Looks at the first layer while the network reads a text once from its beginning to its end.
 *
 * @param tokens of what is held out
 */
export async function networkReport(
  { executable, network: { config, vocabulary } }: Trainer,
  backend: Backend,
  tokens: Int32Array,
): Promise<NetworkReport> {
  const inspector = await Inspector.create(backend, config, { length: tokens.length }, executable);
  const inspection = await inspector.inspect(tokens);
  inspector.destroy();
  const symbols = Array.from(tokens, (id) => vocabulary[id]);
  return { saturation: saturationOf(inspection), units: followingUnits(inspection, symbols) };
}

function saturationOf({ layers: [layer] }: Inspection): Saturation {
  const { planes, gates, state, hiddenSize } = layer;
  const width = planes.reduce((sum, plane) => sum + plane.width, 0);
  const shares = planes
    .filter(({ range }) => range === "share")
    .map(({ name, first, width: own }) => {
      const values = gates.filter((_, i) => i % width >= first && i % width < first + own);
      return [name, { low: shareOf(values, (x) => x < 0.1), high: shareOf(values, (x) => x > 0.9) }] as const;
    });
  // The first row is the state before anything is read.
  return {
    gates: new Map(shares),
    state: shareOf(state.subarray(hiddenSize), (x) => Math.abs(x) > 0.9),
  };
}

const shareOf = (values: Float32Array, is: (value: number) => boolean) =>
  values.reduce((count, value) => count + (is(value) ? 1 : 0), 0) / values.length;

function followingUnits(
  { layers: [{ state, hiddenSize }] }: Inspection,
  symbols: readonly string[],
): NetworkReport["units"] {
  const facts = factsOfText(symbols);
  const statesOf = (unit: number) => symbols.map((_, t) => state[(t + 1) * hiddenSize + unit]);
  const states = Array.from({ length: hiddenSize }, (_, unit) => statesOf(unit));
  const told = textFacts.filter((fact) => facts[fact].includes(0) && facts[fact].includes(1));
  return new Map(told.map((fact) => [fact, bestOf(states, facts[fact])]));
}

function bestOf(states: readonly number[][], holds: Uint8Array): FollowingUnit {
  const all = states.map((values, unit) => {
    const area = areaUnderCurve(values, holds);
    return { unit, area: Math.max(area, 1 - area), sign: area < 0.5 ? (-1 as const) : (1 as const) };
  });
  const best = all.reduce((best, one) => (one.area > best.area ? one : best));
  const { unit, sign } = best;
  const isWithFact = states[unit].map((h) => Math.sign(h) === sign);
  return {
    ...best,
    after: { beginning: shareAfter(isWithFact, holds, 1), end: shareAfter(isWithFact, holds, 0) },
  };
}

const settled = 6;

/** Of the places `settled` symbols after the fact came to be `now`, and has been so since, the share at which something is so. */
function shareAfter(isSo: readonly boolean[], holds: Uint8Array, now: 0 | 1): number {
  const places = isSo.flatMap((is, t) => {
    const since = t - settled;
    return since > 0 && holds[since - 1] !== now && holds.subarray(since, t + 1).every((one) => one === now)
      ? [is]
      : [];
  });
  return places.filter((is) => is).length / places.length;
}
