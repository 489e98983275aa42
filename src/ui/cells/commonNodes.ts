/** Nodes that cells have in common: what comes in, the sums before a gate, and the new state. */

import { formatValue } from "../stage/format";
import { quotedSymbol } from "../stage/symbols";
import type { CellNode } from "./cellDescription";
import type { CellNumbers } from "./cellNumbers";
import { formula } from "./formula";

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const nothing = { from: [], sees: [], compute: null } as const;

export const oldState: CellNode<never> = {
  ...nothing,
  name: "Old state h′",
  face: "h′",
  shape: "box",
  role: "h",
  meaning: "This unit’s hidden state before the step; 0 before the first.",
  tex: "h' = h_{t-1}",
  called: { text: "h′" },
  scale: "state",
  source: { kind: "oldState", name: "h" },
  numbers: formula("h′ = {hPrevious}"),
};

function inputInWords({ input, time }: CellNumbers): string {
  switch (input.kind) {
    case "symbol":
      return `vector of ${quotedSymbol(input.symbol)}`;
    case "features":
      return `the features of step ${time}`;
    case "layer":
      return `what layer ${input.number} gives at step ${time}`;
  }
}

export const input: CellNode<never> = {
  ...nothing,
  name: "Input x",
  face: null,
  shape: "box",
  role: null,
  meaning: "What is read at this step, as a vector that all units see.",
  tex: "x = x_t",
  scale: "state",
  source: null,
  numbers: (numbers) => `x = ${inputInWords(numbers)}`,
};

interface Part {
  /** The gate's letter. */
  readonly letter: string;
  /** "the update gate" */
  readonly gate: string;
  /** Its place among the gates. */
  readonly place: number;
}

export const rowOfUnit = (value: number | null) => `this unit’s row: ${formatValue(value)}`;

const part = {
  shape: "box",
  role: null,
  scale: "state",
  from: [],
  compute: null,
} as const;

/** W_iG x + b_iG of gate G; `id` is the node's own. */
export const inputPart = (id: string, { letter, gate, place }: Part): CellNode<"x"> => ({
  ...part,
  name: `Input into ${gate}`,
  face: `W_i${letter} x + b_i${letter}`,
  meaning: `What the input says to ${gate} of this unit: a weighted sum and a bias.`,
  tex: `W_{i${letter}}\\,x + b_{i${letter}}`,
  sees: ["x"],
  source: { kind: "inputPart", gate: place },
  numbers: ({ of, input: read }) =>
    `${read.kind === "symbol" ? `with x for ${quotedSymbol(read.symbol)}, ` : ""}${rowOfUnit(of[id])}`,
});

interface HiddenPart extends Part {
  /** Whether a bias of its own is added. */
  readonly bias: boolean;
}

/** W_hG h′ + b_hG of gate G; `id` is the node's own. */
export const hiddenPart = (id: string, { letter, gate, place, bias }: HiddenPart): CellNode<"hPrevious"> => ({
  ...part,
  name: `Old state into ${gate}`,
  face: `W_h${letter} h′${bias ? ` + b_h${letter}` : ""}`,
  meaning: `What the old states of all units say to ${gate} of this unit: a weighted sum${bias ? " and a bias" : ""}.`,
  tex: `W_{h${letter}}\\,h'${bias ? ` + b_{h${letter}}` : ""}`,
  sees: ["hPrevious"],
  source: { kind: "hiddenPart", gate: place },
  numbers: ({ of }) => rowOfUnit(of[id]),
});

interface Gate<Id extends string> extends Pick<CellNode, "name" | "meaning"> {
  readonly letter: string;
  readonly role: CellNode["role"];
  /** Whether the part from the old state has a bias of its own. */
  readonly bias?: boolean;
  readonly from: readonly [input: Id, hidden: Id];
}

/** G = σ(W_iG x + b_iG + W_hG h′ + b_hG), or tanh of it. */
function gateOf<Id extends string>(
  { letter, from, bias = true, ...rest }: Gate<Id>,
  activation: Pick<CellNode, "face" | "scale"> & { tex: string; of: (x: number) => number },
): CellNode<Id> {
  const sum = `W_{i${letter}}\\,x + b_{i${letter}} + W_{h${letter}}\\,h'${bias ? ` + b_{h${letter}}` : ""}`;
  return {
    ...rest,
    from,
    face: activation.face,
    shape: "gate",
    tex: `${letter} = ${activation.tex}(${sum})`,
    called: { text: letter },
    scale: activation.scale,
    sees: [],
    compute: (a, b) => activation.of(a + b),
    source: { kind: "gate", name: letter },
    numbers: formula(`${letter} = ${activation.face}({${from[0]}} + {${from[1]}}) = {${letter}}`),
  };
}

export const sigmoidGate = <Id extends string>(gate: Gate<Id>): CellNode<Id> =>
  gateOf(gate, { face: "σ", tex: "\\sigma", scale: "gate", of: sigmoid });

export const tanhGate = <Id extends string>(gate: Gate<Id>): CellNode<Id> =>
  gateOf(gate, { face: "tanh", tex: "\\tanh", scale: "state", of: Math.tanh });

const operation = { shape: "operation", sees: [], source: null } as const;

/** One minus a gate. */
export const oneMinus = <Id extends string>(
  of: Id,
  words: Pick<CellNode, "name" | "meaning" | "role"> & { id: string },
): CellNode<Id> => ({
  ...operation,
  name: words.name,
  meaning: words.meaning,
  role: words.role,
  face: "1−",
  tex: `1 - ${of}`,
  called: { text: `1−${of}` },
  scale: "gate",
  from: [of],
  compute: (gate) => 1 - gate,
  numbers: formula(`1 − {${of}} = {${words.id}}`),
});

interface Product<Id extends string> extends Pick<CellNode, "name" | "meaning" | "role" | "tex"> {
  readonly id: string;
  readonly scale?: CellNode["scale"];
  /** What the product is called beside its wire. */
  readonly called?: string;
  readonly from: readonly [Id, Id];
}

export const product = <Id extends string>({
  id,
  called,
  scale = "state",
  from,
  ...words
}: Product<Id>): CellNode<Id> => ({
  ...operation,
  ...words,
  face: "⊙",
  ...(called !== undefined && { called: { text: called, optional: true } }),
  scale,
  from,
  compute: (a, b) => a * b,
  numbers: formula(`{${from[0]}} · {${from[1]}} = {${id}}`),
});

interface Sum<Id extends string> extends Pick<CellNode, "meaning" | "tex"> {
  /** The node's own name, and the letter of the state that it makes. */
  readonly id: string;
  readonly letter: string;
  readonly role: CellNode["role"];
  readonly scale: CellNode["scale"];
  readonly from: readonly [Id, Id];
}

/** Two parts that make a state. */
export const sum = <Id extends string>({ id, letter, from, ...rest }: Sum<Id>): CellNode<Id> => ({
  ...operation,
  ...rest,
  name: "Sum",
  face: "+",
  from,
  compute: (a, b) => a + b,
  numbers: formula(`${letter} = {${from[0]}} + {${from[1]}} = {${id}}`),
});

interface NewState<Id extends string>
  extends Pick<CellNode, "name" | "meaning" | "tex" | "numbers" | "scale"> {
  readonly letter: string;
  readonly role: CellNode["role"];
  readonly from: Id;
}

/** A state as it leaves the step. */
export const newState = <Id extends string>({ letter, from, ...rest }: NewState<Id>): CellNode<Id> => ({
  ...rest,
  face: letter,
  shape: "box",
  called: { text: letter },
  from: [from],
  sees: [],
  compute: (value) => value,
  source: { kind: "state", name: letter },
});
