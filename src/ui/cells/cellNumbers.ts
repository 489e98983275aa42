/** What the layer reads at the step. */
export type LayerInput =
  | { readonly kind: "symbol"; readonly symbol: string }
  | { readonly kind: "features" }
  /** What all directions of the layer below give, counted from 1 as people do. */
  | { readonly kind: "layer"; readonly number: number };

/** The numbers inside one unit of a layer at one time step: everything that its cell's diagram shows. */
export interface CellNumbers {
  readonly time: number;
  readonly unit: number;
  readonly input: LayerInput;
  /** By node; null where a node is no number, as the input is none, or where the layer does not keep it. */
  readonly of: Readonly<Record<string, number | null>>;
}
