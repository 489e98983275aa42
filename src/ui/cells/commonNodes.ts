/** Nodes that cells have in common: what comes in, the sums before a gate, and the new state. */

import type { AllWords } from "../../words/catalogue";
import { formatValue } from "../stage/format";
import { symbolGlyph } from "../stage/symbols";
import type { CellNode, PartNote } from "./cellDescription";
import type { CellNumbers } from "./cellNumbers";
import { formula } from "./formula";

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const nothing = { from: [], sees: [], compute: null } as const;

export const oldState: CellNode<never> = {
  ...nothing,
  note: "oldState",
  face: "h′",
  shape: "box",
  role: "h",
  tex: "h' = h_{t-1}",
  called: { text: "h′" },
  scale: "state",
  source: { kind: "oldState", name: "h" },
  numbers: formula("h′ = {hPrevious}"),
};

function inputInWords({ input, time }: CellNumbers, { cellNotes }: AllWords): string {
  switch (input.kind) {
    case "symbol":
      return cellNotes.symbolRead({ symbol: symbolGlyph(input.symbol) });
    case "features":
      return cellNotes.featuresRead({ step: time });
    case "layer":
      return cellNotes.layerRead({ layer: input.number, step: time });
  }
}

export const input: CellNode<never> = {
  ...nothing,
  note: "input",
  face: null,
  shape: "box",
  role: null,
  tex: "x = x_t",
  scale: "state",
  source: null,
  numbers: inputInWords,
};

interface Part {
  /** The gate's letter. */
  readonly letter: string;
  readonly into: PartNote["into"];
  /** Its place among the gates. */
  readonly place: number;
}

/** The number of a node whose equation is of vectors. @param template as of `formula` */
export const rowOfUnit =
  (template: string): CellNode["numbers"] =>
  (numbers, { cellNotes }) =>
    cellNotes.rowOfUnit({ formula: formula(template)(numbers) });

const part = {
  shape: "box",
  role: null,
  scale: "state",
  from: [],
  compute: null,
} as const;

/** W_iG x + b_iG of gate G; `id` is the node's own. */
export const inputPart = (id: string, { letter, into, place }: Part): CellNode<"x"> => ({
  ...part,
  note: { of: "input", into, bias: true },
  face: `W_i${letter} x + b_i${letter}`,
  tex: `W_{i${letter}}\\,x + b_{i${letter}}`,
  sees: ["x"],
  source: { kind: "inputPart", gate: place },
  numbers: (numbers, words) =>
    numbers.input.kind === "symbol"
      ? words.cellNotes.rowOfUnitFor({
          symbol: symbolGlyph(numbers.input.symbol),
          formula: formatValue(numbers.of[id]),
        })
      : rowOfUnit(`{${id}}`)(numbers, words),
});

interface HiddenPart extends Part {
  /** Whether a bias of its own is added. */
  readonly bias: boolean;
}

/** W_hG h′ + b_hG of gate G; `id` is the node's own. */
export const hiddenPart = (id: string, { letter, into, place, bias }: HiddenPart): CellNode<"hPrevious"> => ({
  ...part,
  note: { of: "oldState", into, bias },
  face: `W_h${letter} h′${bias ? ` + b_h${letter}` : ""}`,
  tex: `W_{h${letter}}\\,h'${bias ? ` + b_{h${letter}}` : ""}`,
  sees: ["hPrevious"],
  source: { kind: "hiddenPart", gate: place },
  numbers: rowOfUnit(`{${id}}`),
});

interface Gate<Id extends string> extends Pick<CellNode, "note"> {
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
  { id, ...words }: Pick<CellNode, "note" | "role"> & { id: string },
): CellNode<Id> => ({
  ...operation,
  ...words,
  face: "1−",
  tex: `1 - ${of}`,
  called: { text: `1−${of}` },
  scale: "gate",
  from: [of],
  compute: (gate) => 1 - gate,
  numbers: formula(`1 − {${of}} = {${id}}`),
});

interface Product<Id extends string> extends Pick<CellNode, "note" | "role" | "tex"> {
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

interface Sum<Id extends string> extends Pick<CellNode, "note" | "tex"> {
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
  face: "+",
  from,
  compute: (a, b) => a + b,
  numbers: formula(`${letter} = {${from[0]}} + {${from[1]}} = {${id}}`),
});

interface NewState<Id extends string> extends Pick<CellNode, "note" | "tex" | "numbers" | "scale"> {
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
