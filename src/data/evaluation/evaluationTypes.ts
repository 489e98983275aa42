/** How good a network is on what was held out. */
export type Evaluation = { readonly kind: "language"; readonly bitsPerSymbol: number };
