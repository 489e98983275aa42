import type { Words } from "../../words/catalogue";

/** By which the catalogue knows a gate, a state or an input. */
export type QuantityName = keyof Words["cells"]["quantities"];
