import { describe, expect, it } from "vitest";
import { type ClassAnswer, nextSymbols, predictions } from "./predictions";

const answer: ClassAnswer = {
  kind: "class",
  at: "every",
  labels: ["a", "b", " ", "c"],
  truth: Int32Array.of(1, 2, -1),
  next: true,
  // [3, 4]
  probabilities: new Float32Array([
    0.125, 0.5, 0.25, 0.125, 0.5, 0.0625, 0.1875, 0.25, 0.25, 0.25, 0.25, 0.25,
  ]),
};

describe("predictions", () => {
  it("takes the most probable symbol and compares it with the one that follows", () => {
    expect(predictions(answer)).toEqual([
      { symbol: "b", probability: 0.5, right: true },
      { symbol: "a", probability: 0.5, right: false },
      { symbol: "a", probability: 0.25, right: null },
    ]);
  });
});

describe("nextSymbols", () => {
  it("lists the best first and marks the one that follows", () => {
    expect(nextSymbols(answer, 0, 3)).toEqual({
      top: [
        { symbol: "b", probability: 0.5, actual: true },
        { symbol: " ", probability: 0.25, actual: false },
        { symbol: "a", probability: 0.125, actual: false },
      ],
      actual: { symbol: "b", probability: 0.5, rank: 1 },
    });
  });

  it("says the place of a symbol that is not among the best", () => {
    const { top, actual } = nextSymbols(answer, 1, 2);
    expect(top.map(({ symbol }) => symbol)).toEqual(["a", "c"]);
    expect(actual).toEqual({ symbol: " ", probability: 0.1875, rank: 3 });
  });

  it("knows of nothing after the last step, and lists no more than there is", () => {
    const { top, actual } = nextSymbols(answer, 2, 8);
    expect(top.map(({ symbol }) => symbol)).toEqual(["a", "b", " ", "c"]);
    expect(actual).toBeNull();
  });
});
