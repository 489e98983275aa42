import type { Said } from "../../words/message";
import type { Quantity } from "../examples";

/** A number that the network sees as it is. */
export function plain(name: Said): Quantity {
  return { name, unit: null, shift: 0, scale: 1 };
}
