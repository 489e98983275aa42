/** For tests: a dataset as a reader makes it, of two texts. */
import type { SequencesData } from "../../data/examples";

const one = Int32Array.of(0);

export const sequencesFixture: SequencesData = {
  kind: "sequences",
  name: "letters.zip",
  sizeBytes: 1,
  decisions: [],
  suggested: {},
  input: { kind: "symbols", symbols: ["kind", "harsh"] },
  answer: { kind: "class", at: "last", labels: ["a", "b"] },
  lengths: one,
  inputs: one,
  answers: one,
  names: ["a/1.txt"],
  train: one,
  heldOut: one,
};
