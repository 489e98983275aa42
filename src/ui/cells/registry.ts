/** What people see of every cell, by the name that settings use. */
import type { CellName } from "../../session/settings";
import type { CellDescription } from "./cellDescription";
import { fourGate } from "./fourGate";
import { gru } from "./gru";
import { gruResetBefore } from "./gruResetBefore";
import { lstm } from "./lstm";
import { rnn } from "./rnn";

export const cellDescriptions: Readonly<Record<CellName, CellDescription>> = {
  gru,
  gruResetBefore,
  fourGate,
  lstm,
  rnn,
};
