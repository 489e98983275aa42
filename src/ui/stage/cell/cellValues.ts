/**
 * The numbers inside one unit of the reset-after GRU cell at one time step: everything the cell diagram shows.
 *
 *     r = σ(inputR + hiddenR)        z = σ(inputZ + hiddenZ)        n = tanh(inputN + r·q)
 *     h = (1 - z)·n + z·h'
 *
 * where inputG = W_iG x + b_iG, hiddenG = W_hG h' + b_hG, q = hiddenN and h' is the state of the step before.
 */
import type { Snapshot } from "../../../session/protocol";
import { stepLabels } from "../lanes/stepLabels";

/** Which of the four blocks of the GRU's `Snapshot.gates` holds what. */
const gateBlock = { r: 0, z: 1, n: 2, q: 3 } as const;

export interface CellValues {
  readonly time: number;
  readonly unit: number;
  /** The symbol that is read at this step, or "" where features are. */
  readonly symbol: string;
  readonly hPrevious: number;
  readonly inputR: number;
  readonly inputZ: number;
  readonly inputN: number;
  readonly hiddenR: number;
  readonly hiddenZ: number;
  readonly r: number;
  readonly z: number;
  readonly n: number;
  readonly q: number;
  /** r·q: what the reset gate lets through. */
  readonly resetQ: number;
  readonly oneMinusZ: number;
  /** z·h': what is kept of the old state. */
  readonly kept: number;
  /** (1 - z)·n: what is taken of the candidate. */
  readonly taken: number;
  readonly h: number;
}

/** Null for a cell other than the GRU. @throws RangeError when the step or the unit is not in the snapshot. */
export function cellValues(snapshot: Snapshot, time: number, unit: number): CellValues | null {
  const { hiddenSize: H, steps, cell, inputPart, hiddenPart } = snapshot;
  if (cell !== "gru" || !inputPart || !hiddenPart) return null;
  if (!(time >= 0 && time < steps)) throw new RangeError(`time step ${time} is not in 0..${steps - 1}`);
  if (!Number.isInteger(unit) || unit < 0 || unit >= H)
    throw new RangeError(`unit ${unit} is not in 0..${H - 1}`);
  const gate = (block: number) => snapshot.gates[(time * 4 + block) * H + unit];
  const input = (block: number) => inputPart[(time * 3 + block) * H + unit];
  const hidden = (block: number) => hiddenPart[(time * 3 + block) * H + unit];
  const [r, z, n, q] = [gate(gateBlock.r), gate(gateBlock.z), gate(gateBlock.n), gate(gateBlock.q)];
  const hPrevious = snapshot.hidden[time * H + unit];
  return {
    time,
    unit,
    symbol: stepLabels(snapshot)[time],
    hPrevious,
    inputR: input(gateBlock.r),
    inputZ: input(gateBlock.z),
    inputN: input(gateBlock.n),
    hiddenR: hidden(gateBlock.r),
    hiddenZ: hidden(gateBlock.z),
    r,
    z,
    n,
    q,
    resetQ: r * q,
    oneMinusZ: 1 - z,
    kept: z * hPrevious,
    taken: (1 - z) * n,
    h: snapshot.hidden[(time + 1) * H + unit],
  };
}
