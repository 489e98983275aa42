import { describe, expect, it, vi } from "vitest";
import { fourGate } from "../../cells/fourGate";
import { gru } from "../../cells/gru";
import { newStatePlane, planeValue } from "../../cells/layerPlanes";
import { lstm } from "../../cells/lstm";
import { colourOf, colourScale } from "../paint/colourScale";
import { snapshotFixture } from "../snapshotFixture";
import { barWidth, chainAt, chainRows, drawChain, keptShare, pitchOf } from "./unrolled";

vi.stubGlobal("window", { devicePixelRatio: 1 });

const [layer] = snapshotFixture("abcabdac", 5).layers;

describe("the chain of steps", () => {
  it("stands still while time goes on along it, and ends with the last step", () => {
    expect([0, 3, 4, 7].map((time) => chainAt(time, 8, 4).first)).toEqual([0, 0, 4, 4]);
    expect(chainAt(9, 10, 4)).toEqual({ first: 6, count: 4 });
    expect(chainAt(1, 3, 12)).toEqual({ first: 0, count: 3 });
  });

  it("has a chain for each state", () => {
    expect([gru, lstm].map((cell) => chainRows(cell).map(({ id }) => id))).toEqual([["h"], ["c", "h"]]);
  });

  it("keeps what the gate says: z of a GRU, what o leaves of the four-gate cell", () => {
    const z = layer.gates[3 * 20 + 5 + 2];
    expect(gru.keeps && keptShare(layer, gru.keeps, 3, 2)).toBe(z);
    const [gates, planes] = [
      Float32Array.of(0.25),
      [{ name: "o", first: 0, width: 1, range: "share" }],
    ] as const;
    expect(fourGate.keeps && keptShare({ ...layer, gates, planes }, fourGate.keeps, 0, 0)).toBe(0.75);
  });
});

interface Rectangle {
  readonly at: readonly number[];
  readonly colour: string;
  readonly alpha: number;
}

function drawn(reverse: boolean) {
  const rectangles: Rectangle[] = [];
  const pen = {
    fillStyle: "",
    globalAlpha: 1,
    fillRect: (...at: number[]) =>
      rectangles.push({ at, colour: String(pen.fillStyle), alpha: pen.globalAlpha }),
  };
  const chain = { first: 2, count: 3 };
  const [row] = chainRows(gru);
  const units = [4, 2, 0, 1, 3];
  const one = { ...layer, reverse };
  drawChain(pen, { layer: one, row, keeps: gru.keeps, chain, units, theme: "light", width: 100, height: 10 });
  return { rectangles, pitch: pitchOf(100, chain), one };
}

describe("its picture", () => {
  const scale = colourScale("state", "light");

  it("has a bar for the state after each step, its units in the order of the rows", () => {
    const { rectangles, pitch, one } = drawn(false);
    const bar = rectangles.find(({ at: [x, y] }) => x === 2 * pitch && y === 2);
    // After step 3, in the second row, stands unit 2.
    expect(bar).toEqual({
      at: [2 * pitch, 2, barWidth, 2],
      colour: colourOf(scale, planeValue(newStatePlane(one, "h"), 3, 2)),
      alpha: 1,
    });
  });

  it.each([false, true])(
    "has wires in the colour of the old state, as bright as what is kept; backwards: %s",
    (reverse) => {
      const { rectangles, pitch, one } = drawn(reverse);
      const wire = rectangles.find(({ at: [x, y] }) => x === pitch + barWidth && y > 2 && y < 4);
      const old = planeValue({ data: one.hidden, first: 0, stride: 5, width: 5 }, reverse ? 4 : 3, 2);
      expect(wire?.colour).toBe(colourOf(scale, old));
      expect(wire?.alpha).toBe(gru.keeps && keptShare(one, gru.keeps, 3, 2));
    },
  );
});
