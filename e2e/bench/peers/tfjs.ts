/** The work as TensorFlow.js does it: `tf.layers.gru`, a dense softmax, Adam; on its backends cpu, wasm and webgpu. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import * as layers from "@tensorflow/tfjs-layers";
import "@tensorflow/tfjs-backend-cpu";
import { getThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import plainWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simdWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import threadedWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";
import "@tensorflow/tfjs-backend-webgpu";
import type { Job } from "../../../src/engine/benchmark/jobs";
import type { Work, WorkData, WorkShape } from "../../../src/engine/benchmark/work";

setWasmPaths({
  "tfjs-backend-wasm.wasm": plainWasm,
  "tfjs-backend-wasm-simd.wasm": simdWasm,
  "tfjs-backend-wasm-threaded-simd.wasm": threadedWasm,
});

export const backends = ["cpu", "wasm", "webgpu"] as const;
type BackendName = (typeof backends)[number];

async function use(backend: BackendName): Promise<void> {
  if (tf.getBackend() === backend) return;
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here.`);
  await tf.ready();
}

/** For the record. */
export async function wasmThreads(): Promise<number> {
  await use("wasm");
  return getThreadsCount();
}

function createModel({ B, T, I, H, O, at }: WorkShape, stateful: boolean): layers.Sequential {
  const model = layers.sequential();
  const shape = stateful ? { batchInputShape: [B, T, I], stateful: true } : { inputShape: [T, I] };
  // TensorFlow.js has the reset before the product only.
  model.add(layers.layers.gru({ units: H, returnSequences: at === "every", resetAfter: false, ...shape }));
  model.add(layers.layers.dense({ units: O, activation: "softmax" }));
  return model;
}

/** Its sequences are batch-major. */
function batchMajor(x: Float32Array, { B, T, I }: WorkShape): tf.Tensor {
  return tf.tidy(() => tf.transpose(tf.tensor3d(x, [T, B, I]), [1, 0, 2]));
}

/** One-hot class ids, [B, T, O] or [B, O]. */
function labels(y: Int32Array, { B, T, O, at }: WorkShape): tf.Tensor {
  return tf.tidy(() => {
    const ids = tf.tensor1d(y, "int32");
    return tf.oneHot(at === "every" ? tf.transpose(tf.reshape(ids, [T, B])) : ids, O);
  });
}

/** The one output of a model that has one. */
function predict(model: layers.Sequential, input: tf.Tensor): tf.Tensor {
  const output = model.predict(input);
  if (Array.isArray(output)) throw new Error("A model of one output gave several.");
  return output;
}

export async function openJob(
  backend: BackendName,
  work: Work,
  shape: WorkShape,
  { x, y }: WorkData,
): Promise<Job> {
  await use(backend);
  if (work === "generate") return openGeneration(backend, shape);
  const model = createModel(shape, false);
  if (work === "train") model.compile({ optimizer: tf.train.adam(1e-3), loss: "categoricalCrossentropy" });
  return {
    async run() {
      await use(backend);
      const input = batchMajor(x, shape);
      if (work === "train") {
        const target = labels(y, shape);
        const [loss] = [await model.trainOnBatch(input, target)].flat();
        if (!Number.isFinite(loss)) throw new Error(`The loss is ${loss}.`);
        tf.dispose([input, target]);
        return [loss];
      }
      const output = predict(model, input);
      const values = await output.data();
      tf.dispose([input, output]);
      return values;
    },
    close: () => model.dispose(),
  };
}

/** A stateful model reads one character after the other, as one-hot vectors through an embedding would be. */
function openGeneration(backend: BackendName, shape: WorkShape): Job {
  const { T, I } = shape;
  const model = createModel({ ...shape, B: 1, T: 1, at: "last" }, true);
  let symbol = 0;
  return {
    async run() {
      await use(backend);
      for (let t = 0; t < T; t++) {
        const output = tf.tidy(() => {
          const input = tf.reshape(tf.oneHot(tf.tensor1d([symbol % I], "int32"), I), [1, 1, I]);
          return tf.argMax(predict(model, input), 1);
        });
        [symbol] = await output.data();
        output.dispose();
      }
      return [symbol];
    },
    close: () => model.dispose(),
  };
}
