/** The samples that the project makes itself. */
import { count, counted, list } from "./phrases";

const figures = {
  circle: "circle",
  square: "square",
  triangle: "triangle",
  star: "star",
  heart: "heart",
  spiral: "spiral",
  zigzag: "zigzag",
  wave: "wave",
  cross: "cross",
  arrow: "arrow",
};

const soundKinds = {
  steadyTone: "steady tone",
  rising: "rising",
  falling: "falling",
  lowThenHigh: "low then high",
  highThenLow: "high then low",
  tremolo: "tremolo",
  vibrato: "vibrato",
  slowClicks: "slow clicks",
  fastClicks: "fast clicks",
  hiss: "hiss",
};

export const samples = {
  text: "Sample text",
  pictures: "Small pictures",
  strokes: "Pen strokes",
  sounds: "Sounds",
  weather: "Synthetic weather",
  temperature: "temperature",
  about: {
    text: "Stories: which character comes next?",
    pictures:
      "Digits and shapes of 20\u00a0×\u00a020 pixels, read row by row: which of ten is it? Or draw one.",
    strokes: "Drawings as movements of a pen: which of ten shapes is it? Draw one and see.",
    sounds: "Synthesised tones, chirps, rhythms and noise: which of ten kinds is it? Or record one.",
    weather: "Twelve years of daily temperatures: how warm will it be tomorrow?",
  },
  /** Labels. */
  figures,
  soundKinds,
  figure: ({ figure }: { readonly figure: keyof typeof figures }): string => figures[figure],
  soundKind: ({ kind }: { readonly kind: keyof typeof soundKinds }): string => soundKinds[kind],
  /** One of several with the label, counted from 1. */
  numbered: ({ label, number }: { readonly label: string; readonly number: number }): string =>
    `${label}, no.\u00a0${count(number)}`,
  picturesMade: ({ pictures }: { readonly pictures: number }): string =>
    `${counted(pictures, "picture")} drawn by this page: six digits and four shapes, each randomly turned, slanted, bent and moved, with a pen of random width and grain on the paper.`,
  strokesMade: ({
    drawings,
    shapes,
  }: {
    readonly drawings: number;
    readonly shapes: readonly string[];
  }): string =>
    `${counted(drawings, "drawing")} made by this page: ${list(shapes, 12)}; each randomly turned, slanted and bent, begun anywhere, either way round, by an unsteady hand.`,
  strokesScaled:
    "Each is scaled to one size and divided into movements of equal length, so that place, size and speed do not matter.",
  soundsMade: ({ sounds, kinds }: { readonly sounds: number; readonly kinds: number }): string =>
    `${counted(sounds, "sound")} of ${counted(kinds, "kind")}, made by the project: tones, chirps, rhythms and noise, each with its own pitch, loudness, length and beginning.`,
  weatherMade: ({ days }: { readonly days: number }): string =>
    `${counted(days, "day")} of one temperature, made by the project: a yearly wave, weather that lasts for some days, and noise.`,
  weatherRead: ({ days }: { readonly days: number }): string =>
    `The network reads ${counted(days, "day")} and forecasts the next one.`,
  /** @param percent of the days */
  weatherSplit: ({ percent }: { readonly percent: number }): string =>
    `The first ${count(percent)}\u00a0% of the days are the training set, the rest is held out. All values are scaled by the mean and standard deviation of the training set.`,
};
