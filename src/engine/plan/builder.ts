import {
  type ElementType,
  elementCount,
  type ParameterTable,
  type Plan,
  type Role,
  type Section,
  type Step,
  type Tensor,
} from "./plan";

/** Collects the tensors and steps of a plan; refuses a name used twice and a step on a tensor that is not there. */
export class PlanBuilder {
  readonly #tensors = new Map<string, Tensor>();
  readonly #steps: Record<Section, Step[]> = { forward: [], backward: [], update: [] };

  /** Declares a tensor and returns its name. */
  tensor(name: string, shape: readonly number[], role: Role, type: ElementType = "f32"): string {
    return this.#add({ name, shape, role, type });
  }

  /** Declares a bank and one view in it for every entry of the table, each name after `prefix`. */
  bank(name: string, role: Role, table: ParameterTable, prefix: string): void {
    this.#add({ name, shape: [table.length], role, type: "f32" });
    for (const entry of table.entries) {
      const view = { of: name, offset: entry.offset };
      this.#add({ name: `${prefix}${entry.name}`, shape: entry.shape, role, type: "f32", view });
    }
  }

  /** Declares a name for part of an earlier tensor, from element `offset`, and returns it. Views of views are views. */
  view(name: string, of: string, offset: number, shape: readonly number[]): string {
    const seen = this.#tensors.get(of);
    if (!seen) throw new Error(`"${name}" is a view of "${of}", which was not declared.`);
    const view = { of: seen.view?.of ?? of, offset: (seen.view?.offset ?? 0) + offset };
    return this.#add({ name, shape, role: seen.role, type: seen.type, view });
  }

  step(section: Section, op: string, tensors: Record<string, string>, dims: Record<string, number>): void {
    for (const [slot, name] of Object.entries(tensors)) {
      if (!this.#tensors.has(name)) throw new Error(`${op}.${slot}: no tensor "${name}" was declared.`);
    }
    this.#steps[section].push({ op, tensors, dims });
  }

  build(): Plan {
    return { tensors: [...this.#tensors.values()], ...this.#steps };
  }

  #add(tensor: Tensor): string {
    if (this.#tensors.has(tensor.name)) throw new Error(`Tensor "${tensor.name}" is declared twice.`);
    if (elementCount(tensor.shape) < 1 || tensor.shape.some((size) => !Number.isInteger(size))) {
      throw new RangeError(`Tensor "${tensor.name}" has the impossible shape [${tensor.shape.join(", ")}].`);
    }
    this.#tensors.set(tensor.name, tensor);
    return tensor.name;
  }
}
