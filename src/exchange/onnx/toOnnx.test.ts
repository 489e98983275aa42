import { env, InferenceSession, Tensor } from "onnxruntime-web";
import { beforeAll, describe, expect, it } from "vitest";
import { checkOf } from "../check";
import { networkOf } from "../network";
import { testCheckpoint, testConfigs, titleOf, worstOf } from "../testNetworks";
import { onnxOf } from "./toOnnx";

describe("ONNX Runtime runs what is exported", () => {
  beforeAll(() => {
    env.wasm.numThreads = 1;
    env.logLevel = "error";
  });

  it.each(testConfigs.map((config) => [titleOf(config), config] as const))("%s", async (_, config) => {
    const checkpoint = testCheckpoint(config);
    const { input, output, activation } = await checkOf(checkpoint);
    const session = await InferenceSession.create(onnxOf(networkOf(checkpoint)), { logSeverityLevel: 3 });
    const tensor =
      config.input.kind === "features"
        ? new Tensor("float32", Float32Array.from(input.data), input.shape)
        : new Tensor("int64", BigInt64Array.from(input.data, BigInt), input.shape);
    const answers = await session.run({ [session.inputNames[0]]: tensor });
    const answer = answers[activation === "linear" ? "numbers" : "logits"];
    expect(answer.dims).toEqual(output.shape);
    expect(worstOf(Float32Array.from(answer.data, Number), output.data)).toBeLessThan(1e-5);
    await session.release();
  });
});
