/** The work as this engine does it, on any backend. */

import { Random } from "../../random";
import type { Backend, Executable } from "../backends/backend";
import type { CellName } from "../model/cells/registry";
import { initializeParameters } from "../model/initialize";
import { buildPlan } from "../model/network";
import { healthyClip } from "../ops/clip";
import { sections } from "../plan/plan";
import { Generator } from "../train/generator";
import { defaultOptimizers, stepHyper } from "../train/optimizer";
import { type Work, type WorkShape, workData, workNetwork } from "./work";

/** Something that can be done again and again. */
export interface Job {
  /** Does it once, and resolves with its result: the loss first, all outputs, or those for the last character. */
  run(): Promise<ArrayLike<number>>;
  close(): void;
}

/** Throws `PlanTooLargeError`. */
export function openJob(
  backend: Backend,
  work: Work,
  shape: WorkShape,
  cell: CellName = "gru",
): Promise<Job> {
  switch (work) {
    case "train":
      return openTraining(backend, shape, cell);
    case "infer":
      return openInference(backend, shape, cell);
    case "generate":
      return openGeneration(backend, shape, cell);
  }
}

async function load(backend: Backend, work: "train" | "infer", shape: WorkShape, cell: CellName) {
  const config = workNetwork(work, shape, cell);
  const sizes = { batchSize: shape.B, sequenceLength: shape.T };
  const plan = buildPlan(config, sizes, { mode: work === "train" ? "train" : "predict" });
  const executable = await backend.load(plan);
  executable.write("parameters", initializeParameters(config, Random.fromSeed(1)));
  return executable;
}

async function openTraining(backend: Backend, shape: WorkShape, cell: CellName): Promise<Job> {
  const executable = await load(backend, "train", shape, cell);
  const { x, y } = workData(shape);
  executable.write("clip", healthyClip());
  let step = 0;
  return {
    async run() {
      executable.write("x", x);
      executable.write("targets", y);
      const options = { step: ++step, learningRate: 1e-3, clipNorm: 0, clipValue: 0 };
      executable.write("hyper", stepHyper(defaultOptimizers.adam, options));
      for (const section of sections) await executable.run(section);
      return finite(executable, "metrics");
    },
    close: () => executable.destroy(),
  };
}

async function openInference(backend: Backend, shape: WorkShape, cell: CellName): Promise<Job> {
  const executable = await load(backend, "infer", shape, cell);
  const { x } = workData(shape);
  return {
    async run() {
      executable.write("x", x);
      await executable.run("forward");
      return finite(executable, "logits");
    },
    close: () => executable.destroy(),
  };
}

/** A result that is none would be a fast one. */
async function finite(executable: Executable, tensor: string): Promise<Float32Array> {
  const [values] = await executable.read([tensor]);
  if (!Number.isFinite(values[0])) throw new Error(`The first of the ${tensor} is ${values[0]}.`);
  return values;
}

async function openGeneration(backend: Backend, shape: WorkShape, cell: CellName): Promise<Job> {
  const config = workNetwork("generate", shape, cell);
  const sizes = { batchSize: 1, sequenceLength: 1 };
  const weights = await backend.load(buildPlan(config, sizes, { mode: "predict" }));
  weights.write("parameters", initializeParameters(config, Random.fromSeed(1)));
  const generator = await Generator.create(backend, config, weights);
  let symbol = 0;
  return {
    async run() {
      let logits = new Float32Array();
      for (let t = 0; t < shape.T; t++) {
        ({ logits } = await generator.feed(symbol));
        symbol = logits.indexOf(Math.max(...logits));
      }
      return logits;
    },
    close() {
      generator.destroy();
      weights.destroy();
    },
  };
}
