import { describe, expect, it } from "vitest";
import { examplesOf } from "../../data/exampleData";
import { ExampleSequences } from "../../engine/train/exampleSequences";
import { TextSequences } from "../../engine/train/textSequences";
import { configOf, testSubject } from "../testNetworks";
import { toPytorch } from "./toPytorch";
import { trainingData } from "./trainingData";

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe("the folder that trains elsewhere", () => {
  it("has the settings, the split and the state that train.py reads", async () => {
    const sequences = new TextSequences({
      tokens: Int32Array.from({ length: 100 }, (_, i) => i % 7),
      trainLength: 60,
      sequenceLength: 5,
      batchSize: 2,
      windows: "random",
    });
    const data = trainingData({
      sequences,
      heldOut: { kind: "text", tokens: sequences.corpus, trainLength: 60 },
    });
    const subject = await testSubject(configOf("gru"));
    const files = new Map(toPytorch({ ...subject, data }).map(({ name, bytes }) => [name, bytes]));
    expect([...files.keys()]).toEqual([
      "model.safetensors",
      "model.py",
      "check.json",
      "train.py",
      "config.json",
      "training.safetensors",
      "data.safetensors",
      "README.md",
    ]);
    const { network, generator, step, data: split } = JSON.parse(textOf(files.get("config.json")));
    expect({ network, generator, step }).toEqual({
      network: subject.checkpoint.config,
      generator: subject.checkpoint.generator,
      step: 0,
    });
    expect(split).toEqual({
      kind: "text",
      trainLength: 60,
      validation: [
        [60, 66],
        [73, 80],
        [87, 94],
      ],
    });
    expect(textOf(files.get("training.safetensors")?.subarray(0, 6000))).toContain(
      '"second.rnn.weight_hh_l1"',
    );
    const without = toPytorch(subject).map(({ name }) => name);
    expect(without).not.toContain("data.safetensors");
  });

  it("has every example where the split says that it is", () => {
    const task = { kind: "task", task: "adding", parameters: { steps: 10, terms: 2 }, seed: 1 } as const;
    const opened = examplesOf(task, 20);
    if (!opened.ok) throw new Error("The task is known.");
    const examples = opened.value;
    const sequences = new ExampleSequences(examples, { sequenceLength: 20, batchSize: 3, seed: 5 });
    const { tensors, split } = trainingData({
      sequences,
      heldOut: { kind: "examples", examples, series: null },
    });
    const values = (name: string) => tensors.get(name)?.values ?? new Float32Array();
    const [starts, lengths] = [values("starts"), values("lengths")];
    const indices = [...sequences.trainIndices];
    expect(split).toMatchObject({ kind: "examples", train: indices.length });
    for (const place of [0, 1, indices.length - 1]) {
      const { input, answer, steps } = examples.example(indices[place]);
      const width = input.length / steps;
      expect(lengths[place]).toBe(steps);
      expect(values("inputs").slice(starts[place] * width, (starts[place] + steps) * width)).toEqual(input);
      expect(values("answers")[place]).toBe(answer[0]);
    }
  });
});
