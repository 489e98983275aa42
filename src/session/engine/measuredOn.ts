import type { Say } from "../../words/message";
import type { OpenDataset } from "./dataset";
import { heldOutIndices } from "./heldOutIndices";

/** For who measures a network elsewhere: the examples that it is measured on here, and what names its columns. */
export function measuredOn({ heldOut }: OpenDataset, say: Say) {
  return { indices: heldOut.kind === "examples" ? heldOutIndices(heldOut.examples) : [], say };
}
