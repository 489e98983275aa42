import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { expect, test } from "vitest";
import { nodeGpu } from "../../../scripts/nodeGpu";
import type { Backend } from "../backends/backend";
import { createCpuBackend } from "../backends/cpu/cpu";
import { createReferenceBackend } from "../backends/reference/reference";
import { requestWebgpuBackend } from "../backends/webgpu/webgpu";
import { ConformanceCaseError, parseCase } from "./case";
import { runConformance } from "./conformance";
import { expectClose } from "./testing";

const arraySchema = v.object({ shape: v.array(v.number()), data: v.array(v.number()) });
const goldenSchema = v.array(
  v.object({
    name: v.string(),
    case: v.record(v.string(), v.unknown()),
    expected: v.object({
      outputs: arraySchema,
      hidden: arraySchema,
      loss: v.number(),
      gradients: v.record(v.string(), arraySchema),
      losses: v.array(v.number()),
    }),
  }),
);

/** PyTorch's numbers; the script beside the file says how they were made. */
const file = new URL("../../../scripts/golden/gru.json", import.meta.url);
const golden = v.parse(goldenSchema, JSON.parse(await readFile(file, "utf8")));

/** What float32 may differ from float64, with sums of up to some dozen terms and saturated gates. */
const onOutputs = { atol: 1e-5, rtol: 1e-4 };
const onGradients = { atol: 1e-5, rtol: 1e-3 };
const onLosses = { atol: 1e-4, rtol: 0 };

const backends: readonly (readonly [string, () => Promise<Backend>])[] = [
  ["reference", async () => createReferenceBackend()],
  ["cpu", async () => createCpuBackend()],
  ["webgpu", () => requestWebgpuBackend(nodeGpu())],
];

for (const [name, open] of backends) {
  test.each(golden)(`${name} gives PyTorch's numbers: $name`, async ({ case: one, expected }) => {
    const backend = await open();
    const actual = await runConformance(one, backend);
    backend.destroy();
    expect(actual.backend).toBe(name);
    expect(actual.outputs.shape).toEqual(expected.outputs.shape);
    expectClose("outputs", actual.outputs.data, expected.outputs.data, onOutputs);
    expect(actual.hidden.shape).toEqual(expected.hidden.shape);
    expectClose("hidden", actual.hidden.data, expected.hidden.data, onOutputs);
    expect(Object.keys(actual.gradients).sort()).toEqual(Object.keys(expected.gradients).sort());
    for (const [parameter, { shape, data }] of Object.entries(expected.gradients)) {
      expect(actual.gradients[parameter].shape).toEqual(shape);
      expectClose(parameter, actual.gradients[parameter].data, data, onGradients);
    }
    expectClose("loss", [actual.loss], [expected.loss], onLosses);
    expect(actual.losses).toHaveLength(10);
    expectClose("losses", actual.losses, expected.losses, onLosses);
  });
}

test("a case that cannot be run says where and why in one line", () => {
  const [{ case: one }] = golden;
  const refusal = (spoiled: unknown) => {
    try {
      parseCase(spoiled);
    } catch (error) {
      if (error instanceof ConformanceCaseError) return error.message;
      throw error;
    }
    return "accepted";
  };
  expect(refusal(one)).toBe("accepted");
  expect(refusal({ ...one, params: {} })).toBe(
    "params.weight_ih_l0: expected shape [21, 5], and it is missing",
  );
  expect(refusal({ ...one, y: { shape: [3, 4], data: Array(12).fill(9) } })).toBe(
    "y[0]: 9 is not an id from 0 to 2",
  );
  expect(refusal({ ...one, loss: "absolute" })).toMatch(/^loss: /);
  expect(refusal({ ...one, lengths: [1, 2, 3] })).toMatch(/^lengths: /);
});
