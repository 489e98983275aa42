import { expect, test } from "vitest";
import { chineseWords } from "../../../words/chinese";
import { englishWords } from "../../../words/english";
import { planeValue } from "../../cells/layerPlanes";
import { cellDescriptions } from "../../cells/registry";
import { rowOrder } from "../order/rowOrder";
import { colourOf, colourScale } from "../paint/colourScale";
import { range } from "../paint/range";
import { snapshotFixture } from "../snapshotFixture";
import { answerShape } from "./answerShape";
import { lanesPicture, type PicturedLanes } from "./lanesPicture";
import type { LaneImage } from "./picturePlot";
import { predictions } from "./predictions";
import { rowPlane } from "./rows";
import { stepLabels } from "./stepLabels";

const order = [2, 0, 4, 1, 3];
const { rows } = cellDescriptions.gru;
const texts = { title: "Gates and states · a & b", note: "After step 3", answered: true };

function viewOf(text: string): PicturedLanes {
  const snapshot = snapshotFixture(text, order.length);
  if (snapshot.answer.kind !== "class") throw new Error("The fixture answers with classes.");
  return {
    sequence: snapshot.sequence,
    answer: answerShape(snapshot.answer, null),
    layer: snapshot.layers[0],
    change: null,
    symbols: stepLabels(snapshot),
    predictions: predictions(snapshot.answer),
    steps: snapshot.steps,
    units: order.length,
    order: rowOrder(order),
  };
}

function drawn(view: PicturedLanes, words = englishWords) {
  const images: LaneImage[] = [];
  const traceColours = Array.from({ length: 8 }, (_, i) => `rgb(${i + 1} 0 0)`);
  const href = (image: LaneImage) => `image:${images.push(image) - 1}`;
  const picture = lanesPicture(words, view, rows, texts, { href, traceColours });
  const said = Array.from(picture.text.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, one]) => one);
  return { ...picture, images, said };
}

const pixelOf = ({ width, data }: LaneImage, column: number, row: number) =>
  `rgb(${data.slice(4 * (row * width + column), 4 * (row * width + column) + 3).join(" ")})`;

test("every value of every lane has its colour on the light scale, in the order on show", () => {
  const view = viewOf("abcab cab");
  const { images } = drawn(view);
  expect(images.length).toBe(rows.length);
  for (const [i, row] of rows.entries()) {
    const plane = view.layer && rowPlane(view.layer, row);
    expect([images[i].width, images[i].height]).toEqual([9, 5]);
    for (const t of range(9))
      for (const [place, unit] of order.entries())
        expect(pixelOf(images[i], t, place)).toBe(
          colourOf(colourScale(row.scale, "light"), planeValue(plane, t, unit)),
        );
  }
});

test("it says what it is of, what is read and expected, every unit's number, the steps, and the numbers of each scale", () => {
  const view = viewOf("abcab cab");
  const { said, text } = drawn(view);
  expect(said.slice(0, 3)).toEqual(["Gates and states · a &amp; b", "After step 3", "reads"]);
  expect(said.slice(3, 12).join("")).toBe("abcab␣cab");
  expect(said[12]).toBe("expects");
  expect(said.slice(13, 22)).toEqual(view.predictions.map(({ symbol }) => (symbol === " " ? "␣" : symbol)));
  expect(said[22]).toBe("Expected symbols: bold where right, grey where wrong or not known.");
  expect(said.slice(23, 34)).toEqual([
    ...["update gate z", "0", "0.5", "1"],
    ...order.map(String),
    "unit",
    "reset gate r",
  ]);
  expect(said.slice(-3)).toEqual(["0", "5", "time step t"]);
  expect(text.match(/href="image:/g)?.length).toBe(rows.length);
  expect(drawn(view, chineseWords).said).toContain("更新门 z");
});

test("time that runs to the left is mirrored, symbols and colours alike", () => {
  const view = viewOf("אבגד");
  const { images, text } = drawn(view);
  const plane = view.layer && rowPlane(view.layer, rows[0]);
  const colour = colourOf(colourScale("gate", "light"), planeValue(plane, 0, order[1]));
  expect(pixelOf(images[0], 3, 1)).toBe(colour);
  const placeOf = (letter: string) => Number(new RegExp(`x="([\\d.]+)"[^>]*>${letter}<`).exec(text)?.[1]);
  expect(placeOf("א") - placeOf("ד")).toBe(3 * 16);
});

test("a change has the scale of changes", () => {
  const view = viewOf("abcab");
  const { images, said } = drawn({ ...view, change: view.layer });
  const plane = view.layer && rowPlane(view.layer, rows[3]);
  expect(pixelOf(images[3], 4, 0)).toBe(
    colourOf(colourScale("change", "light"), planeValue(plane, 4, order[0])),
  );
  expect(said).toContain("hidden state Δh");
  expect(said).toEqual(expect.arrayContaining(["−2", "−0.5", "0.5", "2"]));
});

test("of two thousand steps no letter is drawn, and the picture is no wider than programs open", () => {
  const { width, said } = drawn(viewOf("ab".repeat(1_000)));
  expect(said).not.toContain("a");
  expect(width).toBeLessThan(7_300);
});
