/** What both forms of the GRU have in common: how the update gate mixes the old state and the candidate. */
import type { CellNode } from "./cellDescription";
import { newState, oneMinus, product, sigmoidGate, sum } from "./commonNodes";
import { formula } from "./formula";

export const gates = {
  r: { letter: "r", gate: "the reset gate", place: 0 },
  z: { letter: "z", gate: "the update gate", place: 1 },
  n: { letter: "n", gate: "the candidate", place: 2 },
} as const;

/** @param bias whether the part from the old state has a bias of its own */
export const updateGate = (bias: boolean): CellNode<"inputZ" | "hiddenZ"> =>
  sigmoidGate({
    letter: "z",
    name: "Update gate z",
    role: "z",
    meaning: "How much of the old state stays: 1 keeps it, 0 takes the candidate instead.",
    bias,
    from: ["inputZ", "hiddenZ"],
  });

export const resetGate = (bias: boolean): CellNode<"inputR" | "hiddenR"> =>
  sigmoidGate({
    letter: "r",
    name: "Reset gate r",
    role: "r",
    meaning: "How much the old state has a say in the candidate: 1 all, 0 none.",
    bias,
    from: ["inputR", "hiddenR"],
  });

const tex = "h = (1 - z) \\odot n + z \\odot h'";

/** From z, n and h′ to the new state, in the order in which it is computed. */
export const mixture = {
  keep: product({
    id: "keep",
    name: "Kept of the old state",
    role: "z",
    meaning: "The share of the old state that stays.",
    tex: "z \\odot h'",
    called: "z⊙h′",
    from: ["z", "hPrevious"],
  }),
  oneMinus: oneMinus("z", {
    id: "oneMinus",
    name: "One minus z",
    role: "z",
    meaning: "What the update gate does not keep is free for the candidate.",
  }),
  take: product({
    id: "take",
    name: "Taken of the candidate",
    role: "n",
    meaning: "The share of the candidate that enters the state.",
    tex: "(1 - z) \\odot n",
    called: "(1−z)⊙n",
    from: ["oneMinus", "n"],
  }),
  sum: sum({
    id: "sum",
    letter: "h",
    role: "h",
    scale: "state",
    meaning: "What is kept and what is taken make the new state.",
    tex,
    from: ["take", "keep"],
  }),
  h: newState({
    letter: "h",
    name: "New state h",
    role: "h",
    scale: "state",
    meaning:
      "This unit’s hidden state now: a mixture of the old state and the candidate, weighed by the update gate.",
    tex,
    from: "sum",
    numbers: formula("h = (1 − {z}) · {n} + {z} · {hPrevious} = {h}"),
  }),
} as const;
