import { expect, it } from "vitest";
import { twoBidirectional } from "../../store/sessionFixture";
import { englishWords } from "../../words/english";
import { layerAbout, layerName, layerShapes } from "./layerWords";

const both = layerShapes(twoBidirectional(1), null);
const forwards = both.filter(({ reverse }) => !reverse);

it("names layers, and their directions where there are two", () => {
  expect(forwards.map((_, i) => layerName(englishWords, forwards, i))).toEqual(["layer 1", "layer 2"]);
  expect(both.map((_, i) => layerName(englishWords, both, i))).toEqual([
    "layer 1, forwards",
    "layer 1, backwards",
    "layer 2, forwards",
    "layer 2, backwards",
  ]);
});

it("says what a layer has and what it reads", () => {
  expect(layerAbout(englishWords, forwards, 1)).toBe("3\u00a0units; reads layer 1.");
  expect(layerAbout(englishWords, both, 1)).toBe(
    "5\u00a0units; reads the sequence, from the last step to the first.",
  );
  expect(layerAbout(englishWords, both, 3)).toBe(
    "3\u00a0units; reads both directions of layer 1, from the last step to the first.",
  );
});

it("keeps the list of layers as long as they are the same", () => {
  expect(layerShapes(twoBidirectional(9), both)).toBe(both);
  expect(layerShapes(forwards, both)).toEqual(forwards);
  const wider = both.map((shape) => ({ ...shape, hiddenSize: 8 }));
  expect(layerShapes(wider, both)).toEqual(wider);
});
