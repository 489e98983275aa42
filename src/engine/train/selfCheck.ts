import type { Backend } from "../backends/backend";
import { createReferenceBackend } from "../backends/reference/reference";
import { simpleNetwork } from "../model/config";
import { buildPlan } from "../model/network";
import { healthyClip } from "../ops/clip";
import { sections } from "../plan/plan";
import { defaultTraining } from "./defaultTraining";
import { stepHyper } from "./optimizer";
import { initialCheckpoint } from "./trainer";

const tolerance = { absolute: 1e-4, relative: 1e-3 };
const shape = { batchSize: 3, sequenceLength: 5 };

/** Sizes that take both the vectorised kernels (H) and the general ones (V). */
const config = simpleNetwork({
  cell: "gru",
  input: { kind: "embedding", vocabularySize: 7, size: 4 },
  hiddenSizes: [8],
  outputs: 7,
});

/** One training step of a tiny network: what it leaves in these tensors tells whether a backend computes rightly. */
async function trainOnce(backend: Backend): Promise<ReadonlyMap<string, Float32Array>> {
  const executable = await backend.load(buildPlan(config, shape, { mode: "train" }));
  const training = { ...defaultTraining, ...shape, learningRate: 0.01 };
  const tokens = Int32Array.from({ length: 15 }, (_, i) => (i * i) % 7);
  executable.write("parameters", initialCheckpoint({ config, vocabulary: [] }, training).parameters);
  executable.write("tokens", tokens);
  executable.write(
    "targets",
    tokens.map((id) => (id + 3) % 7),
  );
  executable.write("hyper", stepHyper(training.optimizer, { step: 1, ...training }));
  executable.write("clip", healthyClip());
  for (const section of sections) await executable.run(section);
  const names = ["logits", "metrics", "gradients", "parameters"];
  const values = await executable.read(names);
  executable.destroy();
  return new Map(names.map((name, i) => [name, values[i]]));
}

/** A number that is not what it should be. */
export interface WrongValue {
  readonly device: string;
  readonly tensor: string;
  readonly index: number;
  readonly value: number;
  readonly expected: number;
}

/** Compares a backend with the reference. Returns null if they agree, else the first number that differs. */
export async function selfCheck(backend: Backend): Promise<WrongValue | null> {
  const [actual, expected] = [await trainOnce(backend), await trainOnce(createReferenceBackend())];
  for (const [name, values] of actual) {
    const right = expected.get(name) ?? new Float32Array(0);
    const wrong = values.findIndex((value, i) => {
      const allowed = tolerance.absolute + tolerance.relative * Math.abs(right[i]);
      return !(Math.abs(value - right[i]) <= allowed);
    });
    if (wrong >= 0) {
      return {
        device: backend.device,
        tensor: name,
        index: wrong,
        value: values[wrong],
        expected: right[wrong],
      };
    }
  }
  return null;
}
