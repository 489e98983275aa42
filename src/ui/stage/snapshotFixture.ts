/** For tests: a snapshot of a small reset-after GRU that is computed here, in float64, from the equations. */
import type { Snapshot } from "../../session/protocol";
import { layerOf } from "../../store/sessionFixture";

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** A fixed, structured number in about -1.5..1.5 for each pair of integers. */
const weight = (i: number, j: number) => 1.5 * Math.sin(12.9898 * i + 78.233 * j + 0.5);

/** @param text the probe, T characters; @param units H. The vocabulary is the probe's characters in order, and "?". */
export function snapshotFixture(text: string, units: number): Snapshot {
  const symbols = Array.from(text);
  const vocabulary = [...new Set([...symbols, "?"])];
  const [T, H, V] = [symbols.length, units, vocabulary.length];
  const gates = new Float32Array(T * 4 * H);
  const hidden = new Float32Array((T + 1) * H);
  const inputPart = new Float32Array(T * 3 * H);
  const hiddenPart = new Float32Array(T * 3 * H);
  const probabilities = new Float32Array(T * V);
  let h = Array.from({ length: H }, () => 0);
  for (let t = 0; t < T; t++) {
    const id = vocabulary.indexOf(symbols[t]);
    const input = (row: number) => weight(row, id + 50) + weight(row, 7) / 3;
    const fromHidden = (row: number) =>
      h.reduce((sum, value, j) => sum + weight(row, j) * value, weight(row, 9) / 4);
    const next = h.map((old, unit) => {
      const x = [0, 1, 2].map((block) => input(block * H + unit));
      const s = [0, 1, 2].map((block) => fromHidden(block * H + unit));
      const [r, z] = [sigmoid(x[0] + s[0]), sigmoid(x[1] + s[1])];
      const n = Math.tanh(x[2] + r * s[2]);
      for (const [block, value] of [r, z, n, s[2]].entries()) gates[(t * 4 + block) * H + unit] = value;
      for (const [block, value] of x.entries()) inputPart[(t * 3 + block) * H + unit] = value;
      for (const [block, value] of s.entries()) hiddenPart[(t * 3 + block) * H + unit] = value;
      return (1 - z) * n + z * old;
    });
    h = next;
    hidden.set(h, (t + 1) * H);
    const scores = vocabulary.map((_, v) => Math.exp(2 * weight(t, v)));
    const total = scores.reduce((a, b) => a + b);
    probabilities.set(
      scores.map((score) => score / total),
      t * V,
    );
  }
  const unknown = { count: 0, readAs: " " };
  const truth = Int32Array.from({ length: T }, (_, t) =>
    t + 1 < T ? vocabulary.indexOf(symbols[t + 1]) : -1,
  );
  return {
    step: 3,
    cell: "gru",
    steps: T,
    sequence: { name: "", part: "own", index: null, input: { kind: "symbols", symbols, unknown } },
    answer: { kind: "class", at: "every", labels: vocabulary, probabilities, truth, next: true },
    layers: [{ ...layerOf(T, H), gates, hidden, inputPart, hiddenPart }],
  };
}
