/** The work as ONNX Runtime Web does it on WebAssembly, with one thread: inference and generation. */

import mjs from "onnxruntime-web/ort-wasm-simd-threaded.mjs?url";
import wasm from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import * as ort from "onnxruntime-web/wasm";
import type { Job } from "../../../src/engine/benchmark/jobs";
import type { Work, WorkData, WorkShape } from "../../../src/engine/benchmark/work";
import { gruModel } from "./onnxGru";

ort.env.wasm.wasmPaths = { mjs, wasm };
ort.env.wasm.numThreads = 1;

/** @param parameters those of this engine, so that both compute the same numbers */
export async function openJob(
  work: Exclude<Work, "train">,
  shape: WorkShape,
  { x }: WorkData,
  parameters: Readonly<Record<string, Float32Array>>,
): Promise<Job> {
  const { B, T, I, H } = shape;
  const one = work === "generate" ? { ...shape, B: 1, T: 1 } : shape;
  const session = await ort.InferenceSession.create(gruModel(one, parameters));
  const zeros = new ort.Tensor("float32", new Float32Array(one.B * H), [1, one.B, H]);
  const logitsOf = async (values: Float32Array, initial: ort.Tensor, steps: number, batch: number) => {
    const input = new ort.Tensor("float32", values, [steps, batch, I]);
    return session.run({ x: input, initial });
  };
  const close = () => void session.release();
  if (work === "infer") {
    const run = async () => (await logitsOf(x, zeros, T, B)).logits.data;
    return { run, close };
  }
  let symbol = 0;
  let state = zeros;
  const embedding = parameters["embedding.weight"];
  const run = async () => {
    let logits: Float32Array = new Float32Array();
    for (let t = 0; t < T; t++) {
      const read = embedding.slice(symbol * I, (symbol + 1) * I);
      const outputs = await logitsOf(read, state, 1, 1);
      logits = outputs.logits.data;
      state = outputs.last;
      symbol = logits.indexOf(Math.max(...logits));
    }
    return logits;
  };
  return { run, close };
}
