/**
 * Reber's grammar as an automaton, and the distribution of its strings. Where two arcs leave a state, each is taken half of the
 * time, except where the end could then no longer be reached within the longest string: such an arc is not taken.
 */
import type { Random } from "../../random";
import { emptyJoint } from "./entropy";

export const reberSymbols = ["B", "T", "P", "S", "X", "V", "E"];

interface Arc {
  /** Id of the symbol that it writes. */
  readonly symbol: number;
  readonly to: number;
}

/** The arcs of states 0 to 6; state 7 is the end. Every string begins with B and ends with E. */
const arcs: readonly (readonly Arc[])[] = [
  [arc("B", 1)],
  [arc("T", 2), arc("P", 3)],
  [arc("S", 2), arc("X", 4)],
  [arc("T", 3), arc("V", 5)],
  [arc("X", 3), arc("S", 6)],
  [arc("P", 4), arc("V", 6)],
  [arc("E", 7)],
];
const endState = 7;
/** Symbols of the shortest way from each state to the end. */
const toTheEnd = [5, 4, 3, 3, 2, 2, 1, 0];
export const shortestString = toTheEnd[0];

export const symbolId = (symbol: string): number => reberSymbols.indexOf(symbol);

function arc(symbol: string, to: number): Arc {
  return { symbol: reberSymbols.indexOf(symbol), to };
}

/** The arcs that may be taken with so many symbols left to write. */
function possible(state: number, left: number): readonly Arc[] {
  return arcs[state].filter(({ to }) => 1 + toTheEnd[to] <= left);
}

/** A random string of at most `longest` symbols, which is 5 or more. */
export function reberString(random: Random, longest: number): number[] {
  const string: number[] = [];
  let state = 0;
  while (state !== endState) {
    const choices = possible(state, longest - string.length);
    const { symbol, to } = choices.length === 1 ? choices[0] : choices[random.integer(0, choices.length - 1)];
    string.push(symbol);
    state = to;
  }
  return string;
}

export interface ReberStatistics {
  /** How often symbol x is followed by y in a string, in the mean: [7][7]. */
  readonly pairs: number[][];
  /** How often there are two arcs to choose from, in the mean. */
  readonly choices: number;
}

/** Exact means over all strings, step by step from the distribution of state and last symbol. */
export function reberStatistics(longest: number): ReberStatistics {
  const pairs = emptyJoint(reberSymbols.length, reberSymbols.length);
  let choices = 0;
  let weights = emptyJoint(endState + 1, reberSymbols.length);
  const start = arcs[0][0];
  weights[start.to][start.symbol] = 1;
  for (let written = 1; written < longest; written++) {
    const next = emptyJoint(endState + 1, reberSymbols.length);
    for (let state = 0; state < endState; state++) {
      const open = possible(state, longest - written);
      for (const [last, weight] of weights[state].entries()) {
        if (weight === 0) continue;
        if (open.length > 1) choices += weight;
        for (const { symbol, to } of open) {
          pairs[last][symbol] += weight / open.length;
          next[to][symbol] += weight / open.length;
        }
      }
    }
    weights = next;
  }
  return { pairs, choices };
}
