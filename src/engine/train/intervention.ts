/** Surgery on a network while it reads: gates and states of chosen units held, scaled or replaced at chosen steps. */
import { type EditableValue, editableValues, rowWidth } from "../model/cells/cell";
import { cells } from "../model/cells/registry";
import { directions, type NetworkConfig } from "../model/config";

export interface Intervention {
  readonly layer: number;
  readonly reverse?: 0 | 1;
  /** A gate or state by the cell's own name of it: `z`, `c`, `h`. */
  readonly value: string;
  readonly units: readonly number[] | "all";
  /** Time steps. */
  readonly steps: readonly number[] | "all";
  /**
   * `clamp` holds at one value, `scale` multiplies, `replace` gives one value a time step (those of the chosen steps are
   * used). It happens as soon as the value is computed, and everything after it follows.
   */
  readonly action:
    | { readonly kind: "clamp"; readonly to: number }
    | { readonly kind: "scale"; readonly by: number }
    | { readonly kind: "replace"; readonly with: readonly number[] };
}

/** The tensors `edits` [2, T, E] of all layers and directions. Throws `RangeError` where an intervention fits nowhere. */
export function editsTensor(config: NetworkConfig, T: number, interventions: readonly Intervention[]) {
  const all = directions(config).map((direction) => {
    const values = editableValues(cells[config.cell], direction.inputSize, direction.hiddenSize);
    const E = rowWidth(values);
    return { direction, values, tensor: new Float32Array(2 * T * E).fill(1, 0, T * E) };
  });
  for (const one of interventions) {
    const target = all.find(
      ({ direction }) => direction.layer === one.layer && direction.reverse === (one.reverse ?? 0),
    );
    if (!target) throw new RangeError(`The network has no layer ${one.layer} in that direction.`);
    apply(target.tensor, target.values, T, one);
  }
  return all.map(({ direction: { suffix }, tensor }) => ({ suffix, tensor }));
}

function apply(tensor: Float32Array, values: readonly EditableValue[], T: number, one: Intervention): void {
  const E = rowWidth(values);
  const value = values.find(({ name }) => name === one.value);
  if (!value) {
    const names = values.map(({ name }) => name).join(", ");
    throw new RangeError(`"${one.value}" cannot be changed here; ${names} can.`);
  }
  for (const t of chosen(one.steps, T, "time step")) {
    for (const unit of chosen(one.units, value.width, "unit")) {
      const at = t * E + value.first + unit;
      const { scale, offset } = lineOf(one.action, t);
      if (!Number.isFinite(scale) || !Number.isFinite(offset))
        throw new RangeError(`"${one.value}" can be changed by finite numbers only.`);
      // Of two interventions on one value, the second acts on what the first has made of it.
      tensor[T * E + at] = tensor[T * E + at] * scale + offset;
      tensor[at] *= scale;
    }
  }
}

function lineOf(action: Intervention["action"], t: number): { scale: number; offset: number } {
  switch (action.kind) {
    case "clamp":
      return { scale: 0, offset: action.to };
    case "scale":
      return { scale: action.by, offset: 0 };
    case "replace":
      if (action.with[t] === undefined) throw new RangeError(`There is no value for time step ${t}.`);
      return { scale: 0, offset: action.with[t] };
  }
}

/** Each once, however often it is named. */
function chosen(which: readonly number[] | "all", count: number, what: string): readonly number[] {
  if (which === "all") return Array.from({ length: count }, (_, i) => i);
  const wrong = which.find((i) => !Number.isInteger(i) || i < 0 || i >= count);
  if (wrong !== undefined) throw new RangeError(`There is no ${what} ${wrong}: they are 0 to ${count - 1}.`);
  return [...new Set(which)];
}
