import { expect, it } from "vitest";
import { inEnglish } from "../../words/english";
import type { Weight } from "../network";
import { zeros } from "../rows";
import { recogniseStateDict } from "./recogniseStateDict";

const gru = (prefix: string, I: number, H: number): readonly [string, Weight][] => [
  [`${prefix}weight_ih_l0`, zeros([3 * H, I])],
  [`${prefix}weight_hh_l0`, zeros([3 * H, H])],
];
const config = (...tensors: readonly (readonly [string, Weight])[]) => {
  const result = recogniseStateDict(new Map(tensors));
  return result.ok ? result.value.config : inEnglish(result.problem);
};

it("takes a matrix without a bias for the embedding, whatever it is called", () => {
  const head = [["out.weight", zeros([4, 5])] as const, ["out.bias", zeros([4])] as const];
  const read = { input: { kind: "embedding", vocabularySize: 7, size: 3 }, head: { size: 4 } };
  expect(config(["lookup.weight", zeros([7, 3])], ...gru("rnn.", 3, 5), ...head)).toMatchObject(read);
  const wide = { input: { kind: "embedding", vocabularySize: 7, size: 5 }, head: { size: 4 } };
  expect(config(["lookup.weight", zeros([7, 5])], ...gru("rnn.", 5, 5), ...head)).toMatchObject(wide);
});

it("takes the only matrix that reads the states for the head", () => {
  const read = { input: { kind: "features", size: 5 }, head: { size: 4 } };
  expect(config(...gru("rnn.", 5, 5), ["out.weight", zeros([4, 5])])).toMatchObject(read);
});

it.each([
  ["norm.weight", zeros([5])],
  ["mid.weight", zeros([5, 5])],
  ["into.bias", zeros([3])],
  ["h0", zeros([1, 1, 5])],
] as const)("%s is of a part that is not known", (name, weight) => {
  const head = ["out.weight", zeros([4, 5])] as const;
  expect(config(...gru("rnn.", 3, 5), [name, weight], head)).toContain(`“${name}”`);
});
