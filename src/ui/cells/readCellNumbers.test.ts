/** The cells as they are described, beside the cells as the engine computes them. */

import { describe, expect, it } from "vitest";
import { createCpuBackend } from "../../engine/backends/cpu/cpu";
import { createReferenceBackend } from "../../engine/backends/reference/reference";
import { cells } from "../../engine/model/cells/registry";
import { simpleNetwork } from "../../engine/model/config";
import { initializeParameters } from "../../engine/model/initialize";
import { buildPlan } from "../../engine/model/network";
import { Inspector } from "../../engine/train/inspector";
import { Random } from "../../random";
import { snapshotLayer } from "../../session/engine/snapshotLayer";
import type { SnapshotLayer } from "../../session/protocol";
import { type CellName, cellNames } from "../../session/settings";
import { layerOf } from "../../store/sessionFixture";
import { englishWords } from "../../words/english";
import { equationOf, plainEquation } from "./cellDescription";
import type { CellNumbers } from "./cellNumbers";
import { stepsOf } from "./layerPlanes";
import { noteWords } from "./noteWords";
import { readCellNumbers } from "./readCellNumbers";
import { cellDescriptions } from "./registry";

// Numbers are kept as float32, and all of these are small; equations are computed from them in float64.
const atol = 2e-6;
const T = 6;

const backends = { cpu: createCpuBackend, reference: createReferenceBackend };

/** Two layers in both directions, of 5 and 4 units, with weights at random, as they read a sequence at random. */
async function layersOf(cell: CellName, create: (typeof backends)["cpu" | "reference"]) {
  const input = { kind: "features", size: 3 } as const;
  const config = { ...simpleNetwork({ cell, input, hiddenSizes: [5, 4], outputs: 2 }), bidirectional: true };
  const backend = await create();
  const plan = buildPlan(config, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" });
  const weights = await backend.load(plan);
  weights.write(
    "parameters",
    initializeParameters(config, Random.fromSeed(5)).map((value) => 2 * value),
  );
  const inspector = await Inspector.create(backend, config, { length: T }, weights);
  const random = Random.fromSeed(12);
  const { layers } = await inspector.inspect(Float32Array.from({ length: T * 3 }, () => random.normal()));
  inspector.destroy();
  weights.destroy();
  return layers.map(snapshotLayer);
}

function everyNumber(cell: CellName, layer: SnapshotLayer): CellNumbers[] {
  const at = Array.from({ length: T * layer.hiddenSize }, (_, i) => i);
  return at.map((i) =>
    readCellNumbers(cellDescriptions[cell], layer, {
      time: Math.floor(i / layer.hiddenSize),
      unit: i % layer.hiddenSize,
      input: { kind: "features" },
    }),
  );
}

const close = (what: string, actual: number | null, expected: number | null) =>
  expect(
    Math.abs((actual ?? Number.NaN) - (expected ?? Number.NaN)),
    `${what}: ${actual} is not ${expected}`,
  ).toBeLessThan(atol);

describe.each(["cpu", "reference"] as const)("on the %s backend", (name) => {
  it.each(cellNames)("every equation of %s gives what the engine keeps", async (cell) => {
    const layers = await layersOf(cell, backends[name]);
    expect(layers.map(({ layer, reverse }) => [layer, reverse])).toEqual([
      [0, false],
      [0, true],
      [1, false],
      [1, true],
    ]);
    const nodes = Object.entries(cellDescriptions[cell].nodes);
    for (const layer of layers) {
      for (const numbers of everyNumber(cell, layer)) {
        for (const [id, { from, compute, source }] of nodes) {
          const what = `${id}, layer ${layer.layer}, ${layer.reverse}, step ${numbers.time}, unit ${numbers.unit}`;
          if (source) expect(Number.isFinite(numbers.of[id]), what).toBe(true);
          if (!compute) continue;
          const inputs = from.map((each) => numbers.of[each] ?? Number.NaN);
          close(what, numbers.of[id], compute(...inputs));
        }
      }
    }
  });

  it.each(cellNames)("the states of %s are handed on in the layer's direction, from zeros", async (cell) => {
    const { nodes } = cellDescriptions[cell];
    const carried = Object.entries(nodes).flatMap(([id, { source }]) =>
      source?.kind === "oldState" ? [{ id, state: source.name }] : [],
    );
    expect(carried.map(({ state }) => state).sort()).toEqual([...cells[cell].states].sort());
    for (const layer of await layersOf(cell, backends[name])) {
      const all = everyNumber(cell, layer);
      const at = (time: number, unit: number) => all[time * layer.hiddenSize + unit].of;
      for (const { id, state } of carried) {
        for (let unit = 0; unit < layer.hiddenSize; unit++) {
          for (let time = 0; time < T; time++) {
            const before = layer.reverse ? time + 1 : time - 1;
            const old = before >= 0 && before < T ? at(before, unit)[state] : 0;
            expect(at(time, unit)[id]).toBe(old);
          }
        }
      }
    }
  });
});

describe("every cell", () => {
  it("is in each registry of the page and the engine", () => {
    expect(Object.keys(cells).sort()).toEqual([...cellNames].sort());
    expect(Object.keys(cellDescriptions).sort()).toEqual([...cellNames].sort());
    const names = cellNames.map((cell) => englishWords.settings.choices.cell[cell].label);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(cellNames)(
    "has a row for each state and gate that is no sum, and a node for each row: %s",
    (cell) => {
      const { rows, nodes } = cellDescriptions[cell];
      const gates = cells[cell].gates(3, 5).flatMap(({ name, derived }) => (derived ? [] : [name]));
      expect(rows.map(({ id }) => id).sort()).toEqual([...gates, ...cells[cell].states].sort());
      for (const { id, from, of, scale } of rows) {
        const kind = from === "states" ? "state" : of === "inputs" ? "meanGate" : "gate";
        expect(nodes[id]).toMatchObject({ source: { kind, name: id }, scale });
        const plane = cells[cell].gates(3, 5).find(({ name }) => name === id);
        if (plane) expect(plane.width).toBe(of === "inputs" ? 3 : 5);
        if (plane) expect(scale).toBe({ share: "gate", signed: "state", sum: "open" }[plane.range]);
      }
    },
  );

  it.each(cellNames)("has equations whose numbers are all there: %s", (cell) => {
    const { nodes, result } = cellDescriptions[cell];
    expect(nodes[result]).toBeDefined();
    const of = Object.fromEntries(Object.keys(nodes).map((id) => [id, 0.125]));
    for (const [id, node] of Object.entries(nodes)) {
      const text = node.numbers({ time: 0, unit: 0, input: { kind: "features" }, of }, englishWords);
      expect(text, id).not.toMatch(/[{}–]/);
      expect(plainEquation(node.tex), id).not.toMatch(/[{}\\]/);
    }
  });
});

it("has notes for the nodes of all cells, and no others", () => {
  const notes = Object.values(cellDescriptions).flatMap(({ nodes }) =>
    Object.values(nodes).map(({ note }) => note),
  );
  const { nodes, targets } = englishWords.cellNotes;
  const named = new Set(notes.filter((note) => typeof note === "string"));
  expect([...named].sort()).toEqual(Object.keys(nodes).sort());
  const into = new Set(notes.flatMap((note) => (typeof note === "string" ? [] : [note.into])));
  expect([...into].sort()).toEqual(Object.keys(targets).sort());
  expect(noteWords(englishWords, { of: "oldState", into: "resetGate", bias: false })).toEqual({
    name: "Old state into the reset gate",
    meaning: "What the old states of all units add to the reset gate of this unit: a weighted sum.",
  });
});

it("has meanings for the rows of all cells, and no others", () => {
  const meanings = Object.values(cellDescriptions).flatMap(({ rows }) => rows.map(({ meaning }) => meaning));
  expect([...new Set(meanings)].sort()).toEqual(Object.keys(englishWords.cells.meanings).sort());
});

describe("readCellNumbers", () => {
  const at = { time: 0, unit: 0, input: { kind: "features" } } as const;
  const layer = layerOf(7, 5);

  it("refuses a step or a unit that is not there", () => {
    const numbers = (change: { time?: number; unit?: number }) => () =>
      readCellNumbers(cellDescriptions.gru, layer, { ...at, ...change });
    expect(stepsOf(layer)).toBe(7);
    expect(numbers({ time: 7 })).toThrow("time step 7 is not in 0..6");
    expect(numbers({ unit: 5 })).toThrow("unit 5 is not in 0..4");
    expect(numbers({ unit: 0.5 })).toThrow("unit 0.5 is not in 0..4");
  });

  it("has no number where the layer does not keep it", () => {
    const { of } = readCellNumbers(cellDescriptions.gru, { ...layer, inputPart: null }, at);
    expect(of).toMatchObject({ inputZ: null, hiddenZ: 0, z: 0, x: null });
  });
});

describe("the equations with numbers", () => {
  const gru: CellNumbers = {
    time: 4,
    unit: 1,
    input: { kind: "symbol", symbol: " " },
    of: {
      hPrevious: -0.5,
      inputR: 0.25,
      inputZ: 0.412,
      inputN: -0.2,
      hiddenR: 0.75,
      hiddenZ: -1.003,
      r: 0.731,
      z: 0.356,
      n: -0.1,
      hiddenN: -0.4,
      reset: -0.2924,
      oneMinus: 0.644,
      keep: -0.178,
      take: -0.0644,
      sum: -0.2424,
      h: -0.2424,
    },
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
    ["inputZ", "with x for “␣”, this unit’s row: 0.412"],
  ])("of %s", (id, text) => {
    expect(cellDescriptions.gru.nodes[id].numbers(gru, englishWords)).toBe(text);
  });

  it("say what a layer reads", () => {
    const { x, inputZ } = cellDescriptions.gru.nodes;
    expect(x.numbers({ ...gru, input: { kind: "features" } }, englishWords)).toBe(
      "x = the features of step 4",
    );
    expect(x.numbers({ ...gru, input: { kind: "layer", number: 1 } }, englishWords)).toBe(
      "x = the output of layer 1 at step 4",
    );
    expect(inputZ.numbers({ ...gru, input: { kind: "layer", number: 1 } }, englishWords)).toBe(
      "this unit’s row: 0.412",
    );
  });

  it("read the step to the right where the layer runs backwards", () => {
    const { hPrevious } = cellDescriptions.lstm.nodes;
    expect(equationOf(hPrevious, false)).toBe("h' = h_{t-1}");
    expect(plainEquation(equationOf(hPrevious, true))).toBe("h′ = h_t+1");
    expect(equationOf(cellDescriptions.gru.nodes["h"], true)).toBe(cellDescriptions.gru.nodes["h"].tex);
  });
});
