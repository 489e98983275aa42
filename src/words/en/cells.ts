/** The rows of the stage: what is shown of each cell. */

/** Of a quantity without bounds: how its colours come about. */
const open = (letter: string) => `without bounds: the colour is ${letter} / (1 + |${letter}|)`;

export const cells = {
  quantities: {
    updateGate: "update gate",
    resetGate: "reset gate",
    inputGate: "input gate",
    forgetGate: "forget gate",
    outputGate: "output gate",
    candidate: "candidate",
    cellState: "cell state",
    hiddenState: "hidden state",
    input: "input",
    oldState: "old state",
    newState: "new state",
    oldCellState: "old cell state",
    newCellState: "new cell state",
  },
  meanings: {
    updateGate: "1 keeps the old state, 0 takes the candidate",
    resetGate: "1 lets the old state in, 0 shuts it out",
    candidate: "the proposed new state, −1\u00a0to\u00a01",
    memory: "what the network remembers, −1\u00a0to\u00a01",
    readingGate: "1 reads the input, 0 shuts it out; one for each input",
    hidingGate: "1 hides the old state from the candidate",
    openCandidate: `the proposed new state, ${open("c")}`,
    takingGate: "1 takes the candidate, 0 keeps the old state",
    openMemory: `what the network remembers, ${open("h")}`,
    writingGate: "1 writes the candidate into the cell state",
    keepingGate: "1 keeps the cell state, 0 clears it",
    writtenCandidate: "what may be written, −1\u00a0to\u00a01",
    showingGate: "1 shows the cell state as the hidden state",
    cellState: `what is kept inside, ${open("c")}`,
    shownState: "what the cell state shows, −1\u00a0to\u00a01",
    onlyState: "all that the network has, −1\u00a0to\u00a01",
  },
};
