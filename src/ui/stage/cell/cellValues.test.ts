import { describe, expect, it } from "vitest";
import { snapshotFixture } from "../snapshotFixture";
import { cellNodes } from "./cellNodes";
import { type CellValues, cellValues } from "./cellValues";

// Values are float32; the equations are recomputed from them in float64.
const atol = 1e-5;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const [T, H] = [7, 5];
const snapshot = snapshotFixture("a b\nabc", H);
const every = Array.from({ length: T * H }, (_, i) => ({ time: Math.floor(i / H), unit: i % H }));

function valuesAt(time: number, unit: number): CellValues {
  const values = cellValues(snapshot, time, unit);
  if (!values) throw new Error("The fixture is a GRU.");
  return values;
}

const expectClose = (actual: number, expected: number, what: string) =>
  expect(Math.abs(actual - expected), `${what}: ${actual} is not ${expected}`).toBeLessThanOrEqual(atol);

describe("cellValues", () => {
  it.each(every)("satisfies the cell's equations at step $time, unit $unit", ({ time, unit }) => {
    const v = valuesAt(time, unit);
    expectClose(v.r, sigmoid(v.inputR + v.hiddenR), "r");
    expectClose(v.z, sigmoid(v.inputZ + v.hiddenZ), "z");
    expectClose(v.n, Math.tanh(v.inputN + v.r * v.q), "n");
    expectClose(v.h, (1 - v.z) * v.n + v.z * v.hPrevious, "h");
    expectClose(v.h, v.taken + v.kept, "h from its parts");
    expectClose(v.resetQ, v.r * v.q, "r·q");
  });

  it("hands the state on from step to step, from zeros", () => {
    for (let unit = 0; unit < H; unit++) {
      expect(valuesAt(0, unit).hPrevious).toBe(0);
      for (let time = 1; time < T; time++) {
        expect(valuesAt(time, unit).hPrevious).toBe(valuesAt(time - 1, unit).h);
      }
    }
  });

  it("reads each array at its own place", () => {
    const v = valuesAt(3, 2);
    expect(v.symbol).toBe("\n");
    expect(v.r).toBe(snapshot.gates[3 * 4 * H + 2]);
    expect(v.z).toBe(snapshot.gates[3 * 4 * H + H + 2]);
    expect(v.n).toBe(snapshot.gates[3 * 4 * H + 2 * H + 2]);
    expect(v.q).toBe(snapshot.gates[3 * 4 * H + 3 * H + 2]);
    expect(v.inputN).toBe(snapshot.inputPart?.[3 * 3 * H + 2 * H + 2]);
    expect(v.hiddenZ).toBe(snapshot.hiddenPart?.[3 * 3 * H + H + 2]);
    expect(v.h).toBe(snapshot.hidden[4 * H + 2]);
  });

  it("refuses a step or a unit that is not there", () => {
    expect(() => valuesAt(T, 0)).toThrow("time step 7 is not in 0..6");
    expect(() => valuesAt(0, H)).toThrow("unit 5 is not in 0..4");
    expect(() => valuesAt(0, 0.5)).toThrow("unit 0.5 is not in 0..4");
  });
});

describe("the equations with numbers", () => {
  const values: CellValues = {
    time: 4,
    unit: 1,
    symbol: " ",
    hPrevious: -0.5,
    inputR: 0.25,
    inputZ: 0.412,
    inputN: -0.2,
    hiddenR: 0.75,
    hiddenZ: -1.003,
    r: 0.731,
    z: 0.356,
    n: -0.1,
    q: -0.4,
    resetQ: -0.2924,
    oneMinusZ: 0.644,
    kept: -0.178,
    taken: -0.0644,
    h: -0.2424,
  };

  it.each([
    ["z", "z = σ(0.412 − 1.003) = 0.356"],
    ["r", "r = σ(0.250 + 0.750) = 0.731"],
    ["n", "n = tanh(−0.200 + 0.731 · (−0.400)) = −0.100"],
    ["keep", "0.356 · (−0.500) = −0.178"],
    ["take", "0.644 · (−0.100) = −0.064"],
    ["oneMinus", "1 − 0.356 = 0.644"],
    ["sum", "h = −0.064 − 0.178 = −0.242"],
    ["h", "h = (1 − 0.356) · (−0.100) + 0.356 · (−0.500) = −0.242"],
    ["x", "x = vector of “␣”"],
  ] as const)("of %s", (id, text) => {
    expect(cellNodes[id].numbers(values)).toBe(text);
  });
});
