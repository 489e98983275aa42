/** What a cell is to the network around it: parameters, states, gates by name, and its steps of the plan. */
import type { PlanBuilder } from "../../plan/builder";

/** Where a cell stands: one layer and direction of a network, T steps of B sequences, I numbers in, H units. */
export interface CellSite {
  readonly plan: PlanBuilder;
  readonly T: number;
  readonly B: number;
  readonly I: number;
  readonly H: number;
  /** 1 for the direction that runs from the last step to the first. */
  readonly reverse: 0 | 1;
  /** The tensor [T, B, I] it reads. */
  readonly x: string;
  /** The layer's own name of a tensor or parameter: `gates` becomes `gates_l1_reverse`. */
  readonly named: (name: string) => string;
  /** Tensors of the optional slots of forward recurrences. */
  readonly options: Readonly<Partial<Record<"lengths" | "stateMask" | "edits", string>>>;
  /** What the backward pass is to compute beside the gradients of the states. */
  readonly wanted: {
    readonly parameters: boolean;
    /** The tensor [T, B, I] for the gradient of x, or null. */
    readonly x: string | null;
  };
}

/** A named part of a row of the tensor `gates` [T, B, W]. */
export interface GatePlane {
  readonly name: string;
  readonly first: number;
  readonly width: number;
  /** `share` lies in 0 to 1, `signed` in -1 to 1, `sum` anywhere. */
  readonly range: "share" | "signed" | "sum";
  /** It follows from others, and cannot be changed by itself. */
  readonly derived?: true;
}

export interface ParameterShape {
  readonly name: string;
  readonly shape: readonly number[];
  /** Multiplies the state alone: an initialization may want it orthogonal. */
  readonly recurrent?: true;
  /** The rows from `first` to before `end` that a forget bias is added to. */
  readonly forgetRows?: { readonly first: number; readonly end: number };
}

/**
 * `forward` and `backward` find the tensors `state` [S, T + 1, B, H], `hBefore` and `hOut` [T, B, H] (views of its first
 * block), and in the backward pass `dH` [T, B, H], declared under the layer's names. `forward` leaves the states in
 * `state` and declares `gates`, if the cell has any. `backward` leaves the gradients of all parameters, and of x where it
 * is wanted.
 */
export interface Cell {
  /** The states it carries from step to step, `h` first; S of them. */
  readonly states: readonly string[];
  parameters(I: number, H: number): readonly ParameterShape[];
  gates(I: number, H: number): readonly GatePlane[];
  forward(site: CellSite): void;
  backward(site: CellSite): void;
  /** Adds what `forward` computes on the way and does not keep, for pictures of the cell. */
  inspect?(site: CellSite): void;
}

/** Gates of H units each, one after the other. */
export function gatesInARow(
  H: number,
  gates: readonly (readonly [name: string, range: GatePlane["range"]])[],
): GatePlane[] {
  return gates.map(([name, range], i) => ({ name, first: i * H, width: H, range }));
}

/** The numbers in a row of planes. */
export const rowWidth = (planes: readonly Pick<GatePlane, "width">[]): number =>
  planes.reduce((sum, { width }) => sum + width, 0);

/** A named part of the E values of a step that can be changed. */
export type EditableValue = Pick<GatePlane, "name" | "first" | "width">;

/** What can be changed, the gates one after the other and then the states. */
export function editableValues(cell: Cell, I: number, H: number): readonly EditableValue[] {
  const gates = cell.gates(I, H).filter(({ derived }) => !derived);
  let first = 0;
  return [...gates, ...cell.states.map((name) => ({ name, width: H }))].map(({ name, width }) => {
    const value = { name, first, width };
    first += width;
    return value;
  });
}

export const gradientName = (parameter: string) => `gradient/${parameter}`;
