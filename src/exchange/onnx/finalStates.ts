import type { ReadGraph, ReadNode } from "./readOnnx";

/** The hidden states of one direction of a layer after its last step, [B, H]. */
interface FinalState {
  readonly node: ReadNode;
  readonly direction: number;
}

/** Of four layers in both directions. */
const mostStates = 8;

/**
 * The final states of which a value consists, in their order; null where it is anything else. PyTorch's h_n has those of all layers
 * along its first dimension, of which a module takes some, and puts them side by side.
 */
export function finalStates(graph: ReadGraph, value: string): readonly FinalState[] | null {
  const known = new Map<string, readonly FinalState[] | null>();
  const of = (name: string, depth: number): readonly FinalState[] | null => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = depth > mostSteps ? null : statesOf(graph, name, (input) => of(input, depth + 1));
    known.set(name, found);
    return found;
  };
  return of(value, 0);
}

const mostSteps = 64;

type StatesOf = (name: string) => readonly FinalState[] | null;

function statesOf({ makers, integers }: ReadGraph, name: string, of: StatesOf) {
  const node = makers.get(name);
  if (!node) return null;
  const { op, inputs, outputs, attributes } = node;
  const given = () => of(inputs[0] ?? "");
  const isAlongFirst = (attributes.get("axis")?.int ?? 0) === 0;
  const [place] = integers.get(inputs[1] ?? "") ?? [];
  switch (op) {
    case "GRU":
    case "LSTM":
    case "RNN":
      return outputs[1] === name ? ofLayer(node) : null;
    case "Identity":
    case "Dropout":
    case "Squeeze":
    case "Unsqueeze":
    case "Transpose":
      return given();
    case "Reshape": {
      // Of several, [D, B, H] has to become [B, D, H] before it becomes [B, D·H].
      const states = given();
      return states?.length === 1 || makers.get(inputs[0] ?? "")?.op === "Transpose" ? states : null;
    }
    case "Gather": {
      const one = isAlongFirst && place !== undefined ? given()?.at(place) : undefined;
      return one ? [one] : null;
    }
    case "Split": {
      const states = isAlongFirst ? given() : null;
      return states?.length === outputs.length ? [states[outputs.indexOf(name)]] : null;
    }
    case "Concat": {
      const all = inputs.map(of);
      const states = all.flatMap((some) => some ?? []);
      return all.includes(null) || states.length > mostStates ? null : states;
    }
    default:
      return null;
  }
}

const ofLayer = (node: ReadNode): readonly FinalState[] =>
  node.attributes.get("direction")?.text === "bidirectional"
    ? [0, 1].map((direction) => ({ node, direction }))
    : [{ node, direction: 0 }];
