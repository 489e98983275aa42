import type { Backend, Executable } from "../backends/backend";
import type { Cell, GatePlane } from "../model/cells/cell";
import { cells } from "../model/cells/registry";
import { type Direction, directions, inputTensor, type NetworkConfig } from "../model/config";
import { buildPlan } from "../model/network";
import { editsTensor, type Intervention } from "./intervention";

/** What one layer did in one direction. T time steps, H units, W the width of all gates, S states. */
export interface LayerInspection {
  readonly layer: number;
  readonly reverse: 0 | 1;
  readonly hiddenSize: number;
  /** The parts of a row of `gates`, under the cell's own names. */
  readonly planes: readonly GatePlane[];
  /** [T, W], or empty for a cell without gates. */
  readonly gates: Float32Array<ArrayBuffer>;
  /** The names of the states, h first. */
  readonly states: readonly string[];
  /** [S, T + 1, H]; forward, row t is before step t, reverse it is after it. */
  readonly state: Float32Array<ArrayBuffer>;
  /** What x and what the state send into each gate, [T, G, H]; null for a cell whose gates are no sums of two such parts. */
  readonly inputPart: Float32Array<ArrayBuffer> | null;
  readonly hiddenPart: Float32Array<ArrayBuffer> | null;
}

export interface Inspection {
  readonly layers: readonly LayerInspection[];
  /** [T, O], or [1, O] where the head is at the last step. */
  readonly outputs: Float32Array<ArrayBuffer>;
}

/** Runs one sequence of a fixed length through the network being trained, on its own weights, and keeps everything. */
export class Inspector {
  readonly length: number;
  readonly editable: boolean;
  readonly #executable: Executable;
  readonly #config: NetworkConfig;

  private constructor(executable: Executable, config: NetworkConfig, length: number, editable: boolean) {
    this.#executable = executable;
    this.#config = config;
    this.length = length;
    this.editable = editable;
  }

  /** @param editable whether `inspect` may be given interventions */
  static async create(
    backend: Backend,
    config: NetworkConfig,
    { length, editable = false }: { readonly length: number; readonly editable?: boolean },
    weights: Executable,
  ): Promise<Inspector> {
    const plan = buildPlan(config, { batchSize: 1, sequenceLength: length }, { mode: "inspect", editable });
    return new Inspector(await backend.load(plan, weights), config, length, editable);
  }

  /** `input`: `length` token ids, or features [length, I]. Throws `RangeError` at an intervention that fits nowhere. */
  async inspect(
    input: Int32Array | Float32Array,
    interventions: readonly Intervention[] = [],
  ): Promise<Inspection> {
    if (this.editable) this.#writeEdits(interventions);
    else if (interventions.length > 0) throw new RangeError("This inspector was not made for interventions.");
    this.#executable.write(inputTensor(this.#config.input), input);
    await this.#executable.run("forward");
    const read = await this.#readAll();
    return {
      layers: directions(this.#config).map((one) => this.#layerOf(one, read)),
      outputs: read.values("logits"),
    };
  }

  destroy(): void {
    this.#executable.destroy();
  }

  #writeEdits(interventions: readonly Intervention[]): void {
    for (const { suffix, tensor } of editsTensor(this.#config, this.length, interventions))
      this.#executable.write(`edits${suffix}`, tensor);
  }

  /** In one transfer: a GPU answers each with a delay. */
  async #readAll(): Promise<Reading> {
    const wanted = /^(?:gates|state|inputPart|hiddenPart)_l\d(?:_reverse)?$|^logits$/;
    const names = this.#executable.plan.tensors.flatMap(({ name }) => (wanted.test(name) ? [name] : []));
    const tensors = await this.#executable.read(names);
    const find = (name: string) => tensors[names.indexOf(name)] ?? null;
    return { find, values: (name: string) => find(name) ?? new Float32Array(0) };
  }

  #layerOf({ layer, reverse, hiddenSize, inputSize, suffix }: Direction, read: Reading): LayerInspection {
    const cell: Cell = cells[this.#config.cell];
    return {
      layer,
      reverse,
      hiddenSize,
      planes: cell.gates(inputSize, hiddenSize),
      gates: read.values(`gates${suffix}`),
      states: cell.states,
      state: read.values(`state${suffix}`),
      inputPart: read.find(`inputPart${suffix}`),
      hiddenPart: read.find(`hiddenPart${suffix}`),
    };
  }
}

interface Reading {
  readonly find: (name: string) => Float32Array<ArrayBuffer> | null;
  readonly values: (name: string) => Float32Array<ArrayBuffer>;
}

/** The softmax of every row of `size` logits. */
export function softmaxRows(logits: Float32Array, size: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(logits.length);
  const exponentials = new Float64Array(size);
  for (let start = 0; start < logits.length; start += size) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < size; i++) largest = Math.max(largest, logits[start + i]);
    let sum = 0;
    for (let i = 0; i < size; i++) {
      exponentials[i] = Math.exp(logits[start + i] - largest);
      sum += exponentials[i];
    }
    for (let i = 0; i < size; i++) out[start + i] = exponentials[i] / sum;
  }
  return out;
}
