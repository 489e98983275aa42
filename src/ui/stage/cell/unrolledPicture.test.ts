import { expect, test, vi } from "vitest";
import { chineseWords } from "../../../words/chinese";
import { englishWords } from "../../../words/english";
import { gru } from "../../cells/gru";
import { planeValue, statePlane } from "../../cells/layerPlanes";
import { rnn } from "../../cells/rnn";
import { colourOf, colourScale } from "../paint/colourScale";
import { snapshotFixture } from "../snapshotFixture";
import { barWidth, keptShare, pitchOf } from "./unrolled";
import { unrolledPicture } from "./unrolledPicture";

vi.stubGlobal("window", { devicePixelRatio: 1 });

const units = [4, 2, 0, 1, 3];
const chain = { first: 2, count: 3 };
const [width, height] = [300, 50];
const [layer] = snapshotFixture("abcabdac", units.length).layers;
const shown = { layer, units, symbols: Array.from("abc bdac"), chain, width, height };
const texts = { title: "The cell & more", note: "GRU" };

const saidIn = (svg: string) => Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, one]) => one);

test("every bar and every wire has its colour on the light scale, a wire what its step keeps as opacity", () => {
  const { text } = unrolledPicture(englishWords, gru, shown, texts);
  const rectangles = Array.from(
    text.matchAll(
      /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+" fill="([^"]+)"(?: opacity="([\d.]+)")?/g,
    ),
    ([, x, y, across, fill, opacity]) => ({
      x: Number(x) - 12,
      y: Number(y),
      across: Number(across),
      fill,
      opacity: Number(opacity ?? 1),
    }),
  );
  const pitch = pitchOf(width, chain);
  const bars = rectangles.filter(({ across, fill }) => across === barWidth && fill.startsWith("rgb"));
  const wires = rectangles.filter(({ across }) => Math.abs(across - (pitch - barWidth)) < 0.01);
  expect([bars.length, wires.length]).toEqual([units.length * (chain.count + 1), units.length * chain.count]);
  const scale = colourScale("state", "light");
  const plane = statePlane(layer, "h");
  for (const [i, { x, fill, opacity }] of wires.entries()) {
    const [unit, step] = [units[Math.floor(i / chain.count)], i % chain.count];
    expect(x).toBeCloseTo(step * pitch + barWidth, 1);
    expect(fill).toBe(colourOf(scale, planeValue(plane, chain.first + step, unit)));
    expect(opacity).toBeCloseTo(gru.keeps ? keptShare(layer, gru.keeps, chain.first + step, unit) : 1, 3);
  }
  for (const [i, { fill }] of bars.entries()) {
    const [unit, state] = [units[Math.floor(i / (chain.count + 1))], chain.first + (i % (chain.count + 1))];
    expect(fill).toBe(colourOf(scale, planeValue(plane, state, unit)));
  }
});

test("it says what it is of, what is read at which step, and what wires mean", () => {
  const said = saidIn(unrolledPicture(englishWords, gru, shown, texts).text);
  expect(said.slice(0, 3)).toEqual(["The cell &amp; more", "GRU", "hidden state h"]);
  expect(said.slice(-7)).toEqual([
    ...["c", "2", "␣", "3", "b", "4"],
    "Bars are states. A wire is as strong as the share of its unit that the step keeps: z.",
  ]);
  expect(saidIn(unrolledPicture(englishWords, rnn, shown, texts).text).at(-1)).toBe(
    englishWords.takeAlong.chainWithoutWires,
  );
  expect(saidIn(unrolledPicture(chineseWords, gru, shown, texts).text)).toContain("隐藏状态 h");
});
