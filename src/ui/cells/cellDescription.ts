/**
 * What people see of a cell: its rows on the stage, and a diagram whose nodes have equations and whose wires carry numbers; what
 * is said of them stands in the catalogue, by the names that are given here. Plain data, one file a cell; the stage's diagram,
 * table and lanes read nothing else. A test holds it to the engine: from random weights, every equation gives the number of its node.
 */
import type { AllWords, Words } from "../../words/catalogue";
import type { ScaleName } from "../stage/paint/colourScale";
import type { CellLayout } from "./cellLayout";
import type { CellNumbers } from "./cellNumbers";
import type { QuantityName } from "./quantityName";

/** What a quantity does in its cell, which gives it its colour: keep, let in, offer, show, carry inside, be the state. */
export type Role = "z" | "r" | "n" | "o" | "c" | "h";

/** A heatmap of the stage. */
export interface CellRow {
  /** Its letter: its name among the layer's planes or states, and the node that computes it. */
  readonly id: string;
  readonly name: QuantityName;
  readonly meaning: keyof Words["cells"]["meanings"];
  readonly scale: ScaleName;
  readonly role: Role;
  readonly from: "gates" | "states";
  /** Whether it has a value for each hidden unit, or for each input. */
  readonly of: "units" | "inputs";
}

/** Where a layer keeps a node's number. */
export type NumberSource =
  /** A gate of the unit; or one of the inputs, which belong to no unit: its mean; a state after the step, and before it. */
  | { readonly kind: "gate" | "meanGate" | "state" | "oldState"; readonly name: string }
  /** What x or the old state sends into a gate; `gate` counts them in the order of these arrays. */
  | { readonly kind: "inputPart" | "hiddenPart"; readonly gate: number };

/** What x or the old states send into a gate. */
export interface PartNote {
  readonly of: "input" | "oldState";
  readonly into: keyof AllWords["cellNotes"]["targets"];
  readonly bias: boolean;
}

/** By which the catalogue knows a node's name and explanation (`noteWords`). */
export type NodeNote = keyof AllWords["cellNotes"]["nodes"] | PartNote;

export interface CellNode<Id extends string = string> {
  readonly note: NodeNote;
  /** What is written in the node, `W_hz` with a subscript; null for what is read at the step. */
  readonly face: string | null;
  readonly shape: "box" | "gate" | "operation";
  readonly role: Role | null;
  /** The equation in LaTeX. With a t it is meant forwards; see `equationOf`. */
  readonly tex: string;
  /** What its number is called on its wire, and whether that is left out where there is little room. */
  readonly called?: { readonly text: string; readonly optional?: true };
  /** The colours of its wire. Numbers beyond a scale's ends take the ends' colours. */
  readonly scale: ScaleName;
  /** The nodes whose numbers come in, in the order of `compute`'s arguments. */
  readonly from: readonly Id[];
  /** The nodes that all units see, as a vector, of which this unit's row of weights makes a number. */
  readonly sees: readonly Id[];
  /** Null for a node that is no function of single numbers. */
  readonly compute: ((...inputs: number[]) => number) | null;
  /** Null for a number that no array keeps: it is computed. */
  readonly source: NumberSource | null;
  /** The equation with the numbers of a step and unit. */
  readonly numbers: (numbers: CellNumbers, words: AllWords) => string;
}

/** Which share of a state a gate keeps at a step: itself, or what it leaves of 1. */
export interface KeptShare {
  readonly state: "h" | "c";
  readonly gate: string;
  readonly is: "kept" | "replaced";
}

export interface CellDescription<Id extends string = string> {
  /** From the top. */
  readonly rows: readonly CellRow[];
  /** Null for a cell that has no gate to keep with. */
  readonly keeps: KeptShare | null;
  /** In the order in which the cell computes them, which is also the order of the tab key. */
  readonly nodes: Readonly<Record<Id, CellNode<Id>>>;
  /** Shown as long as nothing is pointed at. */
  readonly result: Id;
  readonly wide: CellLayout<Id>;
  /** For phones. */
  readonly compact: CellLayout<Id>;
}

/** Whether a node's number is a share by which others are multiplied, and not one that is passed on. */
export const isControl = ({ scale }: Pick<CellNode, "scale">): boolean => scale === "gate";

/** The equation in the direction of a layer: backwards, the step before is the one to the right. */
export const equationOf = ({ tex }: Pick<CellNode, "tex">, reverse: boolean): string =>
  reverse ? tex.replaceAll("t-1", "t+1") : tex;

const plainSigns: readonly (readonly [RegExp, string])[] = [
  [/\\sigma/g, "σ"],
  [/\\tanh/g, "tanh"],
  [/\\odot/g, "⊙"],
  [/\\,/g, " "],
  [/'/g, "′"],
  [/-/g, "−"],
  [/_\{([^}]*)\}/g, "_$1"],
];

/** An equation in LaTeX as plain text, until it is typeset: `W_hz h′ + b_hz`. */
export const plainEquation = (tex: string): string =>
  plainSigns.reduce((text, [pattern, sign]) => text.replace(pattern, sign), tex);
