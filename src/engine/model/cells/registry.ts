/** Every cell there is, by the name that configurations use. */
import type { Cell } from "./cell";
import { fourGate } from "./fourGate";
import { gru } from "./gru";
import { gruResetBefore } from "./gruResetBefore";
import { lstm } from "./lstm";
import { rnn } from "./rnn";

export const cells = { gru, gruResetBefore, fourGate, lstm, rnn } as const satisfies Readonly<
  Record<string, Cell>
>;

export type CellName = keyof typeof cells;

export const cellNames = Object.keys(cells) as readonly CellName[];
