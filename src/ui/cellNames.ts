/** The cells as people call them. */
const names: Readonly<Record<string, string>> = {
  gru: "GRU",
  gruResetBefore: "GRU, reset before",
  fourGate: "Four-gate GRU",
  lstm: "LSTM",
  rnn: "Simple RNN",
};

export const cellName = (cell: string): string => names[cell] ?? cell;
