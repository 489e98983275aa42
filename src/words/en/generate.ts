/** What the network writes. */
import { count, counted, quoted } from "./phrases";

const ones = { characters: "character", words: "word", steps: "time step" };

export const generate = {
  title: "Generate",
  prompt: "Prompt",
  promptHint: ({ unit }: { readonly unit: "characters" | "words" | "steps" }): string =>
    `The network reads the prompt and goes on writing, one ${ones[unit]} after another, each drawn from its own predictions. Without a prompt it begins a line.`,
  start: "Generate",
  stop: "Stop",

  temperature: "Temperature",
  temperatureHint: "Below 1 it plays safe and repeats itself; above 1 it takes risks. 0.5 to 0.9 reads best.",
  topK: "Top k",
  topKHint: "Draws from the k most probable symbols only.",
  all: "all",
  topKWanted: ({ most }: { readonly most: number }): string =>
    `A whole number from 1 to ${count(most)}, or “all”.`,
  length: "Length",
  lengthHint: ({
    unit,
    most,
  }: {
    readonly unit: "characters" | "words" | "steps";
    readonly most: number;
  }): string => `In ${ones[unit]}s, at most ${count(most)}.`,
  greedy: "Greedy",
  greedyHint: "Always the most probable symbol: nothing is left to chance, and it soon loops.",

  /** @param earlier whether an earlier run wrote it */
  written: ({
    written,
    unit,
    earlier,
    step,
    running,
  }: {
    readonly written: number;
    readonly unit: "characters" | "words";
    readonly earlier: boolean;
    readonly step: number;
    readonly running: boolean;
  }): string => {
    const weights = earlier
      ? `by an earlier run, at its step ${count(step)}`
      : `by the weights of step ${count(step)}`;
    return `${counted(written, ones[unit])} written ${weights}${running ? "…" : "."}`;
  },
  /** @param readAs the symbol that is read in their place */
  unseen: ({
    unseen,
    unit,
    readAs,
  }: {
    readonly unseen: number;
    readonly unit: "characters" | "words";
    readonly readAs: string;
  }): string =>
    unseen === 1
      ? `The network has never seen ${counted(unseen, ones[unit])} of the prompt and reads ${quoted(readAs)} instead.`
      : `The network has never seen ${counted(unseen, ones[unit])} of the prompt and reads ${quoted(readAs)} instead of each.`,
  text: "Generated text",
  place: ({ unit }: { readonly unit: "characters" | "words" }): string =>
    unit === "words" ? "Word of the generated text" : "Character of the generated text",
  pointHint: ({ unit }: { readonly unit: "characters" | "words" }): string =>
    `Point at a ${ones[unit]} to see the unit’s value there. The prompt is underlined.`,
  /** @param state of the unit as numbers are written on the stage */
  token: ({
    symbol,
    prompt,
    unit,
    state,
  }: {
    readonly symbol: string;
    readonly prompt: boolean;
    readonly unit: number;
    readonly state: string;
  }): string => `${quoted(symbol)}${prompt ? ", of the prompt" : ""}: unit ${unit} is ${state}`,
  tokenWithoutUnit: ({
    symbol,
    prompt,
    unit,
    units,
  }: {
    readonly symbol: string;
    readonly prompt: boolean;
    readonly unit: number;
    readonly units: number;
  }): string =>
    `${quoted(symbol)}${prompt ? ", of the prompt" : ""}: there is no unit ${unit} in the last layer, which has ${units}`,
  copy: "Copy",
  copied: ({ symbols, unit }: { readonly symbols: number; readonly unit: "characters" | "words" }): string =>
    `${counted(symbols, ones[unit])} copied.`,
  notCopied: "The browser did not allow copying. Select the text and copy it with the keyboard.",

  colouredBy: "Coloured by unit",
  /** @param last the number of the last unit */
  colouredByHint: ({ last, layers }: { readonly last: number; readonly layers: number }): string =>
    layers > 1
      ? `0 to ${count(last)}. The colours show this unit of the last layer, whichever layer is on show.`
      : `0 to ${count(last)}. The same unit is followed in the cell.`,
  colourScale: "Colour scale from −1 to 1",
};
