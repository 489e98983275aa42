import { expect, test } from "vitest";
import { Random } from "../../random";
import { createReferenceBackend } from "../backends/reference/reference";
import { type NetworkConfig, parameterTable, simpleNetwork } from "../model/config";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { Inspector } from "./inspector";
import { Tracer } from "./tracer";
import { unitEffects } from "./unitEffects";

test("a unit's effect adds the size of gradient times state over the steps", () => {
  const states = {
    layer: 0,
    reverse: 0,
    hiddenSize: 2,
    gradient: Float32Array.of(1, -2, 0.5, 3),
    state: Float32Array.of(0.5, 0.25, -1, 0),
  } as const;
  expect(Array.from(unitEffects(states))).toEqual([1, 0.5]);
});

test("in a sequence of one step it is a row of the head's weights times the state", async () => {
  const config: NetworkConfig = simpleNetwork({
    cell: "gru",
    input: { kind: "features", size: 3 },
    hiddenSizes: [5],
    outputs: 3,
  });
  const bank = initializeParameters(config, Random.fromSeed(3)).map((value) => 2 * value);
  const backend = createReferenceBackend();
  const weights = await backend.load(
    buildPlan(config, { batchSize: 1, sequenceLength: 1 }, { mode: "predict" }),
  );
  weights.write("parameters", bank);
  const x = Float32Array.of(0.4, -1, 2);
  const inspector = await Inspector.create(backend, config, { length: 1 }, weights);
  const { layers } = await inspector.inspect(x);
  const h = layers[0].state.subarray(5);
  const tracer = await Tracer.create(backend, config, 1, weights);
  const { states } = await tracer.trace(x, 2, 0);
  const head = parameterTable(config).entries.find(({ shape }) => shape[0] === 3 && shape[1] === 5);
  const row = head ? bank.subarray(head.offset + 2 * 5, head.offset + 3 * 5) : [];
  const effects = unitEffects(states[0]);
  expect(effects.length).toBe(5);
  for (const [unit, effect] of effects.entries())
    expect(effect).toBeCloseTo(Math.abs(row[unit] * h[unit]), 6);
});
