import { expect, it } from "vitest";
import { writeSafetensors } from "./writeSafetensors";

it("writes the header's length, the header, padded to 8 bytes, and the values", () => {
  const tensors = new Map([
    ["rnn.weight", { shape: [2, 1], values: Float32Array.of(1, -2) }],
    ["__proto__", { shape: [1], values: Float32Array.of(0.5) }],
  ]);
  const bytes = writeSafetensors(tensors, new Map([["of", "a test"]]));
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  expect(length % 8).toBe(0);
  const header = new TextDecoder().decode(bytes.subarray(8, 8 + length));
  expect(header.trimEnd()).toBe(
    '{"__metadata__":{"of":"a test"},' +
      '"rnn.weight":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},' +
      '"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}',
  );
  expect(new Float32Array(bytes.slice(8 + length).buffer)).toEqual(Float32Array.of(1, -2, 0.5));
});
