/** The parts of the cells' diagrams: names, explanations, and the words in equations with numbers. */
import { quoted } from "./phrases";

export const cellNotes = {
  nodes: {
    oldState: {
      name: "Old state h′",
      meaning: "This unit’s hidden state before the step; 0 before the first.",
    },
    input: { name: "Input x", meaning: "What is read at this step, as a vector that all units see." },
    updateGate: {
      name: "Update gate z",
      meaning: "How much of the old state stays: 1 keeps it, 0 takes the candidate instead.",
    },
    resetGate: {
      name: "Reset gate r",
      meaning: "How much of the old state enters the candidate: 1 all, 0 none.",
    },
    resetProduct: {
      name: "Reset applied",
      meaning: "The share of the old state’s part that the reset gate lets through to the candidate.",
    },
    resetState: {
      name: "Reset applied",
      meaning: "The share of the old state that the reset gate lets through, before any matrix product.",
    },
    resetStatePart: {
      name: "Old state into the candidate",
      meaning:
        "What the old states of all units, each after its reset gate, add to the candidate: a weighted sum.",
    },
    candidate: {
      name: "Candidate n",
      meaning: "The proposed new state, from the input and from what the reset gate lets through.",
    },
    keptState: { name: "Old state kept", meaning: "The share of the old state that stays." },
    oneMinusZ: {
      name: "One minus z",
      meaning: "What the update gate does not keep is free for the candidate.",
    },
    takenCandidate: {
      name: "Candidate taken",
      meaning: "The share of the candidate that enters the state.",
    },
    stateSum: { name: "Sum", meaning: "What is kept and what is taken make the new state." },
    mixedState: {
      name: "New state h",
      meaning:
        "This unit’s hidden state now: a mixture of the old state and the candidate, weighted by the update gate.",
    },
    hidingGate: {
      name: "Forget gate f",
      meaning: "How much of the old state is hidden from the candidate: 1 all, 0 nothing.",
    },
    oneMinusF: { name: "One minus f", meaning: "What the forget gate does not hide, the candidate sees." },
    seenState: {
      name: "Old state for the candidate",
      meaning: "The share of the old state that the candidates of all units see.",
    },
    readingGate: {
      name: "Input gate i",
      meaning:
        "How much of each input is read: 1 all, 0 none. It belongs to the inputs, not to a unit; shown is the mean.",
    },
    readInput: {
      name: "Input for the candidate",
      meaning: "The inputs, each times its input gate, as a vector that the candidates of all units see.",
    },
    openCandidate: {
      name: "Candidate c",
      meaning:
        "The proposed new state, from what the two gates let through. Its bias stands outside the tanh, so it has no bounds.",
    },
    takingGate: {
      name: "Output gate o",
      meaning: "How much of the candidate is taken: 1 all of it, 0 keeps the old state instead.",
    },
    oneMinusO: {
      name: "One minus o",
      meaning: "What the output gate does not take of the candidate is left to the old state.",
    },
    openState: {
      name: "New state h",
      meaning:
        "This unit’s hidden state now: a mixture of the candidate and the old state, weighted by the output gate.",
    },
    oldCellState: {
      name: "Old cell state c′",
      meaning: "This unit’s cell state before the step; 0 before the first.",
    },
    keepingGate: {
      name: "Forget gate f",
      meaning: "How much of the old cell state stays: 1 keeps it, 0 clears it.",
    },
    writingGate: {
      name: "Input gate i",
      meaning: "How much of the candidate is written into the cell state: 1 all, 0 none.",
    },
    writtenCandidate: { name: "Candidate g", meaning: "What may be written into the cell state." },
    showingGate: {
      name: "Output gate o",
      meaning: "How much of the cell state is shown as the hidden state: 1 all, 0 none.",
    },
    keptCellState: {
      name: "Old cell state kept",
      meaning: "The share of the old cell state that stays.",
    },
    written: { name: "Written into the cell state", meaning: "The share of the candidate that is written." },
    cellStateSum: { name: "Sum", meaning: "What is kept and what is written make the new cell state." },
    newCellState: {
      name: "New cell state c",
      meaning: "This unit’s cell state now, which the next step takes as it is.",
    },
    squashedCellState: {
      name: "tanh of the cell state",
      meaning: "Brings the cell state between −1 and 1.",
    },
    shownCellState: {
      name: "Cell state shown",
      meaning: "The share of the cell state that is seen from outside.",
    },
    shownState: {
      name: "New state h",
      meaning: "This unit’s hidden state now: what the output gate shows of the cell state.",
    },
    squashedSum: {
      name: "tanh of the sum",
      meaning: "The new state is made anew at every step: nothing keeps the old one.",
    },
    onlyState: {
      name: "New state h",
      meaning: "This unit’s hidden state now, from the input and the old states of all units.",
    },
  },
  /** Into which something comes. */
  targets: {
    updateGate: "the update gate",
    resetGate: "the reset gate",
    inputGate: "the input gate",
    forgetGate: "the forget gate",
    outputGate: "the output gate",
    candidate: "the candidate",
    newState: "the new state",
  },
  /** @param into one of the targets */
  inputPartName: ({ into }: { readonly into: string }): string => `Input into ${into}`,
  inputPartMeaning: ({ into }: { readonly into: string }): string =>
    `What the input adds to ${into} of this unit: a weighted sum and a bias.`,
  hiddenPartName: ({ into }: { readonly into: string }): string => `Old state into ${into}`,
  hiddenPartMeaning: ({ into, bias }: { readonly into: string; readonly bias: boolean }): string =>
    `What the old states of all units add to ${into} of this unit: a weighted sum${bias ? " and a bias" : ""}.`,

  /** In the place of numbers that an equation does not have; @param symbol what is read, @param formula with its number */
  rowOfUnit: ({ formula }: { readonly formula: string }): string => `this unit’s row: ${formula}`,
  rowOfUnitFor: ({ symbol, formula }: { readonly symbol: string; readonly formula: string }): string =>
    `with x for ${quoted(symbol)}, this unit’s row: ${formula}`,
  meanOfInputs: ({ formula }: { readonly formula: string }): string => `the mean of all inputs: ${formula}`,
  meanOfGate: ({ formula }: { readonly formula: string }): string => `the gate’s mean is ${formula}`,
  symbolRead: ({ symbol }: { readonly symbol: string }): string => `x = vector of ${quoted(symbol)}`,
  featuresRead: ({ step }: { readonly step: number }): string => `x = the features of step ${step}`,
  layerRead: ({ layer, step }: { readonly layer: number; readonly step: number }): string =>
    `x = the output of layer ${layer} at step ${step}`,
};
