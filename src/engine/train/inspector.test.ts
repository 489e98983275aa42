/** Surgery and tracing, on every backend, against what can be computed without them. */
import { describe, expect, test } from "vitest";
import { backendNames } from "../../../scripts/nodeBackends";
import { Random } from "../../random";
import type { Backend, Executable } from "../backends/backend";
import { createReferenceBackend } from "../backends/reference/reference";
import { testBackends } from "../conformance/testBackends";
import { expectClose } from "../conformance/testing";
import { editableValues } from "../model/cells/cell";
import { type CellName, cellNames, cells } from "../model/cells/registry";
import { directions, type NetworkConfig, parameterTable, simpleNetwork } from "../model/config";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { elementCount } from "../plan/plan";
import { Inspector, type LayerInspection } from "./inspector";
import { editsTensor, type Intervention } from "./intervention";
import { Tracer } from "./tracer";

const tolerance = { atol: 1e-5, rtol: 1e-4 };
const T = 6;

const configOf = (cell: CellName, bidirectional = false): NetworkConfig => ({
  ...simpleNetwork({ cell, input: { kind: "features", size: 3 }, hiddenSizes: [5, 4], outputs: 3 }),
  bidirectional,
});
const random = Random.fromSeed(12);
const x = Float32Array.from({ length: T * 3 }, () => random.normal());

const backendOf = testBackends();

/** Something that holds the weights, as a trainer does. */
async function weightsOn(backend: Backend, config: NetworkConfig): Promise<Executable> {
  const plan = buildPlan(config, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" });
  const executable = await backend.load(plan);
  const bank = initializeParameters(config, Random.fromSeed(3)).map((value) => 2 * value);
  executable.write("parameters", bank);
  return executable;
}

async function inspect(
  backend: Backend,
  config: NetworkConfig,
  interventions: readonly Intervention[] | null,
) {
  const weights = await weightsOn(backend, config);
  const inspector = await Inspector.create(
    backend,
    config,
    { length: T, editable: interventions !== null },
    weights,
  );
  const seen = await inspector.inspect(x, interventions ?? []);
  inspector.destroy();
  weights.destroy();
  return seen;
}

/** A gate's or state's value of the first layer after each step, [T]. */
function courseOf(
  seen: Awaited<ReturnType<typeof inspect>>,
  layer: number,
  name: string,
  unit: number,
): number[] {
  const one = seen.layers[layer];
  const plane = one.planes.find((candidate) => candidate.name === name);
  const width = one.planes.reduce((sum, candidate) => sum + candidate.width, 0);
  const state = one.states.indexOf(name);
  return Array.from({ length: T }, (_, t) =>
    plane
      ? one.gates[t * width + plane.first + unit]
      : one.state[(state * (T + 1) + t + 1 - one.reverse) * one.hiddenSize + unit],
  );
}

/** Row `row` of a state [T + 1, H], of the first of several. */
const stateAt = ({ state, hiddenSize: H }: Pick<LayerInspection, "state" | "hiddenSize">, row: number) =>
  state.subarray(row * H, (row + 1) * H);

/** Row `row` of a matrix of so many columns, times a vector. */
const dot = (matrix: Float32Array, row: number, columns: number, vector: ArrayLike<number>): number =>
  Array.from(vector).reduce((sum, value, j) => sum + matrix[row * columns + j] * value, 0);

for (const name of backendNames) {
  describe(name, () => {
    test.each(cellNames)(
      "%s: every value can be held, scaled and replaced, and what follows follows",
      async (cell) => {
        const config = configOf(cell);
        const plain = await inspect(backendOf(name), config, null);
        for (const { name: value } of editableValues(cells[cell], 3, 5)) {
          const before = courseOf(plain, 0, value, 1);
          const clamp = {
            layer: 0,
            value,
            units: [1],
            steps: [2, 3],
            action: { kind: "clamp", to: 0.3 },
          } as const;
          const held = await inspect(backendOf(name), config, [clamp]);
          const now = courseOf(held, 0, value, 1);
          expectClose(`${value} before`, now.slice(0, 2), before.slice(0, 2), tolerance);
          expectClose(`${value} held`, now.slice(2, 4), [0.3, 0.3], tolerance);
          // Another unit is free at the time of the intervention.
          expectClose(
            "other unit",
            courseOf(held, 0, value, 0).slice(0, 3),
            courseOf(plain, 0, value, 0).slice(0, 3),
            tolerance,
          );
          // The layer above sees it from then on, and not before.
          const [above, aboveBefore] = [courseOf(held, 1, "h", 0), courseOf(plain, 1, "h", 0)];
          expectClose("above", above.slice(0, 2), aboveBefore.slice(0, 2), tolerance);
          expect(Math.abs(above[3] - aboveBefore[3]), `${value} has no influence`).toBeGreaterThan(1e-6);

          const scaled = await inspect(backendOf(name), config, [
            { layer: 0, value, units: "all", steps: [0], action: { kind: "scale", by: 0.5 } },
          ]);
          expectClose(`${value} scaled`, [courseOf(scaled, 0, value, 1)[0]], [before[0] / 2], tolerance);
          const given = before.map((_, t) => 0.1 * t - 0.2);
          const replaced = await inspect(backendOf(name), config, [
            { layer: 0, value, units: [1], steps: "all", action: { kind: "replace", with: given } },
          ]);
          expectClose(`${value} replaced`, courseOf(replaced, 0, value, 1), given, tolerance);
        }
      },
    );

    test.each(cellNames)(
      "%s: what x and the state send into the gates follows from the weights",
      async (cell) => {
        const config = configOf(cell, true);
        const seen = await inspect(backendOf(name), config, null);
        const bank = Float32Array.from(
          initializeParameters(config, Random.fromSeed(3)),
          (value) => 2 * value,
        );
        const table = parameterTable(config).entries;
        for (const [i, { suffix, inputSize }] of directions(config).entries()) {
          const { hiddenSize: H, reverse, state, gates, inputPart, hiddenPart } = seen.layers[i];
          const named = (parameter: string) => {
            const entry = table.find(({ name: known }) => known === `${parameter}${suffix}`);
            return entry && bank.subarray(entry.offset, entry.offset + elementCount(entry.shape));
          };
          const [weightIh, weightHh, biasIh, biasHh] = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"].map(
            named,
          );
          // The four gates of the article read both at once.
          expect([inputPart === null, hiddenPart === null]).toEqual([!weightIh, !weightHh]);
          if (!weightIh || !weightHh || !inputPart || !hiddenPart) continue;
          const G = weightHh.length / (H * H);
          expect([inputPart.length, hiddenPart.length]).toEqual([T * G * H, T * G * H]);
          const below = seen.layers.filter(({ layer }) => layer === seen.layers[i].layer - 1);
          const read = (t: number) =>
            below.length === 0
              ? x.subarray(t * 3, (t + 1) * 3)
              : below.flatMap((one) => Array.from(stateAt(one, t + 1 - one.reverse)));
          const [input, hidden]: [number[], number[]] = [[], []];
          for (let t = 0; t < T; t++) {
            const before = stateAt({ state, hiddenSize: H }, t + reverse);
            for (let row = 0; row < G * H; row++) {
              const reset = cell === "gruResetBefore" && row >= 2 * H;
              const factor = before.map((value, j) => (reset ? value * gates[t * 3 * H + j] : value));
              input.push(dot(weightIh, row, inputSize, read(t)) + (biasIh?.[row] ?? 0));
              hidden.push(dot(weightHh, row, H, factor) + (biasHh?.[row] ?? 0));
            }
          }
          expectClose(`inputPart${suffix}`, inputPart, input, tolerance);
          expectClose(`hiddenPart${suffix}`, hiddenPart, hidden, tolerance);
        }
      },
    );

    test("an update gate that is held at 1 freezes the state", async () => {
      const frozen = await inspect(backendOf(name), configOf("gru"), [
        { layer: 1, value: "z", units: "all", steps: [3, 4, 5], action: { kind: "clamp", to: 1 } },
      ]);
      const states = courseOf(frozen, 1, "h", 2);
      expect(states[2]).not.toBe(states[1]);
      expect(new Set(states.slice(2)).size).toBe(1);
    });

    test.each(cellNames)(
      "%s: a trace is the derivative of the output, for inputs and states",
      async (cell) => {
        for (const bidirectional of [false, true]) {
          const config = configOf(cell, bidirectional);
          const backend = backendOf(name);
          const weights = await weightsOn(backend, config);
          const tracer = await Tracer.create(backend, config, T, weights);
          const [step, output] = [3, 2];
          const trace = await tracer.trace(x, output, step);
          // Twice, since a run leaves its gradients behind.
          expect(await tracer.trace(x, output, step)).toEqual(trace);
          const exact = createReferenceBackend();
          const executable = await exact.load(
            buildPlan(config, { batchSize: 1, sequenceLength: T }, { mode: "predict", editable: true }),
          );
          const bank = initializeParameters(config, Random.fromSeed(3)).map((value) => 2 * value);
          executable.write("parameters", bank);
          for (const { suffix, tensor } of editsTensor(config, T, []))
            executable.write(`edits${suffix}`, tensor);
          const outputAt = async () => {
            await executable.run("forward");
            const [logits] = await executable.read(["logits"]);
            return logits[step * 3 + output];
          };
          const small = 1e-2;
          const slopes = [];
          for (let i = 0; i < x.length; i++) {
            const moved = async (by: number) => {
              executable.write(
                "x",
                Float64Array.from(x, (value, k) => (k === i ? value + by : value)),
              );
              return outputAt();
            };
            slopes.push(((await moved(small)) - (await moved(-small))) / (2 * small));
          }
          expect(trace.inputSize).toBe(3);
          expectClose("inputs", trace.inputs, slopes, { atol: 2e-4, rtol: 1e-2 });
          if (!bidirectional)
            expect(trace.inputs.slice((step + 1) * 3).every((value) => value === 0)).toBe(true);
          // A state's slope, by adding to it as soon as it is computed.
          executable.write("x", x);
          const [{ gradient, hiddenSize }] = trace.states;
          const values = editableValues(cells[cell], 3, 5);
          const h = values[values.length - (cell === "lstm" ? 2 : 1)];
          const E = values[values.length - 1].first + values[values.length - 1].width;
          for (const [t, unit] of [
            [1, 0],
            [3, 4],
          ]) {
            const shifted = async (by: number) => {
              const edits = new Float64Array(2 * T * E).fill(1, 0, T * E);
              edits[(T + t) * E + h.first + unit] = by;
              executable.write("edits_l0", edits);
              return outputAt();
            };
            // For an LSTM the order of states is h, c, and that of edits too.
            const slope = ((await shifted(small)) - (await shifted(-small))) / (2 * small);
            expectClose(`h[${t}, ${unit}]`, [gradient[t * hiddenSize + unit]], [slope], {
              atol: 2e-4,
              rtol: 1e-2,
            });
          }
          tracer.destroy();
          weights.destroy();
        }
      },
    );
  });
}

for (const name of backendNames) {
  test(`${name}: interventions reach the direction they name, and one on another acts on what that has made`, async () => {
    const config = configOf("gru", true);
    const plain = await inspect(backendOf(name), config, null);
    const at = { layer: 0, reverse: 1, value: "h", units: [2], steps: [3] } as const;
    const clamp = { ...at, action: { kind: "clamp", to: 0.4 } } as const;
    const scale = { ...at, action: { kind: "scale", by: 0.5 } } as const;
    // Layers and directions come in the order l0, l0_reverse, l1, l1_reverse.
    const reverseAt = async (...interventions: Intervention[]) => {
      const seen = await inspect(backendOf(name), config, interventions);
      expectClose("forward", courseOf(seen, 0, "h", 2), courseOf(plain, 0, "h", 2), tolerance);
      return courseOf(seen, 1, "h", 2);
    };
    const before = courseOf(plain, 1, "h", 2);
    const held = await reverseAt(clamp);
    expectClose("held", [held[3]], [0.4], tolerance);
    // The reverse direction runs from the last step down: steps 4 and 5 come before the intervention.
    expectClose("later steps", held.slice(4), before.slice(4), tolerance);
    expect(Math.abs(held[2] - before[2])).toBeGreaterThan(1e-4);
    expectClose("held, then halved", [(await reverseAt(clamp, scale))[3]], [0.2], tolerance);
    expectClose("halved, then held", [(await reverseAt(scale, clamp))[3]], [0.4], tolerance);
    expectClose("halved twice", [(await reverseAt(scale, scale))[3]], [before[3] / 4], tolerance);
    const named = { ...scale, units: [2, 2], steps: [3, 3] };
    expectClose("halved once, named twice", [(await reverseAt(named))[3]], [before[3] / 2], tolerance);
  });

  test(`${name}: with the head at the last step, a trace follows that step's output`, async () => {
    const config: NetworkConfig = { ...configOf("lstm"), head: { size: 3, at: "last" } };
    const backend = backendOf(name);
    const weights = await weightsOn(backend, config);
    const atLast = await Tracer.create(backend, config, T, weights);
    const atEvery = await Tracer.create(backend, { ...config, head: { size: 3, at: "every" } }, T, weights);
    for (const output of [0, 2]) {
      const trace = await atLast.trace(x, output, 0);
      const same = await atEvery.trace(x, output, T - 1);
      expectClose("inputs", trace.inputs, same.inputs, tolerance);
      expect(Math.max(...trace.inputs.map(Math.abs))).toBeGreaterThan(1e-3);
      for (const [i, { gradient }] of trace.states.entries())
        expectClose(`states ${i}`, gradient, same.states[i].gradient, tolerance);
    }
    expect((await atLast.trace(x, 0, 0)).inputs).not.toEqual((await atLast.trace(x, 2, 0)).inputs);
    for (const one of [atLast, atEvery, weights]) one.destroy();
  });
}

test("interventions that fit nowhere are refused with what there is", () => {
  const config = configOf("gru");
  const refuse = (change: Partial<Intervention>) => () =>
    editsTensor(config, T, [
      { layer: 0, value: "z", units: [0], steps: [0], action: { kind: "clamp", to: 1 }, ...change },
    ]);
  expect(refuse({ layer: 2 })).toThrow("The network has no layer 2 in that direction.");
  expect(refuse({ value: "q" })).toThrow('"q" cannot be changed here; r, z, n, h can.');
  expect(refuse({ units: [5] })).toThrow("There is no unit 5: they are 0 to 4.");
  expect(refuse({ steps: [-1] })).toThrow("There is no time step -1: they are 0 to 5.");
  expect(refuse({ action: { kind: "replace", with: [1] }, steps: [1] })).toThrow("no value for time step 1");
  expect(refuse({ action: { kind: "clamp", to: Number.NaN } })).toThrow("by finite numbers only");
});
