/** What both forms of the GRU have in common: how the update gate mixes the old state and the candidate. */
import type { CellNode } from "./cellDescription";
import { newState, oneMinus, product, sigmoidGate, sum } from "./commonNodes";
import { formula } from "./formula";

export const gates = {
  r: { letter: "r", into: "resetGate", place: 0 },
  z: { letter: "z", into: "updateGate", place: 1 },
  n: { letter: "n", into: "candidate", place: 2 },
} as const;

/** @param bias whether the part from the old state has a bias of its own */
export const updateGate = (bias: boolean): CellNode<"inputZ" | "hiddenZ"> =>
  sigmoidGate({
    letter: "z",
    note: "updateGate",
    role: "z",
    bias,
    from: ["inputZ", "hiddenZ"],
  });

export const resetGate = (bias: boolean): CellNode<"inputR" | "hiddenR"> =>
  sigmoidGate({
    letter: "r",
    note: "resetGate",
    role: "r",
    bias,
    from: ["inputR", "hiddenR"],
  });

const tex = "h = (1 - z) \\odot n + z \\odot h'";

/** From z, n and h′ to the new state, in the order in which it is computed. */
export const mixture = {
  keep: product({
    id: "keep",
    note: "keptState",
    role: "z",
    tex: "z \\odot h'",
    called: "z⊙h′",
    from: ["z", "hPrevious"],
  }),
  oneMinus: oneMinus("z", {
    id: "oneMinus",
    note: "oneMinusZ",
    role: "z",
  }),
  take: product({
    id: "take",
    note: "takenCandidate",
    role: "n",
    tex: "(1 - z) \\odot n",
    called: "(1−z)⊙n",
    from: ["oneMinus", "n"],
  }),
  sum: sum({
    id: "sum",
    letter: "h",
    note: "stateSum",
    role: "h",
    scale: "state",
    tex,
    from: ["take", "keep"],
  }),
  h: newState({
    letter: "h",
    note: "mixedState",
    role: "h",
    scale: "state",
    tex,
    from: "sum",
    numbers: formula("h = (1 − {z}) · {n} + {z} · {hPrevious} = {h}"),
  }),
} as const;
