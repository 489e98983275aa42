import type { Weight } from "../network";
import type { Attribute, IntegerTensor, OnnxGraph, OnnxNode, OnnxValue } from "./onnxMessages";

/** Gathers the nodes of a graph, in their order, and what they need. Each adder gives the name of what it added. */
export class GraphBuilder {
  readonly #nodes: OnnxNode[] = [];
  readonly #initializers = new Map<string, Weight | IntegerTensor>();
  readonly #inputs: OnnxValue[] = [];

  input(value: OnnxValue): string {
    this.#inputs.push(value);
    return value.name;
  }

  weight(name: string, weight: Weight): string {
    this.#initializers.set(name, weight);
    return name;
  }

  integers(name: string, integers: readonly number[]): string {
    this.#initializers.set(name, { integers });
    return name;
  }

  /** Whether a node has given a value this name. */
  has(name: string): boolean {
    return this.#nodes.some(({ outputs }) => outputs.includes(name));
  }

  /** With one output. */
  node(op: string, inputs: readonly string[], output: string, attributes: readonly Attribute[] = []): string {
    this.#nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  }

  /** With several. */
  nodes(node: OnnxNode): void {
    this.#nodes.push(node);
  }

  build(name: string, outputs: readonly OnnxValue[]): OnnxGraph {
    return { name, nodes: this.#nodes, initializers: this.#initializers, inputs: this.#inputs, outputs };
  }
}
